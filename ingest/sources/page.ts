import { isFurniture } from './furniture.ts'
import type { RawItem } from './record.ts'

/** A piece of a page that stands by itself: a paragraph, a heading, a line of furniture. Its text is normalised. */
export interface Block {
  text: string
  /** Which line or which place of the page it is, for problems: "line 12". */
  place: string
  /** True where the page's markup says that this is a title. */
  isTitle?: boolean
  /** Links in it, absolute or not. */
  links?: string[]
}

/** A paper as it stands on a page. */
export interface PagePaper {
  title: Block
  abstract: string[]
}

type Kind = 'furniture' | 'title' | 'prose'

const LONG_PROSE = 300
const SENTENCE_END = /[.。．…!?！？]["'”’)\]]*$/
const FULL_STOP = /[.。．…]["'”’)\]]*$/

/**
 * Finds the papers of a page by their structure: a title line followed by one or more paragraphs of abstract. The last
 * title-like block before a paragraph is its title; anything else that is short is furniture.
 */
export function papersOfBlocks(blocks: Block[]): { papers: PagePaper[]; problems: RawItem[] } {
  const repeated = repeatedShapes(blocks)
  const papers: PagePaper[] = []
  const problems: RawItem[] = []
  let candidates: Block[] = []
  let paper: PagePaper | undefined
  let isAdjacent = false

  for (const [index, block] of blocks.entries()) {
    const kind = repeated.has(shape(block.text)) && !block.isTitle ? 'furniture' : kindOf(block)
    const title = candidates.findLast((candidate) => candidate.isTitle) ?? candidates.at(-1)
    if (kind === 'title' && isAdjacent && paper && !block.isTitle && continues(block, blocks[index + 1])) {
      paper.abstract.push(block.text)
    } else if (
      kind === 'furniture' &&
      isAdjacent &&
      paper &&
      /^https?:/.test(block.text) &&
      !isFinished(paper.abstract.at(-1) ?? '')
    ) {
      paper.abstract.push(block.text)
    } else if (kind === 'title') {
      candidates.push(block)
      isAdjacent = false
    } else if (kind === 'furniture') {
      isAdjacent = false
    } else if (title !== undefined) {
      // What stands before the first paper is the page's header, and silently so.
      if (papers.length > 0) problems.push(...lonelyTitles(candidates.filter((candidate) => candidate !== title)))
      paper = { title, abstract: [block.text] }
      papers.push(paper)
      candidates = []
      isAdjacent = true
    } else if (isAdjacent && paper !== undefined) {
      paper.abstract.push(block.text)
    } else if (papers.length > 0) {
      problems.push({ record: block.place, reason: `is a paragraph without a title above it: “${start(block.text)}”` })
    }
  }
  return { papers, problems }
}

function kindOf(block: Block): Kind {
  if (block.isTitle) return 'title'
  const { text } = block
  if (isFurniture(text)) return 'furniture'
  if (text.length >= LONG_PROSE) return 'prose'
  const words = weight(text)
  if (FULL_STOP.test(text) && words >= 8) return 'prose'
  if (words >= 20 && /\p{Ll}\. \p{Lu}/u.test(text)) return 'prose'
  return SENTENCE_END.test(text) && words >= 35 ? 'prose' : 'title'
}

/** Whether a short block right after an abstract still belongs to it: a last short sentence, an item of a list. */
function continues(block: Block, next: Block | undefined): boolean {
  if (FULL_STOP.test(block.text) && !/^\S+$/.test(block.text)) return true
  const isItem = /^(?:[-•*–]|\(?\d{1,2}[.)]) /.test(block.text)
  return isItem && (next === undefined || kindOf(next) !== 'prose')
}

/** Whether a text ends as a sentence does. */
export function isFinished(text: string): boolean {
  return SENTENCE_END.test(text)
}

/** Words; of writing without spaces, half its letters. */
export function weight(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  return text.split(' ').length + wide / 2
}

/** Short blocks that stand on the page three times or more but for their numbers ("GitHub 12", "arXiv page"). */
function repeatedShapes(blocks: Block[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { text } of blocks) {
    if (text.split(' ').length <= 4) counts.set(shape(text), (counts.get(shape(text)) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > 2).map(([text]) => text))
}

function shape(text: string): string {
  return text.toLowerCase().replace(/\d[\d.,]*[km]?\b/g, '0')
}

/** Lines between papers that look like a title of some length, and have no abstract. */
function lonelyTitles(candidates: Block[]): RawItem[] {
  return candidates
    .filter(
      ({ text, isTitle }) => isTitle || (weight(text) >= 6 && /[:?]|\b(?:for|of|in|with|via|to|from)\b/.test(text)),
    )
    .map(({ text, place }) => ({ record: place, reason: `looks like a title without an abstract: “${start(text)}”` }))
}

function start(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text
}
