import {
  asking,
  curation,
  decideAgain,
  failedDecisions,
  lastApplied,
  pendingDecisions,
  takeBack,
} from '../state/curation.ts'
import { openDrawer } from '../state/store.ts'
import { curationWords } from '../words/curation.ts'

/** What is pending, what the graph has since a moment ago, and what could not be done; each with the way back. */
export function CurationNotice() {
  const pending = pendingDecisions.value
  const last = lastApplied.value
  const state = curation.value
  const [only, second] = pending
  const show = (): void => {
    openDrawer.value = 'decisions'
  }
  return (
    <>
      {only !== undefined && (
        <p class="banner curation-banner" role="status">
          <span>
            <strong>{second === undefined ? curationWords.says(only) : curationWords.pending(pending.length)}</strong>{' '}
            {state?.waitsFor ?? curationWords.working(state?.progress?.stage)}
          </span>
          {second === undefined && (
            <button
              type="button"
              disabled={asking.value > 0}
              onClick={() => void (only.state === 'undoing' ? decideAgain(only) : takeBack(only))}
            >
              {only.state === 'undoing' ? curationWords.keep : curationWords.undo}
            </button>
          )}
          <button type="button" onClick={show}>
            {curationWords.show}
          </button>
        </p>
      )}
      {only === undefined && last !== undefined && (
        <p class="banner curation-banner" role="status">
          <span>{curationWords.applied(curationWords.says(last))}</span>
          <button type="button" onClick={() => void takeBack(last)}>
            {curationWords.undo}
          </button>
          <button
            type="button"
            onClick={() => {
              lastApplied.value = undefined
            }}
          >
            {curationWords.dismiss}
          </button>
        </p>
      )}
      {failedDecisions.value.map((each) => (
        <p key={each.id} class="banner is-error" role="alert">
          <span>
            <strong>{curationWords.says(each)}</strong> {curationWords.state.failed}: {each.reason}
          </span>
          <button type="button" disabled={asking.value > 0} onClick={() => void decideAgain(each)}>
            {curationWords.again}
          </button>
          <button type="button" disabled={asking.value > 0} onClick={() => void takeBack(each)}>
            {curationWords.drop}
          </button>
        </p>
      ))}
    </>
  )
}
