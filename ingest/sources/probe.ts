import { open } from 'node:fs/promises'
import { fileBytes, GZIP_MAGIC, plainBytes } from './open.ts'
import { recognised } from './recognise.ts'
import type { SourceFormat } from './source.ts'

/**
 * Tells the format of a file by its first bytes. Throws PapergraphError (input) with the reason in words where it is none
 * that is known: "is a PDF; …", "is in no format that papergraph knows; expected were …".
 */
export async function formatOfFile(path: string): Promise<SourceFormat> {
  const { format, bytes } = await recognised(plainBytes(fileBytes(path, () => {})))
  const iterator = bytes[Symbol.asyncIterator]()
  // What was never begun cannot be ended, and the file would stay open.
  await iterator.next()
  await iterator.return?.()
  return format
}

/** Whether a file, unpacked where it is gzip, holds at most so many bytes. Reads no further than that. */
export async function isUnpackedWithin(path: string, mostBytes: number): Promise<boolean> {
  if (!(await isGzip(path))) return true
  let bytes = 0
  try {
    for await (const chunk of plainBytes(fileBytes(path, () => {}))) {
      bytes += chunk.length
      if (bytes > mostBytes) return false
    }
  } catch {
    // Damaged or cut: the reader says so, with what can be kept of it.
  }
  return true
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(GZIP_MAGIC.length), 0, GZIP_MAGIC.length, 0)
    return GZIP_MAGIC.every((byte, index) => buffer[index] === byte)
  } finally {
    await file.close()
  }
}
