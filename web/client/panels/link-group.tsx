import { useSignal } from '@preact/signals'
import type { NodeAnswer, NodeLink } from '../../api.ts'
import { words } from '../strings.ts'
import { LinkHead } from './link-head.tsx'
import { EvidenceText } from './marked.tsx'

type Group = NodeAnswer['groups'][number]
const FIRST = 8

/** The relationships of one type; each opens the sentence that it comes from. */
export function LinkGroup({ group, onChoose }: { group: Group; onChoose: (id: string) => void }) {
  const isWhole = useSignal(false)
  // One more than fits is not worth a button.
  const links = isWhole.value || group.links.length <= FIRST + 1 ? group.links : group.links.slice(0, FIRST)
  return (
    <section class="group">
      <h2>
        {words.group(group.relationship, group.direction)}
        <span class="group-count">{words.ofTotal(links.length, group.total)}</span>
      </h2>
      <ul>
        {links.map((link) => (
          <LinkRow key={link.edge.id} link={link} onChoose={onChoose} />
        ))}
      </ul>
      {links.length < group.links.length && (
        <button
          type="button"
          class="more"
          onClick={() => {
            isWhole.value = true
          }}
        >
          {words.showMore(group.links.length - links.length)}
        </button>
      )}
    </section>
  )
}

function LinkRow({ link, onChoose }: { link: NodeLink; onChoose: (id: string) => void }) {
  const isOpen = useSignal(false)
  const { edge, other, evidence } = link
  const detail = other.type === 'paper' ? other.year : edge.own ? words.ownRelease : asOf(link)
  return (
    <li class="link">
      <LinkHead node={other} detail={detail} isOpen={isOpen} onChoose={onChoose} />
      {isOpen.value && <EvidenceText evidence={evidence} />}
    </li>
  )
}

/** Only where it says something that the dot does not: a model that is used as a method. */
function asOf({ edge, other }: NodeLink): string | undefined {
  const hasAs = edge.type === 'USES' || edge.type === 'INTRODUCES'
  return hasAs && edge.key !== '' && edge.key !== other.type ? words.usedAs(edge.key) : undefined
}
