import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { PapergraphError } from '../../errors.ts'
import type { Ingest } from '../api-ingests.ts'
import { isFinished } from './jobs/job.ts'
import type { JobQueue } from './jobs/job-queue.ts'
import type { ServerEnv } from './served.ts'

const HEARTBEAT_MS = 15_000
const RETRY_MS = 2000
const MOST_STREAMS = 100

/** Tells event ids of this process from those of an earlier one. */
const BOOT = randomBytes(4).toString('hex')

let streams = 0

/**
 * Server-sent events of one job: `progress` at every change and `end` when it is finished, each with the whole job, so
 * that the newest holds all that was missed. With Last-Event-ID only what is newer comes; after `end` nothing does (204, which
 * tells a browser to stop asking). A comment every 15 s shows that the connection lives.
 */
export function sendJobEvents(c: Context<ServerEnv>, queue: JobQueue, id: string): Response {
  const seen = c.req.header('last-event-id')
  if (isFinished(queue.get(id)) && seen === eventId(queue, id)) return c.body(null, 204)
  if (streams >= MOST_STREAMS)
    throw new PapergraphError('busy', 'Too many are following uploads; ask for the job itself now and then instead.')
  streams++
  const answer = streamSSE(c, async (stream) => {
    let wake = (): void => undefined
    const forget = queue.follow(id, () => wake())
    stream.onAbort(() => wake())
    try {
      let told = seen
      while (!stream.aborted) {
        const job = find(queue, id)
        if (job === undefined) return
        const now = eventId(queue, id)
        if (now !== told) {
          told = now
          const event = isFinished(job) ? 'end' : 'progress'
          await stream.writeSSE({ event, id: now, data: JSON.stringify(job), retry: RETRY_MS })
          if (event === 'end') return
          continue
        }
        if (queue.isClosed) return
        const isChanged = await changeWithin(HEARTBEAT_MS, (changed) => {
          wake = changed
        })
        if (!isChanged) await stream.write(': still here\n\n')
      }
    } finally {
      forget()
      streams--
    }
  })
  answer.headers.set('Cache-Control', 'no-store')
  return answer
}

const eventId = (queue: JobQueue, id: string): string => `${BOOT}-${queue.changesOf(id)}`

/** Undefined for a job that was forgotten meanwhile. */
function find(queue: JobQueue, id: string): Ingest | undefined {
  try {
    return queue.get(id)
  } catch {
    return undefined
  }
}

function changeWithin(ms: number, onReady: (changed: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms)
    onReady(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}
