import { useSignal } from '@preact/signals'
import type { ApiNode, RelationshipType, Value } from '../../api.ts'
import { api } from '../api.ts'
import type { Controller } from '../graph/controller.ts'
import { bringPanelToFront } from '../state/front.ts'
import { nodesIn, recordsOf } from '../state/rows.ts'
import { select, view } from '../state/store.ts'
import { RELATIONSHIPS } from '../state/view.ts'
import { words } from '../strings.ts'
import { LinkHead } from './link-head.tsx'
import { useAnswer } from './use-answer.ts'

/** What the chosen nodes share, with what each of them says of it. */
export function CommonList({ controller }: { controller: Controller }) {
  const { chosen } = view.value
  if (chosen.length < 2) return <p class="common-word">{words.chooseTwo}</p>
  return <Common key={chosen.join('\u0001')} chosen={chosen} controller={controller} />
}

function Common({ chosen, controller }: { chosen: readonly string[]; controller: Controller }) {
  const ask = (signal: AbortSignal) =>
    api.run(
      'in-common',
      chosen.map((id) => ['nodes', id] as const),
      signal,
    )
  const { answer, failed } = useAnswer(ask)
  if (failed) return <p class="common-word">{failed}</p>
  if (!answer) return <div class="skeleton" aria-busy="true" />
  const nodes = new Map(nodesIn(answer).map((node) => [node.id, node]))
  const shared = recordsOf(answer).flatMap(({ id, common, links }) => {
    const node = nodes.get(String(id))
    return node === undefined ? [] : [{ node, common: Number(common), links: linksIn(links ?? null) }]
  })
  return (
    <>
      <p class="common-word" aria-live="polite">
        {words.sharedThings(shared.length, chosen.length)}
      </p>
      <ul class="common scroll fill">
        {shared.map(({ node, common, links }) => (
          <SharedThing
            key={node.id}
            node={node}
            share={words.ofChosen(common, chosen.length)}
            links={links}
            controller={controller}
          />
        ))}
      </ul>
    </>
  )
}

function SharedThing(props: { node: ApiNode; share: string; links: Link[]; controller: Controller }) {
  const { node, share, links, controller } = props
  const isOpen = useSignal(false)
  return (
    <li class="link">
      <LinkHead node={node} detail={share} isOpen={isOpen} onChoose={(id) => controller.goTo(id)} />
      {isOpen.value &&
        links.map((link) => <LinkSentence key={link.id} link={link} node={node} controller={controller} />)}
    </li>
  )
}

/** What one of the chosen nodes says, and the way to the relationship with its words marked. */
function LinkSentence({ link, node, controller }: { link: Link; node: ApiNode; controller: Controller }) {
  const isPaper = controller.typeOf(link.id) === 'paper'
  const said = (
    <>
      <bdi>{link.label}</bdi>: {words.group(link.relationship, isPaper ? 'out' : 'in').toLowerCase()}
    </>
  )
  const [from, to] = isPaper ? [link.id, node.id] : [node.id, link.id]
  return (
    <figure class="evidence">
      <figcaption>
        {isPaper || node.type === 'paper' ? (
          <button
            type="button"
            class="in-table"
            onClick={() => {
              bringPanelToFront()
              select({ kind: 'edge', from, to, type: link.relationship, key: link.key })
            }}
          >
            {said}
          </button>
        ) : (
          // Between two concepts the row does not say which way it runs.
          <>
            <bdi>{link.label}</bdi>: {words.relatedVariants}
          </>
        )}
      </figcaption>
      {link.sentence !== '' && <blockquote dir="auto">{link.sentence}</blockquote>}
    </figure>
  )
}

interface Link {
  id: string
  label: string
  relationship: RelationshipType
  key: string
  sentence: string
}

function linksIn(value: Value): Link[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return []
    const text = (name: string): string => {
      const found = Object.entries(one).find(([key]) => key === name)?.[1]
      return typeof found === 'string' ? found : ''
    }
    const relationship = RELATIONSHIPS.find((each) => each === text('relationship'))
    const [id, label, key, sentence] = [text('id'), text('label'), text('key'), text('sentence')]
    return relationship === undefined || id === '' ? [] : [{ id, label, relationship, key, sentence }]
  })
}
