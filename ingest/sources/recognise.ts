import { PapergraphError } from '../../errors.ts'
import { replay } from './open.ts'
import { papersOfBlocks } from './page.ts'
import { textBlocks } from './page-text.ts'
import type { SourceFormat } from './source.ts'
import { delimiterOf, looksLikeHeader } from './table.ts'

/** How much of a file is looked at to tell its format. */
export const HEAD_BYTES = 64 * 1024

const BINARY_KINDS: [string, string][] = [
  ['%PDF', 'a PDF; give its title and abstract in one of the formats that are read'],
  ['PK\x03\x04', 'a zip archive (or an office document); unpack it or save it as text'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['BZh', 'a bzip2 archive; unpack it or use gzip'],
  ['\xfd7zXZ', 'an xz archive; unpack it or use gzip'],
  ['\x28\xb5\x2f\xfd', 'a zstd archive; unpack it or use gzip'],
]

const EXPECTED =
  'expected were JSON Lines, BibTeX, CSV or TSV with a header that names a title column, or a saved page of papers (text or HTML)'

/**
 * Tells the format of the bytes by their content, as soon as enough of them came, and gives all of them back.
 * @throws PapergraphError (input) when there is nothing, nothing readable, or nothing that is known
 */
export async function recognised(
  bytes: AsyncIterable<Buffer>,
  override?: SourceFormat,
): Promise<{ format: SourceFormat; bytes: AsyncIterable<Buffer> }> {
  const iterator = bytes[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  let failure: unknown
  let isWhole = false
  let format: SourceFormat | undefined
  while (format === undefined && !isWhole && head.length < HEAD_BYTES) {
    // A cut gzip file may still hold records before the cut: the error comes after them.
    const next = await iterator.next().catch((error: unknown) => {
      failure = error
      return { done: true as const, value: undefined }
    })
    if (next.done) isWhole = true
    else head = Buffer.concat([head, next.value])
    if (isBlank(head)) continue
    refuseBinary(head)
    format = override ?? formatOf(head.toString('utf8'), isWhole || head.length >= HEAD_BYTES)
  }
  if (isBlank(head) && isWhole) throw failure ?? new PapergraphError('input', 'is empty')
  if (format === undefined) {
    if (failure !== undefined) throw failure
    throw new PapergraphError('input', `is in no format that papergraph knows; ${EXPECTED}`)
  }
  return { format, bytes: replay(head, failure === undefined ? iterator : failing(failure)) }
}

/** The format of a text by its first lines; undefined where more is needed, or where it is none. */
export function formatOf(head: string, isWhole: boolean): SourceFormat | undefined {
  const text = head.trimStart()
  if (/^<(?:!doctype\s+html|!--|\?xml|[a-z][\w-]*[\s>/])/i.test(text)) return 'trending-html'
  if (/^(?:\{\s*["}]|\[\s*[{\]])/.test(text)) return 'jsonl'
  const headLines = text.split('\n')
  const wholeLines = isWhole ? headLines : headLines.slice(0, -1)
  if (wholeLines.slice(0, 20).some(isJsonObject)) return 'jsonl'
  if (/^[ \t]*@(?!comment)[a-z]+\s*[{(]\s*[^\s,{}()]+\s*[,=]/im.test(text)) return 'bibtex'
  const header = wholeLines[0]
  if (header !== undefined) {
    const delimiter = delimiterOf(header, [',', ';', '\t'])
    if (looksLikeHeader(header, delimiter)) return delimiter === '\t' ? 'tsv' : 'csv'
  }
  if (isWhole && papersOfBlocks(textBlocks(head)).papers.length > 0) return 'trending-text'
  return undefined
}

function isJsonObject(line: string): boolean {
  if (!/^\s*\{.*\}\s*$/.test(line)) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

function refuseBinary(head: Buffer): void {
  const start = head.toString('latin1', 0, 8)
  const kind = BINARY_KINDS.find(([magic]) => start.startsWith(magic))?.[1]
  if (kind !== undefined) throw new PapergraphError('input', `is ${kind}, not text`)
  const part = head.subarray(0, HEAD_BYTES)
  const zeros = part.filter((byte) => byte === 0).length
  if (zeros === 0) return
  if (zeros * 3 > part.length && zeros * 2 <= part.length + 1) {
    throw new PapergraphError('input', 'seems to be UTF-16 without a byte order mark; save it as UTF-8')
  }
  throw new PapergraphError('input', 'is a binary file, not text')
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

async function* failing(error: unknown): AsyncGenerator<Buffer> {
  yield* []
  throw error
}
