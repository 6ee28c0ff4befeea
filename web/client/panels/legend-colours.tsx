import type { ApiNode } from '../../api.ts'
import type { Colouring } from '../graph/colouring.ts'
import type { Palette } from '../graph/palette.ts'
import { pictureWords } from '../words/picture.ts'

interface Props {
  colouring: Colouring
  nodes: readonly ApiNode[]
  palette: Palette
}

/** What the colours of nodes stand for, where these are not their types. */
export function LegendColours({ colouring, nodes, palette }: Props) {
  const { key } = colouring
  if (key.by === 'community') return <CommunityColours colouring={colouring} nodes={nodes} palette={palette} />
  if (key.by === 'year') return <YearColours colouring={colouring} nodes={nodes} palette={palette} />
  return null
}

function CommunityColours({ colouring, nodes, palette }: Props) {
  if (colouring.key.by !== 'community') return null
  const counts = new Map<number | undefined, number>()
  for (const { id } of nodes) {
    const community = colouring.community(id)
    counts.set(community, (counts.get(community) ?? 0) + 1)
  }
  const others = counts.get(undefined) ?? 0
  return (
    <ul class="legend-colours" aria-label={pictureWords.communities}>
      {colouring.key.groups.map(({ community, name, names, colour }) => (
        <li key={community} title={pictureWords.community(names, counts.get(community) ?? 0)}>
          <Swatch colour={colour} />
          <span class="legend-name" dir="auto">
            {name}
          </span>
          <span class="legend-count">{(counts.get(community) ?? 0).toLocaleString('en')}</span>
        </li>
      ))}
      {others > 0 && (
        <li title={pictureWords.otherCommunitiesTitle}>
          <Swatch colour={palette.neutral} />
          <span class="legend-name">{pictureWords.otherCommunities}</span>
          <span class="legend-count">{others.toLocaleString('en')}</span>
        </li>
      )}
    </ul>
  )
}

function YearColours({ colouring, nodes, palette }: Props) {
  if (colouring.key.by !== 'year') return null
  const { years } = colouring.key
  const without = nodes.filter(({ id }) => colouring.year(id) === undefined).length
  return (
    <section class="legend-years" aria-label={pictureWords.years} title={pictureWords.yearOf}>
      {years ? (
        <>
          <span
            class="legend-ramp"
            aria-hidden="true"
            style={{ backgroundImage: `linear-gradient(in oklab 90deg, ${palette.years.join(', ')})` }}
          />
          <span class="legend-ends">
            <span>{years[0]}</span>
            {years[1] - years[0] > 1 && <span>{Math.round((years[0] + years[1]) / 2)}</span>}
            {years[1] > years[0] && <span>{years[1]}</span>}
          </span>
        </>
      ) : (
        <p>{pictureWords.noYears}</p>
      )}
      {without > 0 && (
        <p>
          <Swatch colour={palette.neutral} /> {pictureWords.withoutYear(without)}
        </p>
      )}
    </section>
  )
}

function Swatch({ colour }: { colour: string }) {
  return <span class="swatch" aria-hidden="true" style={{ background: colour }} />
}
