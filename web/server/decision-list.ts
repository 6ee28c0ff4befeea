import type { Curation, Decision } from '../api-curation.ts'
import type { OpenChange } from './jobs/curation-jobs.ts'
import type { StandingDecision } from './jobs/runner.ts'
import type { Uploads } from './jobs/uploads.ts'
import type { Served } from './served.ts'

const ELSEWHERE =
  'The papers that this graph was made of are in another data folder; decide there what they name, or serve with that folder by --data.'

/** Why nothing is decided here, in a sentence. */
export function refusalFor(graph: 'sample' | 'own', uploads: Uploads): string | undefined {
  const { off, empty } = uploads.curationRefusal()
  if (off !== undefined) return `Decisions change the graph, as files do. ${off}`
  if (empty !== undefined) return graph === 'own' ? ELSEWHERE : empty
  return graph === 'sample' ? 'Your own graph is being opened; try again in a moment.' : undefined
}

/** The whole of what a client knows about decisions. */
export function curationOf({ info }: Served, uploads: Uploads): Curation {
  const reason = refusalFor(info.graph, uploads)
  const { problems } = uploads.runner.decisions()
  const now = uploads.curation()?.now
  const { progress, ...rest } = now ?? { isApplying: false }
  return {
    isOpen: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    version: uploads.runner.version(),
    decisions: allDecisions(uploads),
    problems,
    ...rest,
    ...(progress === undefined
      ? {}
      : {
          progress: {
            stage: progress.stage,
            done: progress.done,
            ...(progress.total === undefined ? {} : { total: progress.total }),
          },
        }),
  }
}

/** Those that wait before those that stand in the file, each group newest first. */
export function allDecisions(uploads: Uploads): Decision[] {
  const open = uploads.curation()?.open() ?? []
  const standing = uploads.runner.decisions().decisions.toReversed()
  const last = new Map(open.map((change) => [change.id, change]))
  const known = new Map(standing.map((decision) => [decision.id, decision]))
  // Of a decision that is made and taken back in one go, the later word counts.
  const waiting = [...last.values()].reverse().map((change) => waitingOf(change, known.get(change.id)))
  return [...waiting, ...standing.filter(({ id }) => !last.has(id)).map((each) => ({ ...each, names: [] }))]
}

/** A decision that the graph does not have yet, or has still. */
function waitingOf(change: OpenChange, standing: StandingDecision | undefined): Decision {
  const { id, made, names, refusal, isUndo } = change
  const nodes = standing?.nodes.length ? standing.nodes : change.nodes
  const date = standing?.date ? { date: standing.date } : {}
  const decision = { id, ...made, ...date, names, nodes }
  const reason = refusal === undefined ? {} : { reason: refusal }
  if (isUndo)
    return { ...decision, state: change.state === 'failed' ? (standing?.state ?? 'applied') : 'undoing', ...reason }
  if (change.state === 'failed') return { ...decision, state: 'failed', ...reason }
  return { ...decision, nodes: change.nodes, state: change.state === 'running' ? 'applying' : 'queued' }
}
