import { PapergraphError } from '../../errors.ts'
import { isFurniture } from './furniture.ts'
import { normaliseText } from './normalise.ts'
import { type Block, isFinished, papersOfBlocks, weight } from './page.ts'
import type { RawItem } from './record.ts'
import { encodingReason, readWhole } from './whole.ts'

/** A line of this many letters is a paragraph of its own, not a piece of one that was wrapped. */
const PARAGRAPH_LINE = 160

/** A page of papers that was saved as text: title lines and paragraphs of abstract, furniture around them. */
export async function* readPageText(bytes: AsyncIterable<Buffer>): AsyncGenerator<RawItem> {
  const { text, badLines, failure } = await readWhole(bytes)
  if (badLines.length > 0) yield { reason: encodingReason(badLines) }
  const { papers, problems } = papersOfBlocks(textBlocks(text))
  for (const { title, abstract } of papers) {
    const joined = abstract.join(' ')
    if (badLines.length > 0 && `${title.text}${joined}`.includes('\uFFFD')) {
      yield { record: title.place, reason: 'has letters that are not UTF-8; save the file as UTF-8' }
    } else {
      yield { record: title.place, fields: { title: title.text, abstract: joined } }
    }
  }
  yield* problems
  if (failure !== undefined) throw failure
  if (papers.length === 0) {
    throw new PapergraphError(
      'input',
      'has no paper in it: a title line with a paragraph of abstract below it was expected',
    )
  }
}

/** Whether a line that looks like furniture is a piece of the wrapped paragraph above it: a link, a number at a line's start. */
function goesOn(paragraph: string, line: string): boolean {
  if (isFinished(paragraph)) return false
  return paragraph.length >= PARAGRAPH_LINE || (/^https?:/.test(line) && weight(paragraph) >= 8)
}

/** Cuts text into blocks at blank lines. Wrapped lines are joined; a line as long as a paragraph stands by itself. */
export function textBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  for (const [index, raw] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const line = normaliseText(raw)
    const isAlone = line.length >= PARAGRAPH_LINE || (isFurniture(line) && !goesOn(open?.text ?? '', line))
    if (line === '' || isAlone) open = undefined
    if (line === '') continue
    if (open === undefined) {
      const block = { text: line, place: `line ${index + 1}` }
      blocks.push(block)
      if (!isAlone) open = block
    } else {
      open.text += ` ${line}`
    }
  }
  return blocks
}
