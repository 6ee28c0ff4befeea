import type { Document, Sentence, Token } from './extractor.ts'

/** A short form and its expansion, found together: token ranges (inclusive) in one sentence. */
export interface AcronymPair {
  sentence: Sentence
  short: [number, number]
  long: [number, number]
}

/**
 * Finds "long form (SF)" and "SF (long form)", and short forms that are explained without brackets, by the algorithm of Schwartz & Hearst, "A simple algorithm for identifying
 * abbreviation definitions in biomedical text" (PSB 2003): the short form's letters, read backwards, must occur in order in
 * the words before it, the first at the start of a word.
 */
export function acronymPairs(document: Document): AcronymPair[] {
  const pairs: AcronymPair[] = []
  for (const sentence of document.sentences) {
    const { tokens } = sentence
    for (let open = 1; open < tokens.length; open++) {
      if (tokens[open]?.text !== '(') continue
      const close = closing(tokens, open)
      if (close === undefined) continue
      const inside: [number, number] = [open + 1, close - 1]
      const pair = before(sentence, open, inside) ?? after(sentence, open, inside)
      if (pair) pairs.push(pair)
    }
    pairs.push(...explained(sentence))
  }
  return pairs
}

/** Words that may stand between a short form and what it is made of: ", a", ", the", ", short for". */
const BETWEEN = new Set(['a', 'an', 'the', 'our', 'namely', 'short', 'for'])

/**
 * "SVRPG, a stochastic variance-reduced policy gradient" and "GRAIL: Graph-Retrieval Augmented Interactive Learning": every
 * capital of the short form begins a word, in order, from the first word on, and all of them at most one function word apart.
 */
function explained(sentence: Sentence): AcronymPair[] {
  const { tokens } = sentence
  const pairs: AcronymPair[] = []
  for (let at = 0; at + 2 < tokens.length; at++) {
    const mark = tokens[at + 1]?.text
    if (mark !== ',' && mark !== ':') continue
    const short = tokens[at]?.text ?? ''
    const capitals = short.replace(/[^\p{Lu}]/gu, '').toLowerCase()
    if (capitals.length < 3 || !isShortForm(short)) continue
    let from = at + 2
    while (BETWEEN.has(tokens[from]?.text.toLowerCase() ?? '')) from++
    const to = initialsEnd(tokens, from, capitals)
    if (to !== undefined && to > from) pairs.push({ sentence, short: [at, at], long: [from, to] })
  }
  return pairs
}

/** The token with which the words from `from` on have spelt out `initials`. */
function initialsEnd(tokens: Token[], from: number, initials: string): number | undefined {
  let met = 0
  for (let at = from; at < tokens.length; at++) {
    const word = (tokens[at]?.text ?? '').toLowerCase()
    if (!/^[\p{L}\p{N}]/u.test(word)) return undefined
    const before = met
    for (const part of word.split(/[-‐‑]/)) if (met < initials.length && part.startsWith(initials[met] ?? '')) met++
    if (met === before && !/^(?:of|for|and|in|with|on|to|the|via|by|from)$/.test(word)) return undefined
    if (met === initials.length) return at
  }
  return undefined
}

/** The closing bracket of a short parenthesis; a comma, semicolon or "e.g." inside ends what can be a short form. */
function closing(tokens: Token[], open: number): number | undefined {
  for (let at = open + 1; at <= open + 12; at++) {
    const text = tokens[at]?.text
    if (text === undefined || text === '(') return undefined
    if (text === ')' || ((text === ',' || text === ';') && at === open + 2)) return at > open + 1 ? at : undefined
    if (text === ';') return undefined
  }
  return undefined
}

function isShortForm(text: string): boolean {
  return (
    /^[\p{L}\p{N}][\p{L}\p{N}+*.&^_-]{1,14}$/u.test(text) && /\p{Lu}/u.test(text) && !/^\p{Lu}?\p{Ll}+$/u.test(text)
  )
}

/** "Group Relative Policy Optimization (GRPO)". */
function before(sentence: Sentence, open: number, [from, to]: [number, number]): AcronymPair | undefined {
  const { tokens } = sentence
  if (from !== to) return undefined
  const short = tokens[from]?.text ?? ''
  if (!isShortForm(short)) return undefined
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '')
  const farthest = Math.max(0, open - Math.min(letters.length + 5, letters.length * 2) - 2)
  let floor = open
  while (floor > farthest && !/^[,;:()"]$/.test(tokens[floor - 1]?.text ?? '')) floor--
  const start = longForm(tokens, floor, open - 1, letters)
  return start === undefined ? undefined : { sentence, short: [from, to], long: [start, open - 1] }
}

/** "GRPO (Group Relative Policy Optimization)". */
function after(sentence: Sentence, open: number, [from, to]: [number, number]): AcronymPair | undefined {
  const { tokens } = sentence
  // In LaTeX the short form may stand in braces: "\\textbf{GenPT} (Generative ...)".
  const at = tokens[open - 1]?.text === '}' ? open - 2 : open - 1
  const short = tokens[at]?.text ?? ''
  if (from === to || !isShortForm(short)) return undefined
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '')
  const start = longForm(tokens, from, to, letters)
  return start === from ? { sentence, short: [at, at], long: [from, to] } : undefined
}

/** The token at which the shortest expansion of `letters` begins that ends at token `to`, not before `from`. */
function longForm(tokens: Token[], from: number, to: number, letters: string): number | undefined {
  let at = letters.replace(/s$/, '').length - 1
  const wanted = letters.toLowerCase()
  for (let token = to; token >= from; token--) {
    const word = (tokens[token]?.text ?? '').toLowerCase()
    for (let place = word.length - 1; place >= 0 && at >= 0; place--) {
      if (word[place] !== wanted[at]) continue
      const startsWord = place === 0 || !/[\p{L}\p{N}]/u.test(word[place - 1] ?? '')
      if (at === 0 && !startsWord) continue
      at--
      if (at < 0) return isLongEnough(tokens, token, to, letters) ? token : undefined
    }
  }
  return undefined
}

function isLongEnough(tokens: Token[], from: number, to: number, letters: string): boolean {
  const words = tokens.slice(from, to + 1)
  const isSelf = words.some((word) => word.text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase() === letters.toLowerCase())
  const length = (words.at(-1)?.end ?? 0) - (words[0]?.start ?? 0)
  return !isSelf && length > letters.length + 1 && words.length <= Math.min(letters.length + 5, letters.length * 2)
}
