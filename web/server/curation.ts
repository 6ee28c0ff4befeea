import { z } from 'zod'
import { PapergraphError } from '../../errors.ts'
import { anchorsOf } from '../../queries/node-anchor.ts'
import { curationAnswer, decision, type NewDecision, newDecision } from '../api-curation.ts'
import type { ApiRoutes } from './api-routes.ts'
import { allDecisions, curationOf, refusalFor } from './decision-list.ts'
import type { CurationJobs } from './jobs/curation-jobs.ts'
import type { KeptChange } from './jobs/job.ts'
import { noUploads, type Uploads } from './jobs/uploads.ts'
import { RefusedRequest } from './problems.ts'
import type { Served } from './served.ts'

const FRESH = { 'Cache-Control': 'no-store' }
const params = z.object({ id: z.string().max(100).describe('The id of a decision') })
const common = { tag: 'curation' } as const

/**
 * Curation: what a person knows better than the words of the papers. A decision is queued as an upload is, and the graph is
 * made anew with it in a process of its own; until then it is shown as waiting, and can be taken back at any time.
 */
export function addCurationRoutes(routes: ApiRoutes, served: Served): void {
  const { uploads = noUploads() } = served
  routes.add(
    {
      ...{ ...common, method: 'get', path: '/curation', name: 'listDecisions', answer: curationAnswer },
      summary: 'All decisions, and whether the graph has them',
    },
    ({ c }) => c.json(curationOf(served, uploads), 200, FRESH),
  )
  routes.add(
    {
      ...{ ...common, method: 'post', path: '/curation', name: 'decide', body: newDecision, answer: decision },
      ...{ status: 202, problems: [404, 409] },
      summary: 'Decide what is one thing and what is not, what a thing is, or what to hide',
      description:
        'The decision is kept in the words of papers, so that no later ingest makes it mean something else, and applied as soon ' +
        'as the ingests before it are done. One that waits already is answered as it is; one that the graph has gives 409.',
    },
    async ({ body, signal, c }) => {
      const jobs = openJobs(served, uploads)
      const change = await changeOf(body, served, uploads, signal)
      const before = allDecisions(uploads).find(({ id }) => id === change.id)
      if (before?.state === 'applied' || before?.state === 'waiting')
        throw new PapergraphError('curation', `That was decided already${before.date ? ` on ${before.date}` : ''}.`)
      // What is being taken back stays.
      if (before?.state === 'undoing') jobs.withdraw(change.id)
      if (before?.state !== 'queued' && before?.state !== 'applying') jobs.add(change)
      return c.json(find(uploads, change.id) ?? { ...change.made, ...change, state: 'queued' }, 202, FRESH)
    },
  )
  routes.add(
    {
      ...{ ...common, method: 'post', path: '/curation-file/apply', name: 'applyDecisions', answer: curationAnswer },
      ...{ status: 202 },
      summary: 'Make the graph follow curation.jsonl after it was edited by hand',
    },
    ({ c }) => {
      openJobs(served, uploads).apply()
      return c.json(curationOf(served, uploads), 202, FRESH)
    },
  )
  routes.add(
    {
      ...{ ...common, method: 'delete', path: '/curation/{id}', name: 'undoDecision', params, answer: curationAnswer },
      problems: [404],
      summary: 'Take a decision back; everything will be as it would be without it',
    },
    ({ params: { id }, c }) => {
      takeBack(id, openJobs(served, uploads), uploads)
      return c.json(curationOf(served, uploads), 200, FRESH)
    },
  )
}

/** Throws RefusedRequest (403) where nothing is decided here. */
function openJobs({ info }: Served, uploads: Uploads): CurationJobs {
  const refusal = refusalFor(info.graph, uploads)
  if (refusal !== undefined) throw new RefusedRequest(403, 'curation-off', refusal)
  return uploads.open().curation
}

/** The decision in words of papers. Throws `not-found` and `curation`. */
async function changeOf(
  { kind, things, type, note }: NewDecision,
  { reader }: Served,
  uploads: Uploads,
  signal: AbortSignal,
): Promise<KeptChange> {
  const found = await anchorsOf(things, { run: (name, parameters) => reader.run(name, parameters, signal) })
  const paper = found.find(({ surface }) => surface === undefined)
  if (paper !== undefined && kind !== 'hide')
    throw new PapergraphError('curation', `${paper.paper} is a paper: a paper can only be hidden.`)
  const [one, other] = found
  if (kind === 'same' && one?.node !== undefined && one.node.id === other?.node?.id)
    throw new PapergraphError('curation', `Both are ${one.node.label} already.`)
  const made = {
    kind,
    things: found.map((each) => ({
      paper: each.paper,
      ...(each.surface === undefined ? {} : { words: each.surface }),
    })),
    ...(type === undefined ? {} : { type }),
    ...(note === undefined ? {} : { note }),
  }
  return {
    id: uploads.runner.decisionId(made),
    isUndo: false,
    made,
    nodes: found.flatMap(({ node }) => node?.id ?? []),
    names: found.map(({ node, surface, paper: id }) => node?.label ?? surface ?? id),
  }
}

function takeBack(id: string, jobs: CurationJobs, uploads: Uploads): void {
  const standing = find(uploads, id)
  if (standing === undefined) throw new PapergraphError('not-found', 'There is no such decision: it may be taken back.')
  const { state, kind, things, type, note, nodes, names } = standing
  if (state === 'undoing') return
  jobs.withdraw(id)
  if (state === 'queued' || state === 'failed') return
  const made = { kind, things, ...(type === undefined ? {} : { type }), ...(note === undefined ? {} : { note }) }
  jobs.add({ id, isUndo: true, made, nodes, names })
}

const find = (uploads: Uploads, id: string) => allDecisions(uploads).find((each) => each.id === id)
