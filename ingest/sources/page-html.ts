import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { PapergraphError } from '../../errors.ts'
import { isFurniture } from './furniture.ts'
import { htmlBlocks, type MarkedBlock } from './html-blocks.ts'
import { arxivId } from './identity.ts'
import { type PagePaper, papersOfBlocks, weight } from './page.ts'
import type { RawFields, RawItem } from './record.ts'
import { encodingReason, readWhole } from './whole.ts'

/** A page of papers that was saved as HTML: repeated headings with paragraphs below them, or links with titles in them. */
export async function* readPageHtml(bytes: AsyncIterable<Buffer>): AsyncGenerator<RawItem> {
  const { text, badLines, failure } = await readWhole(bytes, charsetOf)
  if (badLines.length > 0) yield { reason: encodingReason(badLines) }
  const papers = papersOfDocument(parse(text))
  for (const [index, fields] of papers.entries()) {
    const record = `paper ${index + 1}`
    const isSpoilt = badLines.length > 0 && `${fields.title}${fields.abstract}`.includes('\uFFFD')
    if (isSpoilt) yield { record, reason: 'has letters that are not UTF-8; save the file as UTF-8' }
    else yield { record, fields, isDecoded: true }
  }
  if (failure !== undefined) throw failure
  if (papers.length === 0) {
    throw new PapergraphError(
      'input',
      'has no paper in it: headings with a paragraph of abstract below them were expected',
    )
  }
}

/** The encoding that a page states in its head. */
function charsetOf(html: string): string | undefined {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(html.slice(0, 4096))?.[1]
}

function papersOfDocument(document: DefaultTreeAdapterTypes.Document): RawFields[] {
  const blocks = htmlBlocks(document)
  const byHeading = [...new Set(blocks.flatMap((block) => block.heading ?? []))].map((level) =>
    papersOfHeadings(blocks, level),
  )
  // Where titles are no headings, what links to a paper's page is one; else length and punctuation tell, as in plain text.
  const titled = blocks.map((block) => ({ ...block, isTitle: block.heading === undefined && isPaperLink(block) }))
  const byLinks = titled.some((block) => block.isTitle) ? papersOfBlocks(titled).papers : []
  const byText = papersOfBlocks(blocks).papers
  const ways = [...byHeading, byLinks.map(fieldsOf), byText.map(fieldsOf)]
  return ways.reduce((best, way) => (complete(way) > complete(best) ? way : best), [])
}

/** Papers with an abstract count in full; those without decide between two ways that are equal otherwise. */
function complete(papers: RawFields[]): number {
  return papers.reduce((sum, paper) => sum + (paper.abstract === '' ? 0.5 : 1), 0)
}

/** Every heading of one level with the paragraphs below it, to the next heading or the end of its article. */
function papersOfHeadings(blocks: MarkedBlock[], level: number): RawFields[] {
  const papers: RawFields[] = []
  for (const [index, heading] of blocks.entries()) {
    if (heading.heading !== level || isFurniture(heading.text)) continue
    const rest = blocks.slice(index + 1)
    const end = rest.findIndex((block) => block.heading !== undefined || block.article !== heading.article)
    const below = end < 0 ? rest : rest.slice(0, end)
    const abstract = below.filter(isProse).map((block) => block.text)
    const id = idOf(heading.links) ?? idOf(linksAround(heading, level, blocks, below))
    if (abstract.length > 0 || id !== undefined) papers.push(paperFields(heading.text, abstract, id))
  }
  return papers
}

/** Links that belong to a heading without one: all in its own article, else those with words in them, below it. */
function linksAround(heading: MarkedBlock, level: number, blocks: MarkedBlock[], below: MarkedBlock[]): string[] {
  const article = blocks.filter((block) => block.article === heading.article)
  const isOwn = heading.article > 0 && article.filter((block) => block.heading === level).length === 1
  // Outside of an article, a picture's link below a paper may be the next paper's.
  return (isOwn ? article : below.filter((block) => block.text !== '')).flatMap((block) => block.links)
}

function isProse({ text }: MarkedBlock): boolean {
  return !isFurniture(text) && (weight(text) >= 12 || (/[.。…!?]["'”’)\]]*$/.test(text) && weight(text) >= 4))
}

function isPaperLink(block: MarkedBlock): boolean {
  return block.isLinkOnly && weight(block.text) > 1.5 && !isFurniture(block.text) && idOf(block.links) !== undefined
}

function fieldsOf({ title, abstract }: PagePaper): RawFields {
  return paperFields(title.text, abstract, idOf(title.links ?? []))
}

function paperFields(title: string, abstract: string[], id: string | undefined): RawFields {
  const link = id === undefined ? {} : { id, url: `https://arxiv.org/abs/${id.slice('arxiv:'.length)}` }
  return { title, abstract: abstract.join(' '), ...link }
}

function idOf(links: string[]): string | undefined {
  for (const link of links) {
    const id = arxivId(link) ?? arxivId(/^(?:\.{0,2}\/)*papers\/([^/?#]+)/.exec(link)?.[1] ?? '')
    if (id !== undefined) return id
  }
  return undefined
}
