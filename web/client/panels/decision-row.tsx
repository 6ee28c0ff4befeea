import type { Decision } from '../openapi.ts'
import { asking, decideAgain, takeBack } from '../state/curation.ts'
import { isPending } from '../state/curation-changes.ts'
import { curationWords } from '../words/curation.ts'
import { Icon } from './icons.tsx'

/** A decision, whether the graph has it, and the way back. */
export function DecisionRow({ decision, isBrief = false }: { decision: Decision; isBrief?: boolean }) {
  const { state, reason, date, note } = decision
  const said = curationWords.says(decision)
  const isWaiting = isPending(decision)
  const mark = isWaiting ? 'pending' : state === 'applied' ? 'check' : 'warn'
  return (
    <div class={`decision is-${isWaiting ? 'pending' : state === 'applied' ? 'applied' : 'failed'}`}>
      <span class="decision-mark">
        <Icon name={mark} />
      </span>
      <p class="decision-says" dir="auto">
        {said}
      </p>
      <p class="decision-ways">
        {state === 'failed' ? (
          <>
            <Way name={curationWords.again} said={said} onUse={() => decideAgain(decision)} />
            <Way name={curationWords.drop} said={said} onUse={() => takeBack(decision)} />
          </>
        ) : state === 'undoing' ? (
          <Way name={curationWords.keep} said={said} onUse={() => decideAgain(decision)} />
        ) : (
          <Way name={curationWords.undo} said={said} onUse={() => takeBack(decision)} />
        )}
      </p>
      {(!isBrief || state !== 'applied') && (
        <p class="decision-state">
          {[curationWords.state[state], state === 'applied' ? curationWords.decided(date) : '', note]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
      {reason !== undefined && <p class="decision-reason">{reason}</p>}
    </div>
  )
}

function Way({ name, said, onUse }: { name: string; said: string; onUse: () => Promise<void> }) {
  return (
    <button type="button" aria-label={`${name}: ${said}`} disabled={asking.value > 0} onClick={() => void onUse()}>
      {name}
    </button>
  )
}
