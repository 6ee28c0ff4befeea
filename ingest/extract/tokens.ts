import type { Token } from './extractor.ts'

const SPACE = 0
const MARK = 1
const WORD = 2
/** A combining accent: part of a word. */
const ACCENT = 3
/** Stands within words: "GPT-4", "Qwen2.5", "don't", "R&D". */
const JOINER = 4
/** Writing without spaces, in which a Latin name stands between its words: "基于BERT的", "BERT를". */
const WIDE = 5
type Kind = typeof SPACE | typeof MARK | typeof WORD | typeof ACCENT | typeof JOINER | typeof WIDE

const WIDE_LETTER =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u
const ASCII = new Uint8Array(128).map((_, code) => kindOf(String.fromCharCode(code)))
const others = new Map<number, Kind>()

/** "CLIP-based" names CLIP. */
const ADJECTIVE =
  /[-‐‑](?:based|like|style|guided|driven|trained|powered|enhanced|generated|inspired|augmented|derived|specific|equipped)$/

/**
 * The words and marks of a part of a text, with their places in the whole text: a web address, a LaTeX command, a word with
 * its inner hyphens, dots and signs ("GPT-3.5", "C++", "A*"; Chinese and Latin letters part), or one mark. By hand instead of by a regular expression,
 * because every letter is looked at here: it takes a third of the time, linear in the length.
 */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  for (let at = from; at < to; ) {
    const code = codeAt(text, at, to)
    const kind = kindAt(code)
    const end = kind === SPACE ? at + 1 : tokenEnd(text, at, from, to, code, kind)
    if (kind !== SPACE) push(tokens, text.slice(at, end), at)
    at = end
  }
  return tokens
}

function push(tokens: Token[], text: string, start: number): void {
  const end = start + text.length
  const cut = ADJECTIVE.exec(text)?.index ?? 0
  const head = text.slice(0, cut)
  if (!/[\p{Lu}\d]/u.test(head)) {
    tokens.push({ text, start, end })
    return
  }
  const hyphen = start + cut
  tokens.push({ text: head, start, end: hyphen })
  tokens.push({ text: '-', start: hyphen, end: hyphen + 1 })
  tokens.push({ text: text.slice(cut + 1), start: hyphen + 1, end })
}

function tokenEnd(text: string, start: number, from: number, to: number, code: number, kind: Kind): number {
  if (code === 0x68 && /^https?:\/\/$/.test(text.slice(start, start + (text[start + 4] === 's' ? 8 : 7)))) {
    const end = runEnd(text, start, to, isVisible)
    if (end > text.indexOf('/', start) + 2) return end
  }
  if (code === 0x5c) return Math.max(start + 1, runEnd(text, start + 1, to, isLetter))
  if (kind !== WORD && kind !== ACCENT && kind !== WIDE) return start + width(code)
  const isPart = kind === WIDE ? isWide : isWord
  let end = runEnd(text, start, to, isPart)
  while (end < to && kindAt(codeAt(text, end, to)) === JOINER) {
    const next = runEnd(text, end + 1, to, isPart)
    if (next === end + 1) break
    end = next
  }
  // Between stars, a star is Markdown's.
  if (text[end] === '*' && start > from && text[start - 1] === '*') return end
  return end + signs(text, end, to)
}

/** How many signs at the end of a word are part of its name: "C++", "A*", but not "2+3". */
function signs(text: string, end: number, to: number): number {
  const sign = end < to ? text[end] : undefined
  if (sign !== '+' && sign !== '*') return 0
  if (sign === '+' && end + 1 < to && text[end + 1] === '+') return 2
  if (sign === '*' && end + 1 < to && text[end + 1] === '*') return 0
  const next = end + 1 < to ? kindAt(codeAt(text, end + 1, to)) : SPACE
  return next === WORD || next === WIDE ? 0 : 1
}

function runEnd(text: string, start: number, to: number, isPart: (code: number) => boolean): number {
  let end = start
  while (end < to) {
    const code = codeAt(text, end, to)
    if (!isPart(code)) break
    end += width(code)
  }
  return end
}

function isVisible(code: number): boolean {
  return kindAt(code) !== SPACE
}

function isWord(code: number): boolean {
  const kind = kindAt(code)
  return kind === WORD || kind === ACCENT
}

function isWide(code: number): boolean {
  const kind = kindAt(code)
  return kind === WIDE || kind === ACCENT
}

function isLetter(code: number): boolean {
  return (code | 32) >= 0x61 && (code | 32) <= 0x7a
}

function width(code: number): number {
  return code > 0xffff ? 2 : 1
}

/** The code point at a place; of a pair that the end cuts in two, the half. */
function codeAt(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at)
  return code < 0xd800 || code > 0xdbff || at + 1 >= to ? code : (text.codePointAt(at) ?? code)
}

function kindAt(code: number): Kind {
  if (code < 128) return ASCII[code] as Kind
  let kind = others.get(code)
  if (kind === undefined) {
    kind = kindOf(String.fromCodePoint(code))
    others.set(code, kind)
  }
  return kind
}

function kindOf(character: string): Kind {
  if (/\s/.test(character)) return SPACE
  if (/[\p{L}\p{N}]/u.test(character)) return WIDE_LETTER.test(character) ? WIDE : WORD
  if (/\p{M}/u.test(character)) return ACCENT
  return /[-‐‑.'’_&+]/.test(character) ? JOINER : MARK
}
