import { PapergraphError } from '../../errors.ts'
import { decodeUtf8, lines } from './lines.ts'

/** BibTeX, pages and JSON arrays are read whole; larger ones are refused. */
export const WHOLE_LIMIT_BYTES = 32 * 1024 * 1024

/** A text that was read whole. */
export interface WholeText {
  text: string
  /** Line numbers, from 1, that are not UTF-8; the bad bytes read U+FFFD. */
  badLines: number[]
  /** Why the reading stopped early (a cut gzip file); the text is then what came before, to its last whole line. */
  failure?: PapergraphError
}

/**
 * Reads everything into one text. Where the bytes are not UTF-8, `encodingOf` may name another encoding from what the text
 * says of itself (an HTML page's meta element).
 * @throws PapergraphError (input) when there is more than WHOLE_LIMIT_BYTES
 */
export async function readWhole(
  bytes: AsyncIterable<Buffer>,
  encodingOf: (text: string) => string | undefined = () => undefined,
): Promise<WholeText> {
  const chunks: Buffer[] = []
  let size = 0
  let failure: PapergraphError | undefined
  try {
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > WHOLE_LIMIT_BYTES) break
      chunks.push(chunk)
    }
  } catch (error) {
    if (!(error instanceof PapergraphError)) throw error
    failure = error
  }
  if (size > WHOLE_LIMIT_BYTES) {
    throw new PapergraphError(
      'input',
      `is larger than 32 MB, the most that is read of this format; split it, or turn it into JSON Lines, which has no limit`,
    )
  }
  let whole = Buffer.concat(chunks)
  if (failure !== undefined) whole = whole.subarray(0, whole.lastIndexOf(0x0a) + 1)
  const { text, isValid } = decodeUtf8(whole)
  if (isValid) return { text, badLines: [], ...(failure && { failure }) }

  const other = decodedAs(whole, encodingOf(text))
  if (other !== undefined) return { text: other, badLines: [], ...(failure && { failure }) }
  const badLines: number[] = []
  for await (const line of lines(once(whole))) if (!line.isValid) badLines.push(line.number)
  return { text, badLines, ...(failure && { failure }) }
}

/** Which lines are not UTF-8, in words for a problem. */
export function encodingReason(badLines: number[]): string {
  const shown = badLines.slice(0, 5).join(', ')
  const more = badLines.length > 5 ? ` and ${badLines.length - 5} more` : ''
  return `is not UTF-8 at line ${shown}${more}; save it as UTF-8`
}

function decodedAs(bytes: Buffer, encoding: string | undefined): string | undefined {
  if (encoding === undefined || /^utf-?8$/i.test(encoding)) return undefined
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
