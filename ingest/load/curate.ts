import { PapergraphError } from '../../errors.ts'
import { type Decision, type DecisionOutcome, describeDecision } from '../resolve/decisions.ts'
import {
  type Curation,
  decisionId,
  parseCuration,
  readCuration,
  withDecision,
  withoutDecision,
} from './curation-file.ts'
import { hasGraph, paths } from './folder.ts'
import { type Pointer, readPointer } from './pointer.ts'
import { type IngestOptions, type IngestReport, type Run, withFolder } from './run.ts'

export interface CurateOptions extends IngestOptions {
  /** ISO date of a new decision. */
  today: string
  /** Only says what would become of it: neither the file nor the graph is changed. */
  isTrial?: boolean
}

export interface CurateReport extends IngestReport {
  decision: Decision
  outcome: DecisionOutcome
}

/** A decision as a person makes it: `same` and `different` about two things, `type` (with `type`) and `hide` about one. */
export type NewDecision = Pick<Decision, 'kind' | 'things' | 'type' | 'note'>

/**
 * Makes a decision: writes it into the curation file and makes the graph follow, as an ingest of no papers would. Throws
 * `data-folder` where there is no graph yet, `curation` where it stands already, cannot be applied, or contradicts another.
 */
export async function decide(made: NewDecision, options: CurateOptions): Promise<CurateReport> {
  assertGraph(options.data)
  return withFolder(options, async (run) => {
    const decision: Decision = { id: decisionId(made), date: options.today, ...made }
    const known = run.curation.decisions.find((one) => one.id === decision.id)
    if (known !== undefined)
      throw refused(
        `That was decided already${known.date === '' ? '' : ` on ${known.date}`}: ${named(known)}.`,
        known.id,
      )
    const text = withDecision(run.curation.text, decision)
    const written = parseCuration(text)
    const fault = written.decisions.some(({ id }) => id === decision.id) ? undefined : written.problems.at(-1)
    if (fault !== undefined) throw refused(`That ${fault.reason}.`, decision.id)
    const accept = (outcomes: readonly DecisionOutcome[]): void =>
      assertApplied(decision, outcomes, run.curation.decisions, run.pointer)
    return finish(run, decision, written, accept, options)
  })
}

/** Takes a decision back. Throws `not-found` where there is none of this id, or several begin with it. */
export async function undo(id: string, options: CurateOptions): Promise<CurateReport> {
  assertGraph(options.data)
  return withFolder(options, async (run) => {
    const decision = decisionOf(id, run.curation.decisions)
    const written = parseCuration(withoutDecision(run.curation.text, decision.id))
    return finish(run, decision, written, () => undefined, options)
  })
}

/** Makes the graph follow the curation file as it stands, after a person edited it. */
export async function applyCuration(options: IngestOptions): Promise<IngestReport> {
  assertGraph(options.data)
  return withFolder(options, (run) => run.finish(false))
}

export interface ListedDecision extends Decision {
  /** `waiting`: in the file, but the graph was made before; `apply` or the next ingest brings it. */
  state: 'applied' | 'not applied' | 'waiting'
  reason?: string
  nodes: string[]
}

/** All decisions of a data folder in the order of the file, what became of each, and lines that are none. */
export function listDecisions(data: string): {
  decisions: ListedDecision[]
  problems: Curation['problems']
  path: string
} {
  const { curation: path, pointer: pointerPath } = paths(data)
  const curation = readCuration(path)
  const pointer = hasGraph(data) ? readPointer(pointerPath) : undefined
  const outcomes = new Map(pointer?.decisions.map((outcome) => [outcome.id, outcome]))
  const isOfFile = pointer?.curation === curation.hash
  const decisions = curation.decisions.map((decision): ListedDecision => {
    const outcome = outcomes.get(decision.id)
    if (outcome === undefined || !isOfFile) return { ...decision, state: 'waiting', nodes: outcome?.nodes ?? [] }
    const { reason, nodes } = outcome
    return reason === undefined
      ? { ...decision, state: 'applied', nodes }
      : { ...decision, state: 'not applied', reason, nodes }
  })
  return { decisions, problems: curation.problems, path }
}

/** `3f2a9c1b (“BERT” in arxiv:1 = “B.E.R.T.” in arxiv:2)` */
const named = (decision: Decision): string => `${decision.id} (${describeDecision(decision)})`

async function finish(
  run: Run,
  decision: Decision,
  curation: Curation,
  accept: (outcomes: readonly DecisionOutcome[]) => void,
  { isTrial = false }: CurateOptions,
): Promise<CurateReport> {
  let outcome: DecisionOutcome = { id: decision.id, nodes: [] }
  const report = await run.finish(false, {
    curation,
    isTrial,
    accept(outcomes) {
      accept(outcomes)
      outcome = outcomes.find(({ id }) => id === decision.id) ?? outcome
    },
  })
  return { ...report, decision, outcome }
}

/**
 * A new decision must be applied itself, and nothing that was applied before may be out of effect because of it. `known` are
 * the decisions that it may stand against. Throws `curation`; of a contradiction, `details.against` is the other decision.
 */
export function assertApplied(
  decision: Decision,
  outcomes: readonly DecisionOutcome[],
  known: readonly Decision[],
  pointer: Pick<Pointer, 'decisions'> | undefined,
): void {
  const own = outcomes.find(({ id }) => id === decision.id)
  const all = new Map(known.map((one) => [one.id, one]))
  const against = all.get(own?.against ?? '')
  if (against !== undefined && against.kind !== 'hide') throw contradiction(decision, against)
  if (own?.reason !== undefined) throw refused(`That cannot be done: ${own.reason}.`, decision.id)
  const before = new Set(pointer?.decisions.flatMap(({ id, reason }) => (reason === undefined ? [id] : [])))
  const lost = outcomes.find(({ id, reason }) => reason !== undefined && before.has(id))
  const victim = all.get(lost?.id ?? '')
  if (victim === undefined || decision.kind === 'hide') return
  throw contradiction(decision, victim)
}

function decisionOf(id: string, decisions: readonly Decision[]): Decision {
  const exact = decisions.find((decision) => decision.id === id)
  const alike = decisions.filter((decision) => id !== '' && decision.id.startsWith(id))
  const [only] = alike
  if (exact !== undefined) return exact
  if (only !== undefined && alike.length === 1) return only
  const what = alike.length === 0 ? 'There is no decision' : 'There are several decisions that begin with'
  throw new PapergraphError('not-found', `${what} ${id}; "papergraph curate list" shows them all with their ids.`)
}

/** Throws `data-folder` where nothing was ingested yet. */
export function assertGraph(data: string): void {
  if (hasGraph(data)) return
  throw new PapergraphError(
    'data-folder',
    `There is no graph of your own in ${data} yet, and the bundled sample cannot be curated; ingest your papers first, or make the sample a graph of your own with "papergraph ingest sample".`,
  )
}

const refused = (message: string, decision: string): PapergraphError =>
  new PapergraphError('curation', message, { details: { decision } })

// The CLI says how to take the other one back; the caller of `against` says it in its own way.
const contradiction = (decision: Decision, other: Decision): PapergraphError =>
  new PapergraphError(
    'curation',
    `That contradicts the decision ${named(other)}; take it back first with "papergraph curate undo ${other.id}".`,
    { details: { decision: decision.id, against: other.id } },
  )
