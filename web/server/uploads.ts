import type { Context } from 'hono'
import { z } from 'zod'
import { ingest, ingestList } from '../api-ingests.ts'
import type { ApiRoutes } from './api-routes.ts'
import { sendJobEvents } from './job-events.ts'
import { tooLarge } from './jobs/receive.ts'
import { noUploads } from './jobs/uploads.ts'
import { text } from './parameters.ts'
import { RefusedRequest } from './problems.ts'
import type { Served, ServerEnv } from './served.ts'

const FRESH = { 'Cache-Control': 'no-store' }
const FILE = 'application/octet-stream'

const params = z.object({ id: z.string().max(100).describe('The id of an upload') })
const query = z.strictObject({ name: text(1000).describe('What the file is called; the papers’ source in the graph') })
const common = { tag: 'ingest' } as const
const one = { ...common, path: '/uploads/{id}', params, answer: ingest, problems: [404] } as const

/**
 * Uploads: files that are ingested as the command line would, one at a time.
 *
 * The body is the file itself, not a form: it goes to the disk as it comes, `curl -T` sends it in one short line, and the
 * content type is one that no form and no page of another origin can send unasked.
 */
export function addUploadRoutes(routes: ApiRoutes, { uploads = noUploads() }: Served): void {
  routes.add(
    {
      ...{ ...common, method: 'get', path: '/uploads', name: 'listUploads', answer: ingestList },
      summary: 'The latest uploads, and what the server takes',
    },
    ({ c }) => c.json(uploads.list(), 200, FRESH),
  )
  routes.add(
    {
      ...{ ...common, method: 'post', path: '/uploads', name: 'addUpload', query, answer: ingest, status: 202 },
      summary: 'Add papers: send a file',
      description:
        'The body is the file as it is: JSON Lines, BibTeX, CSV, TSV or a saved page of papers, plain or gzipped. It is ingested when those before it are done; `Location` names the job.',
      otherBodies: { [FILE]: 'The file itself' },
      problems: [408, 409],
    },
    async ({ query: { name }, c }) => {
      const queue = uploads.open()
      refuseOtherTypes(c)
      if (Number(c.req.header('content-length') ?? 0) > queue.limits.mostBytes) throw tooLarge(queue.limits.mostBytes)
      const job = await queue.add(name, c.req.raw.body ?? emptyBody())
      return c.json(job, 202, { ...FRESH, Location: `/api/uploads/${job.id}` })
    },
  )
  routes.add(
    { ...one, method: 'get', name: 'getUpload', summary: 'How far an upload is, and its report' },
    ({ params: { id }, c }) => c.json(uploads.existing().get(id), 200, FRESH),
  )
  routes.add(
    {
      ...{ ...common, method: 'get', path: '/uploads/{id}/events', name: 'followUpload', params, problems: [404] },
      summary: 'Follow an upload by server-sent events',
      description:
        '`progress` at every change and `end` when it is finished, each with the whole job as JSON. With `Last-Event-ID` only what is newer comes; after `end` there is nothing more (204).',
      otherAnswers: { 'text/event-stream': 'Events, each with an Ingest' },
    },
    ({ params: { id }, c }) => sendJobEvents(c, uploads.existing(), id),
  )
  routes.add(
    {
      ...{ ...one, method: 'delete', name: 'cancelUpload', summary: 'Cancel an upload, or forget a finished one' },
      description: 'The graph stays what it was before the upload. The answer is the job as it is now.',
    },
    ({ params: { id }, c }) => c.json(uploads.cancellable().cancel(id), 200, FRESH),
  )
}

function refuseOtherTypes(c: Context<ServerEnv>): void {
  const type = c.req.header('content-type') ?? ''
  if (type.split(';')[0]?.trim().toLowerCase() !== FILE)
    throw new RefusedRequest(
      415,
      'not-a-file',
      `Send the file itself as the body, with the header "Content-Type: ${FILE}".`,
    )
  if (!/^(identity)?$/i.test(c.req.header('content-encoding') ?? ''))
    throw new RefusedRequest(
      415,
      'not-plain',
      'Send the file without "Content-Encoding"; a file that is gzipped itself is fine.',
    )
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}
