import type { EdgeAnswer } from '../../api.ts'
import { asking } from '../state/curation.ts'
import { curationWords } from '../words/curation.ts'
import { Corrections, isConcept, type Make, WrongType } from './curate.tsx'

/** What a person knows better than the words that a relationship rests on. */
export function CurateEdge({ answer }: { answer: EdgeAnswer }) {
  return <Corrections>{(make) => <Choices answer={answer} make={make} />}</Corrections>
}

function Choices({ answer: { from, to, edge }, make }: { answer: EdgeAnswer; make: Make }) {
  const isBusy = asking.value > 0
  const isOfPaper = from.type === 'paper'
  const [one, other] = [{ id: from.id }, { id: to.id }]
  // What one paper alone names cannot be another thing than elsewhere.
  const isElsewhere = isOfPaper && isConcept(to.type) && to.papers !== 1
  return (
    <>
      {isElsewhere && (
        <p class="curate-row">
          <button
            type="button"
            class="chip is-strong"
            disabled={isBusy}
            onClick={make({ kind: 'different', things: [{ ...other, paper: from.id }, other] })}
          >
            {curationWords.notHere}
          </button>
          <span class="curate-hint" dir="auto">
            {curationWords.notHereHint(to.label)}
          </span>
        </p>
      )}
      {edge.type === 'VARIANT_OF' && (
        <p class="curate-row">
          <button
            type="button"
            class="chip is-strong"
            disabled={isBusy}
            onClick={make({ kind: 'same', things: [one, other] })}
          >
            {curationWords.areOne}
          </button>
          <span class="curate-hint">{curationWords.areOneHint}</span>
        </p>
      )}
      {isOfPaper && isConcept(to.type) && (
        <WrongType node={to} label={curationWords.wrongTypeOf(to.label)} make={make} />
      )}
      <p class="curate-row">
        {[from, to].map(({ id, type, label }) => (
          <button
            key={id}
            type="button"
            class="chip"
            dir="auto"
            disabled={isBusy}
            onClick={make({ kind: 'hide', things: [{ id }] })}
          >
            {type === 'paper' ? curationWords.hide(type) : curationWords.hideNamed(label)}
          </button>
        ))}
        <span class="curate-hint">{curationWords.hideHint}</span>
      </p>
    </>
  )
}
