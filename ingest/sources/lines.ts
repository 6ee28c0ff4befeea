/** A longer line is passed over, so that it cannot fill the memory. */
export const LINE_LIMIT_BYTES = 16 * 1024 * 1024

/** One line of a UTF-8 file without its end. Of an invalid line the bad bytes read U+FFFD; of one too long the text is empty. */
export interface Line {
  /** From 1. */
  number: number
  text: string
  isValid: boolean
  isTooLong: boolean
}

const NEWLINE = 0x0a

/** Cuts bytes into lines as they come. Each line is decoded by itself, so that one with wrong bytes spoils no other. */
export async function* lines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let size = 0
  let number = 1
  const add = (part: Buffer) => {
    size += part.length
    if (size > LINE_LIMIT_BYTES) parts = []
    else if (part.length > 0) parts.push(part)
  }
  for await (const chunk of bytes) {
    let start = 0
    for (;;) {
      const end = chunk.indexOf(NEWLINE, start)
      if (end < 0) break
      add(chunk.subarray(start, end))
      yield decoded(parts, size, number)
      parts = []
      size = 0
      number += 1
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  if (size > 0) yield decoded(parts, size, number)
}

/** The UTF-8 text of the bytes, and whether they were all valid. */
export function decodeUtf8(bytes: Buffer): { text: string; isValid: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isValid: true }
  } catch {
    return { text: bytes.toString('utf8'), isValid: false }
  }
}

function decoded(parts: Buffer[], size: number, number: number): Line {
  if (size > LINE_LIMIT_BYTES) return { number, text: '', isValid: true, isTooLong: true }
  const { text, isValid } = decodeUtf8(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts))
  return { number, text: text.endsWith('\r') ? text.slice(0, -1) : text, isValid, isTooLong: false }
}
