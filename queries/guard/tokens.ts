export interface Token {
  kind: 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'symbol'
  /** As written; a word in capitals, whatever its case was. */
  text: string
  offset: number
}

/** What keeps a text from being read for certain: why, and where. */
export class Unclear extends Error {
  readonly offset: number
  constructor(why: string, offset: number) {
    super(why)
    this.offset = offset
  }
}

const WORD = /[\p{ID_Start}\p{Pc}][\p{ID_Continue}\p{Pc}\p{Sc}]*/uy
// Digits only: "1CREATE" is a number and a keyword to an engine, so it must be here.
const NUMBER = /\d+/y
// Characters that no eye sees: what stands between them may be read as one word or as two.
const FORMAT = /\p{Cf}/u
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u
// Ends of a line for one engine and not for another: tabulator, form feed, next line, line and paragraph separator.
const DOUBTFUL_LINE_ENDS: ReadonlySet<number> = new Set([0x0b, 0x0c, 0x85, 0x2028, 0x2029])

/**
 * Cuts Cypher into tokens; comments and white space fall out. Throws Unclear where two engines might disagree on what is
 * text and what is not: an open string or comment, a comment in a comment, an invisible character.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const start = at
    const character = text[at] ?? ''
    if (isSpace(text, at)) {
      at += 1
    } else if (text.startsWith('//', at)) {
      at = lineCommentEnd(text, at)
    } else if (text.startsWith('/*', at)) {
      at = blockCommentEnd(text, at)
    } else if (character === "'" || character === '"') {
      at = stringEnd(text, at, character)
      tokens.push({ kind: 'string', text: text.slice(start, at), offset: start })
    } else if (character === '`') {
      at = quotedEnd(text, at)
      tokens.push({ kind: 'quoted', text: text.slice(start, at), offset: start })
    } else {
      const token = plainToken(text, at)
      tokens.push(token)
      at += matchedLength(text, at, token)
    }
  }
  return tokens
}

// Java counts the four separators below the space as white space, JavaScript does not.
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 0x1c && code <= 0x1f) || /\s/.test(text.charAt(at))
}

function plainToken(text: string, at: number): Token {
  const word = matchAt(WORD, text, at)
  if (word !== undefined) {
    if (FORMAT.test(word)) throw new Unclear('a word holds an invisible character', at)
    return { kind: 'word', text: capitals(word), offset: at }
  }
  const number = matchAt(NUMBER, text, at)
  if (number !== undefined) return { kind: 'number', text: number, offset: at }
  if (text[at] === '$') {
    const name = matchAt(WORD, text, at + 1) ?? matchAt(NUMBER, text, at + 1)
    if (name !== undefined) return { kind: 'parameter', text: `$${name}`, offset: at }
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  if (INVISIBLE.test(character)) throw new Unclear('it holds an invisible character outside of a string', at)
  return { kind: 'symbol', text: character, offset: at }
}

function matchedLength(text: string, at: number, token: Token): number {
  if (token.kind === 'word') return matchAt(WORD, text, at)?.length ?? 1
  return token.text.length
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

// Wide and compatibility letters, the long s, the dotless i: whatever an engine might fold into a keyword is folded.
function capitals(word: string): string {
  return word.normalize('NFKC').toLowerCase().toUpperCase()
}

function lineCommentEnd(text: string, at: number): number {
  const next = text.indexOf('\n', at)
  const end = next === -1 ? text.length : next
  for (let index = at; index < end; index += 1) {
    const code = text.charCodeAt(index)
    if (DOUBTFUL_LINE_ENDS.has(code) || (code === 0x0d && index + 1 !== next)) {
      throw new Unclear('a comment holds a character that ends the line for some readers only', index)
    }
  }
  return end
}

function blockCommentEnd(text: string, at: number): number {
  const end = text.indexOf('*/', at + 2)
  if (end === -1) throw new Unclear('a comment that begins with /* is not closed', at)
  const inner = text.indexOf('/*', at + 2)
  if (inner !== -1 && inner < end) throw new Unclear('a comment begins inside of a comment', inner)
  return end + 2
}

function stringEnd(text: string, at: number, quote: string): number {
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === quote) return index + 1
  }
  throw new Unclear('a string is not closed', at)
}

function quotedEnd(text: string, at: number): number {
  const end = text.indexOf('`', at + 1)
  if (end === -1) throw new Unclear('a name in backticks is not closed', at)
  return text[end + 1] === '`' ? quotedEnd(text, end + 1) : end + 1
}
