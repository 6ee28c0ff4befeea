import type { DefaultTreeAdapterTypes } from 'parse5'
import { isFurniture } from './furniture.ts'
import { normaliseText } from './normalise.ts'
import type { Block } from './page.ts'
import { textBlocks } from './page-text.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** A block of an HTML page, with what its markup says. */
export interface MarkedBlock extends Block {
  links: string[]
  /** The level of the heading that it is: 1 to 6. */
  heading?: number
  /** Which article element it stands in, counted from 1; 0 outside of all. */
  article: number
  /** True where all of its text is one link. */
  isLinkOnly: boolean
}

const LEFT_OUT = new Set(
  'head script style noscript template nav footer svg math button form select option textarea input iframe object audio video canvas dialog'.split(
    ' ',
  ),
)
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn del em font i ins kbd label mark nobr q ruby rt s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** The text of a page in blocks: one for each paragraph, heading, list item or other box. Markup is gone, entities decoded. */
export function htmlBlocks(document: DefaultTreeAdapterTypes.Document): MarkedBlock[] {
  const blocks: MarkedBlock[] = []
  let text = ''
  let linked = ''
  let segment = 0
  let links: string[] = []
  let heading: number | undefined
  let article = 0
  let articles = 0
  let isPreformatted = false

  // What stands alone between line breaks may be furniture: a link "GitHub" below the abstract.
  const endSegment = () => {
    const last = normaliseText(text.slice(segment))
    if (segment > 0 && !last.includes('://') && isFurniture(last)) text = text.slice(0, segment)
    segment = text.length
  }
  const flush = () => {
    endSegment()
    if (isPreformatted && links.length === 0) {
      for (const block of textBlocks(text)) blocks.push({ ...block, links, article, isLinkOnly: false })
      text = ''
    }
    const plain = normaliseText(text)
    // A box with a picture link alone has no text; its link still says which paper its article is about.
    if (plain !== '' || links.length > 0) {
      const isLinkOnly = plain !== '' && normaliseText(linked) === plain
      const place = `block ${blocks.length + 1}`
      blocks.push({ text: plain, place, links, article, isLinkOnly, ...(heading === undefined ? {} : { heading }) })
    }
    text = ''
    linked = ''
    segment = 0
    links = []
  }
  const visit = (node: Node, link: string | undefined) => {
    if (node.nodeName === '#text' && 'value' in node) {
      text += node.value
      if (link === undefined) return
      linked += node.value
      // A heading within a link opens a block of its own, which has the link too.
      if (node.value.trim() !== '' && !links.includes(link)) links.push(link)
    } else if ('tagName' in node) {
      visitElement(node, link)
    }
  }
  const visitElement = (element: Element, link: string | undefined) => {
    const name = element.tagName
    if (LEFT_OUT.has(name) || isHidden(element)) return
    const href = name === 'a' ? attribute(element, 'href') : undefined
    if (name === 'br') {
      endSegment()
      text += ' '
      segment = text.length
      return
    }
    if (INLINE.has(name)) {
      if (href !== undefined) links.push(href)
      for (const child of element.childNodes) visit(child, href ?? link)
      return
    }
    const outer = { heading, article, isPreformatted }
    flush()
    if (/^h[1-6]$/.test(name)) heading = Number(name.slice(1))
    if (name === 'pre') isPreformatted = true
    if (name === 'article') {
      articles += 1
      article = articles
    }
    for (const child of element.childNodes) visit(child, link)
    flush()
    heading = outer.heading
    isPreformatted = outer.isPreformatted
    article = outer.article
  }
  for (const node of document.childNodes) visit(node, undefined)
  flush()
  return blocks
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

function isHidden(element: Element): boolean {
  return attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true'
}
