const LONE_SURROGATES = /\p{Surrogate}/gu
/** Soft hyphens, zero-width spaces, byte order marks and direction marks: invisible, and they would split or disguise words. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
const BLANK_RUNS = /[\p{Cc}\s]+/gu

/**
 * Text as papergraph stores it, so that every offset counted later holds: well-formed Unicode (a lone surrogate becomes
 * U+FFFD), invisible marks dropped, NFC, each run of white space and control characters one space, trimmed. Markup and
 * queries in the text stay as they are: text is data (what publishers' exports wrap text in, plainText has taken off
 * before). Normalising twice changes nothing.
 */
export function normaliseText(text: string): string {
  return text.replace(LONE_SURROGATES, '\uFFFD').replace(INVISIBLE, '').normalize('NFC').replace(BLANK_RUNS, ' ').trim()
}
