import type { Controller } from '../graph/controller.ts'
import { applyFile, asking, curation, decisionsOn } from '../state/curation.ts'
import { isPending } from '../state/curation-changes.ts'
import { curationWords } from '../words/curation.ts'
import { DecisionRow } from './decision-row.tsx'

/** All decisions about this graph, those first that it does not have. */
export function DecisionList({ controller }: { controller: Controller }) {
  const state = curation.value
  if (state === undefined) return <div class="skeleton" aria-busy="true" />
  const { decisions, problems, isApplying, progress, waitsFor, problem, reason } = state
  const waiting = decisions.filter((each) => each.state === 'waiting')
  return (
    <div class="decisions scroll fill">
      {reason !== undefined && <p class="common-word">{reason}</p>}
      {isApplying && (
        <p class="decisions-now" role="status">
          {waitsFor ?? curationWords.working(progress?.stage)}
        </p>
      )}
      {problem !== undefined && (
        <p class="panel-failed" role="alert">
          {problem}
        </p>
      )}
      {waiting.length > 0 && !isApplying && (
        <p class="decisions-apply">
          <span>{curationWords.waitingLines(waiting.length)}</span>
          <button type="button" class="primary" disabled={asking.value > 0} onClick={() => void applyFile()}>
            {curationWords.apply}
          </button>
        </p>
      )}
      {problems.map(({ line, reason: fault }) => (
        <p key={line} class="panel-failed">
          {curationWords.badLine(line, fault)}
        </p>
      ))}
      {decisions.length === 0 && reason === undefined && <p class="common-word">{curationWords.none}</p>}
      <ul>
        {decisions.map((decision) => (
          <li key={decision.id}>
            <DecisionRow decision={decision} />
            <p class="decision-nodes">
              {decision.kind !== 'hide' &&
                [...new Set(decision.nodes)].map((id) => (
                  <button key={id} type="button" class="in-table is-id" dir="auto" onClick={() => controller.goTo(id)}>
                    {controller.labelOf(id)}
                  </button>
                ))}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is decided about the nodes that a panel shows: pending first, so that nobody wonders whether the click counted. */
export function DecisionsOn({ ids }: { ids: readonly string[] }) {
  const about = [...new Set(ids.flatMap(decisionsOn))]
  const isAsked = asking.value > 0
  if (about.length === 0 && !isAsked) return null
  const sorted = [...about].sort((a, b) => Number(isPending(b)) - Number(isPending(a)))
  return (
    <section class="decided" aria-label={curationWords.about}>
      {isAsked && <p class="decision is-asked">{curationWords.asked}</p>}
      {sorted.map((decision) => (
        <DecisionRow key={decision.id} decision={decision} isBrief />
      ))}
    </section>
  )
}
