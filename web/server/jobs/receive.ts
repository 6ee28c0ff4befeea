import { type FileHandle, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { RefusedRequest } from '../problems.ts'

const MEGABYTE = 2 ** 20
/** A body that brings nothing for so long is given up. */
const SILENCE_MS = 30_000

/** A body that ended before its end. */
export class CutOff extends Error {}

export interface ReceiveOptions {
  mostBytes: number
  silenceMs?: number
  signal: AbortSignal
  onBytes(done: number): void
}

/**
 * Streams a body into a file, which is there whole or not at all: written beside, synced, then renamed. Returns its bytes.
 * Throws RefusedRequest (413) for a body beyond the limit, while it is read, and (507) for a full disk; CutOff where the
 * body ends early or the signal says stop.
 */
export async function receive(
  body: AsyncIterable<Uint8Array>,
  path: string,
  { mostBytes, silenceMs = SILENCE_MS, signal, onBytes }: ReceiveOptions,
): Promise<number> {
  const beside = `${path}.part`
  const file = await open(beside, 'wx', 0o600)
  try {
    const bytes = await write(inTime(body, silenceMs, signal), file, mostBytes, onBytes)
    await file.sync()
    await file.close()
    await rename(beside, path)
    await syncFolder(dirname(path))
    return bytes
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC')
      throw new RefusedRequest(507, 'disk-full', 'The server’s disk is full; nothing of the upload was used.')
    throw cause
  } finally {
    await file.close().catch(() => undefined)
  }
}

async function write(
  body: AsyncIterable<Uint8Array>,
  file: FileHandle,
  mostBytes: number,
  onBytes: (done: number) => void,
): Promise<number> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw tooLarge(mostBytes)
    await file.writeFile(chunk)
    onBytes(bytes)
  }
  return bytes
}

export const tooLarge = (mostBytes: number): RefusedRequest =>
  new RefusedRequest(
    413,
    'too-large',
    `The file is larger than ${Math.round(mostBytes / MEGABYTE)} MB, the most that this server takes; split it, or ingest it on the command line.`,
  )

/** The chunks of a body; CutOff where it fails, falls silent, or is to stop. */
async function* inTime(
  body: AsyncIterable<Uint8Array>,
  silenceMs: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const iterator = body[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await nextInTime(iterator, silenceMs, signal)
      if (next.done) return
      yield next.value
    }
  } finally {
    // Not awaited: a body that hangs would hang here too.
    Promise.resolve(iterator.return?.()).catch(() => undefined)
  }
}

function nextInTime(
  iterator: AsyncIterator<Uint8Array>,
  silenceMs: number,
  signal: AbortSignal,
): Promise<IteratorResult<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const give = (up: () => void) => () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      up()
    }
    const stop = give(() => reject(new CutOff('stopped')))
    const timer = setTimeout(
      give(() => reject(new CutOff('silent'))),
      silenceMs,
    )
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    iterator.next().then(
      (next) => give(() => resolve(next))(),
      (cause: unknown) => give(() => reject(new CutOff('broken', { cause })))(),
    )
  })
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
