import { decodeHTMLStrict } from 'entities/decode'

/** Encoded twice or three times ("&amp;amp;lt;") happens on the way through other programs, and tags stand in tags. */
const ROUNDS = 16

/** What Crossref (JATS, MathML) and others put around pieces of text. The prefix tells that it is markup and no text. */
const PREFIXED = /<\/?(?:jats|mml|xhtml|html):([a-z-]+)(?:\s[^<>]{0,300})?\/?>/gi
const BLOCKS = /^(?:p|title|sec|list|list-item|label|break)$/i
/**
 * Italics, small capitals and the like, opened and closed, around a formula or a species in an export of titles. Others are
 * left as they are, because abstracts speak of them ("<think>", "a < b", "the <b> tag"), as is what is not closed.
 */
const INLINE = /<(i|em|sub|sup|sc|scp|p)>([^<>]*)<\/\1>/gi

/** A link: its text stays, with the address behind it, which may be what the text is about. */
const LINK = /<a\s[^<>]{0,300}?\bhref\s*=\s*["']?(https?:\/\/[^\s"'<>]+)["']?[^<>]{0,300}>([^<>]*)<\/a>/gi

/**
 * Text as people read it, of a source that gives text and not pages: character references decoded ("&amp;", "&#39;", also
 * those encoded twice), publishers' inline markup dropped. A "<" of a formula stays. Twice changes nothing.
 *
 * @example plainText('H<sub>2</sub>O &amp;amp; 10<sup>5</sup> <think>') // 'H2O & 10^5 <think>'
 */
export function plainText(text: string): string {
  let plain = text
  for (let round = 0; round < ROUNDS && /&[#\w]+;|</.test(plain); round++) {
    const before = plain
    plain = decodeHTMLStrict(before)
      .replace(PREFIXED, (_, name: string) => (BLOCKS.test(name) ? ' ' : ''))
      .replace(LINK, (_, url: string, inner: string) => (inner.includes(url) ? inner : `${inner} (${url})`))
      .replace(INLINE, unwrapped)
    if (plain === before) break
  }
  return plain
}

function unwrapped(_: string, tag: string, inner: string, at: number, whole: string): string {
  const name = tag.toLowerCase()
  if (name === 'p') return ` ${inner} `
  // Without its power sign 10<sup>5</sup> would read one hundred and five.
  const isPower = name === 'sup' && /\d$/.test(whole.slice(Math.max(0, at - 1), at)) && /^\s*[-−–+]?\d/.test(inner)
  return isPower ? `^${inner}` : inner
}
