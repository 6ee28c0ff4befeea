import { useRef } from 'preact/hooks'
import { api } from '../api.ts'
import type { Controller } from '../graph/controller.ts'
import { pendingDecisions } from '../state/curation.ts'
import { isShowingNew } from '../state/show-new.ts'
import { shownVersion } from '../state/store.ts'
import type { EdgeName } from '../state/view.ts'
import { asWritten } from '../state/written.ts'
import { words } from '../strings.ts'
import { CurateEdge } from './curate-edge.tsx'
import { DecisionsOn } from './decision-list.tsx'
import { EvidenceText } from './marked.tsx'
import { TypeBadge } from './type-mark.tsx'
import { useAnswer } from './use-answer.ts'

/** One relationship: its two ends and the words that it comes from. */
export function EdgePanel({ edge, controller }: { edge: EdgeName; controller: Controller }) {
  const { answer, failed } = useAnswer((signal) => api.edge(edge, signal), useSettledVersion())
  if (failed) return <p class="panel-failed">{failed}</p>
  if (!answer) return <div class="skeleton" aria-busy="true" />
  const { from, to } = answer
  const end = (node: typeof from) => (
    <button type="button" class="link-row" onClick={() => controller.goTo(node.id)}>
      <span {...asWritten(node.label)}>{node.label}</span>
      <TypeBadge type={node.type} />
    </button>
  )
  const { as, own, text, unit, metric, system, kind } = answer.properties
  const facts = [
    typeof as === 'string' ? words.usedAs(as) : undefined,
    own === true ? words.ownRelease : undefined,
    typeof text === 'string' ? [text, unit, metric, system, kind].filter(Boolean).join(' · ') : undefined,
  ].filter(Boolean)
  return (
    <article>
      <h1 class="panel-relation">{words.relation}</h1>
      {end(from)}
      <p class="edge-kind">
        {words.group(answer.edge.type, 'out')} {facts.join(', ')}
      </p>
      {end(to)}
      <DecisionsOn ids={[from.id, to.id]} />
      <h2>{words.evidence}</h2>
      <EvidenceText evidence={answer.evidence} />
      <div class="edge-ways">
        <CurateEdge answer={answer} />
      </div>
    </article>
  )
}

/** The version that the map shows, once the selection is where decisions left it: before, it may be called otherwise. */
function useSettledVersion(): string | undefined {
  const version = useRef(shownVersion.value)
  if (!isShowingNew.value && pendingDecisions.value.length === 0) version.current = shownVersion.value
  return version.current
}
