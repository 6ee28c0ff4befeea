import type { Context } from 'hono'
import type { z } from 'zod'
import { PapergraphError } from '../../errors.ts'
import { wordsOf } from './parameters.ts'
import { RefusedRequest } from './problems.ts'
import type { ServerEnv } from './served.ts'

const DEEPEST = 32

/**
 * Reads a JSON body of at most `mostBytes` and checks it. Throws RefusedRequest: 415 for another content type (the one thing
 * that keeps a form of a foreign page from posting here), 413 for too much, 400 for anything else.
 */
export async function readJson<T>(c: Context<ServerEnv>, mostBytes: number, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json *(;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new RefusedRequest(
      415,
      'not-json',
      'Send the body as JSON, with the header "Content-Type: application/json".',
    )
  // A small body that unpacks to a huge one is not even begun.
  if (!/^(identity)?$/i.test(c.req.header('content-encoding') ?? ''))
    throw new RefusedRequest(415, 'not-plain', 'Send the body uncompressed, without "Content-Encoding".')
  const text = await readText(c.req.raw, mostBytes)
  const result = schema.safeParse(parse(text))
  if (result.success) return result.data
  throw new RefusedRequest(400, 'usage', `The body is not as it should be: ${wordsOf(result.error)}.`)
}

async function readText(request: Request, mostBytes: number): Promise<string> {
  const tooLarge = new RefusedRequest(413, 'too-large', `The body is larger than ${mostBytes / 1024} kB.`)
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  // A body sent in chunks does not say its size beforehand.
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      if (size > mostBytes) throw tooLarge
      chunks.push(chunk)
    }
  } catch (cause) {
    if (cause === tooLarge) throw cause
    // The rest of it never came.
    throw new PapergraphError('query-cancelled', 'The client went away in the middle of its request.', { cause })
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new RefusedRequest(400, 'usage', `The body is no JSON (${reason.slice(0, 120)}).`)
  }
  checkShape(value, 0)
  return value
}

function checkShape(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  if (depth === DEEPEST) throw new RefusedRequest(400, 'usage', `The body is nested deeper than ${DEEPEST} levels.`)
  if (Object.hasOwn(value, '__proto__'))
    throw new RefusedRequest(400, 'usage', 'The body must not hold a key named "__proto__".')
  for (const inner of Object.values(value)) checkShape(inner, depth + 1)
}
