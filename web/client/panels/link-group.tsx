import { useSignal } from '@preact/signals'
import type { ApiNode, NodeAnswer, NodeLink } from '../../api.ts'
import { api } from '../api.ts'
import { linksOf } from '../api-links.ts'
import { busy, report, select } from '../state/store.ts'
import { words } from '../strings.ts'
import { panelWords } from '../words/panels.ts'
import { NotHere } from './curate.tsx'
import { LinkHead } from './link-head.tsx'
import { EvidenceText } from './marked.tsx'
import { useAnswer } from './use-answer.ts'

type Group = NodeAnswer['groups'][number]
const FIRST = 8

interface Props {
  node: ApiNode
  group: Group
  onChoose: (id: string) => void
}

/** The relationships of one type; each opens the sentence that it comes from. All of them can be read here, page by page. */
export function LinkGroup({ node, group, onChoose }: Props) {
  const isWhole = useSignal(false)
  const more = useSignal<NodeLink[]>([])
  const next = useSignal<string | undefined>(undefined)
  const isLoading = useSignal(false)
  // One more than fits is not worth a button.
  const first = isWhole.value || group.links.length <= FIRST + 1 ? group.links : group.links.slice(0, FIRST)
  const known = new Set(group.links.map(({ edge }) => edge.id))
  const links = [...first, ...more.value.filter(({ edge }) => !known.has(edge.id))]
  const isInHand = first.length < group.links.length
  const load = async (): Promise<void> => {
    isLoading.value = true
    try {
      const order = group.links[0]?.other.type === 'paper' ? 'year' : 'degree'
      const page = await busy(linksOf({ ...group, id: node.id }, order, next.value))
      const before = new Set(more.value.map(({ edge }) => edge.id))
      more.value = [...more.value, ...page.links.filter(({ edge }) => !before.has(edge.id))]
      next.value = page.next
    } catch (error) {
      report(error, () => void load())
    } finally {
      isLoading.value = false
    }
  }
  const isComplete = links.length >= group.total || (more.value.length > 0 && next.value === undefined)
  return (
    <section class="group">
      <h2>
        {words.group(group.relationship, group.direction)}
        <span class="group-count" aria-live="polite">
          {words.ofTotal(links.length, group.total)}
        </span>
      </h2>
      <ul>
        {links.map((link) => (
          <LinkRow key={link.edge.id} node={node} link={link} isLazy={!known.has(link.edge.id)} onChoose={onChoose} />
        ))}
      </ul>
      {isInHand ? (
        <button
          type="button"
          class="more"
          onClick={() => {
            isWhole.value = true
          }}
        >
          {words.showMore(group.links.length - first.length)}
        </button>
      ) : (
        !isComplete && (
          <button type="button" class="more" disabled={isLoading.value} onClick={() => void load()}>
            {isLoading.value ? panelWords.loading : panelWords.loadMore(group.total - links.length)}
          </button>
        )
      )}
    </section>
  )
}

interface RowProps {
  node: ApiNode
  link: NodeLink
  /** Its evidence did not come with it. */
  isLazy: boolean
  onChoose: (id: string) => void
}

function LinkRow({ node, link, isLazy, onChoose }: RowProps) {
  const isOpen = useSignal(false)
  const { edge, other } = link
  const detail = other.type === 'paper' ? other.year : edge.own ? words.ownRelease : asOf(link)
  return (
    <li class="link">
      <LinkHead node={other} detail={detail} isOpen={isOpen} onChoose={onChoose} />
      {isOpen.value && (
        <>
          {isLazy ? <AskedEvidence link={link} /> : <EvidenceText evidence={link.evidence} />}
          <p class="link-ways">
            <button
              type="button"
              class="not-here"
              onClick={() =>
                select({ kind: 'edge', from: edge.from, to: edge.to, type: edge.type, key: edge.key ?? '' })
              }
            >
              {panelWords.openEdge}
            </button>
            <NotThis node={node} link={link} />
          </p>
        </>
      )}
    </li>
  )
}

/** The words of a relationship that came without them. */
function AskedEvidence({ link: { edge } }: { link: NodeLink }) {
  const { answer, failed } = useAnswer((signal) => api.edge(edge, signal))
  if (failed) return <p class="panel-failed">{failed}</p>
  return answer ? <EvidenceText evidence={answer.evidence} /> : <div class="skeleton is-line" aria-busy="true" />
}

/** Of a paper and a concept: whoever reads the sentence may know that it means something else. */
function NotThis({ node, link: { other } }: { node: ApiNode; link: NodeLink }) {
  const [paper, concept] = node.type === 'paper' ? [node, other] : [other, node]
  if (paper.type !== 'paper' || concept.type === 'paper' || concept.type === 'repo') return null
  return <NotHere paper={paper} concept={concept.id} />
}

/** Only where it says something that the dot does not: a model that is used as a method. */
function asOf({ edge, other }: NodeLink): string | undefined {
  const hasAs = edge.type === 'USES' || edge.type === 'INTRODUCES'
  return hasAs && edge.key !== '' && edge.key !== other.type ? words.usedAs(edge.key) : undefined
}
