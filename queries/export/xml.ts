/**
 * What XML 1.0 (https://www.w3.org/TR/xml/#charsets) cannot hold at all, not even as a reference: control characters but
 * tab, line feed and carriage return, halves of surrogate pairs, U+FFFE and U+FFFF. Each becomes U+FFFD, as in broken text.
 */
const SUSPECT = /[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu
// Blanks other than the space are written as references: a parser turns them into spaces in attributes, and a carriage return into a line feed anywhere.
const MARKUP = /[&<>"\t\n\r]/g
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text for an element's content or an attribute between double quotes. */
export function xmlText(text: string): string {
  return text
    .replace(SUSPECT, (sign) => (isAllowed(sign) ? sign : '\uFFFD'))
    .replace(MARKUP, (sign) => REFERENCES[sign] ?? sign)
}

const isAllowed = (sign: string): boolean =>
  sign === '\t' || sign === '\n' || sign === '\r' || (sign >= '\u007F' && sign <= '\u009F')
