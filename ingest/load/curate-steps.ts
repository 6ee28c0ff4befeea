import { PapergraphError } from '../../errors.ts'
import { type Decision, describeDecision } from '../resolve/decisions.ts'
import { assertApplied, assertGraph, type CurateOptions, type NewDecision } from './curate.ts'
import { type Curation, decisionId, parseCuration, withDecision, withoutDecision } from './curation-file.ts'
import { type IngestReport, type Run, withFolder } from './run.ts'

/** One of several changes that are made together: a decision, or the id of one that is taken back. */
export type CurationStep = { decide: NewDecision } | { undo: string }

export interface StepsReport extends IngestReport {
  /** For each step why it was not made, in a sentence; null where it was. */
  refusals: (string | null)[]
}

/**
 * Makes several decisions and takes others back, and writes the graph once. A decision that stands already, or one to be
 * taken back that does not, is fine: steps may be repeated. A step that is refused leaves the others as they are. Throws
 * `data-folder` where there is no graph yet.
 */
export async function curateAll(
  steps: readonly CurationStep[],
  options: Omit<CurateOptions, 'isTrial'>,
): Promise<StepsReport> {
  assertGraph(options.data)
  return withFolder(options, async (run) => {
    const refusals: (string | null)[] = steps.map(() => null)
    try {
      return { ...(await make(steps, run, options, false)), refusals }
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
    // Some step is refused. Which, only trying them one after the other says.
    const made: CurationStep[] = []
    for (const [at, step] of steps.entries()) {
      try {
        await make([...made, step], run, options, true)
        made.push(step)
      } catch (error) {
        if (!isRefusal(error)) throw error
        refusals[at] = refusalOf(error, run, made)
      }
    }
    return { ...(await make(made, run, options, false)), refusals }
  })
}

async function make(
  steps: readonly CurationStep[],
  run: Run,
  { today }: Pick<CurateOptions, 'today'>,
  isTrial: boolean,
): Promise<IngestReport> {
  const decisions = steps.flatMap((step) => ('decide' in step ? [decisionOf(step.decide, today)] : []))
  const curation = parseCuration(textAfter(steps, run.curation, today))
  for (const { id } of decisions)
    if (!curation.decisions.some((one) => one.id === id)) {
      const fault = curation.problems.at(-1)
      throw new PapergraphError('curation', `That ${fault?.reason ?? 'is no decision'}.`, { details: { decision: id } })
    }
  return run.finish(false, {
    curation,
    isTrial,
    accept(outcomes) {
      for (const decision of decisions) assertApplied(decision, outcomes, curation.decisions, run.pointer)
    },
  })
}

const decisionOf = (made: NewDecision, today: string): Decision => ({ id: decisionId(made), date: today, ...made })

function textAfter(steps: readonly CurationStep[], { text }: Curation, today: string): string {
  return steps.reduce((before, step) => {
    if ('undo' in step) return withoutDecision(before, step.undo)
    const decision = decisionOf(step.decide, today)
    const stands = parseCuration(before).decisions.some(({ id }) => id === decision.id)
    return stands ? before : withDecision(before, decision)
  }, text)
}

const isRefusal = (error: unknown): error is PapergraphError =>
  error instanceof PapergraphError && error.code === 'curation'

/** The sentence for whoever made the decision; one against another names that. */
function refusalOf(error: PapergraphError, run: Run, made: readonly CurationStep[]): string {
  const all: (NewDecision & { id: string })[] = [
    ...run.curation.decisions,
    ...made.flatMap((step) => ('decide' in step ? [{ ...step.decide, id: decisionId(step.decide) }] : [])),
  ]
  // Of the two that contradict each other, the one that stands already.
  const { decision, against } = error.details
  const other = against === undefined ? undefined : all.find(({ id }) => id === against || id === decision)
  if (other === undefined) return error.message
  return `It contradicts another decision: ${describeDecision(other)}. Take that one back first.`
}
