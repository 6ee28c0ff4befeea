import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { PapergraphError } from '../../errors.ts'
import { through } from './through.ts'

export const GZIP_MAGIC = [0x1f, 0x8b]
/** Small enough that even a thousandfold compressed piece unpacks into little memory. */
const GZIP_PIECE_BYTES = 16 * 1024

/** Bytes in; `onBytes` is told how many came so far, as they lie on the disk (before unpacking). */
export async function* fileBytes(path: string, onBytes: (done: number) => void): AsyncGenerator<Buffer> {
  yield* counted(createReadStream(path), onBytes)
}

/** The same for a stream that is open already, such as standard input. */
export async function* counted(
  stream: AsyncIterable<string | Buffer>,
  onBytes: (done: number) => void,
): AsyncGenerator<Buffer> {
  let done = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    done += bytes.length
    onBytes(done)
    yield bytes
  }
}

/**
 * Unpacks gzip where the bytes say they are gzip, and passes anything else through; then turns UTF-16 with a byte order
 * mark into UTF-8 and drops a UTF-8 mark.
 * @throws PapergraphError (input) after the last good byte when the gzip data is cut off or damaged
 */
export async function* plainBytes(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* utf8Bytes(unpacked(bytes))
}

async function* unpacked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { head, all } = await peeked(bytes, GZIP_MAGIC.length)
  if (!GZIP_MAGIC.every((byte, index) => head[index] === byte)) return yield* all
  try {
    yield* through<Buffer, Buffer>(pieces(all), createGunzip())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'Z_BUF_ERROR') {
      throw new PapergraphError('input', 'ends in the middle of its gzip data; what came before was kept', {
        cause: error,
      })
    }
    if (typeof code === 'string' && code.startsWith('Z_')) {
      throw new PapergraphError('input', 'has damaged gzip data; what came before the damage was kept', {
        cause: error,
      })
    }
    throw error
  }
}

async function* utf8Bytes(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { head, all } = await peeked(bytes, 3)
  const isLittle = head[0] === 0xff && head[1] === 0xfe
  const isBig = head[0] === 0xfe && head[1] === 0xff
  if (isLittle || isBig) {
    const decoder = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be')
    for await (const chunk of all) yield Buffer.from(decoder.decode(chunk, { stream: true }))
    yield Buffer.from(decoder.decode())
    return
  }
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  let isFirst = true
  for await (const chunk of all) {
    yield isFirst && hasMark ? chunk.subarray(3) : chunk
    isFirst = false
  }
}

/** The first bytes (at least `length` where there are as many, in the first chunk of `all`), and all bytes. */
async function peeked(
  bytes: AsyncIterable<Buffer>,
  length: number,
): Promise<{ head: Buffer; all: AsyncGenerator<Buffer> }> {
  const iterator = bytes[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < length) {
    const next = await iterator.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  return { head, all: replay(head, iterator) }
}

/** Bytes that were read already, then the rest. */
export async function* replay(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head
    for (;;) {
      const next = await rest.next()
      if (next.done) return
      yield next.value
    }
  } finally {
    await rest.return?.()
  }
}

async function* pieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; start += GZIP_PIECE_BYTES) {
      yield chunk.subarray(start, start + GZIP_PIECE_BYTES)
    }
  }
}
