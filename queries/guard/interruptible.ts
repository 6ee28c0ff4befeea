import { readings } from './readings.ts'
import { refusal } from './refusal.ts'
import { bare } from './rules.ts'
import { type Token, tokenize, Unclear } from './tokens.ts'

/**
 * Neo4j looks whether a query was ended between its rows, not within an expression: a list comprehension over a range of a
 * thousand million numbers runs on for minutes after its client is gone (seen on 5.26.30). So a range within an expression
 * must be short; as rows (UNWIND range(…) AS x) it may be endless. The embedded engine's process is ended instead.
 */
const LONGEST = 100_000

/**
 * Throws query-refused where an expression of a text that passed the guard could keep a Neo4j server busy for good. `parameters` are
 * those that it is sent with: a regular expression may be among them.
 */
export function checkInterruptible(text: string, parameters: Readonly<Record<string, unknown>> = {}): void {
  for (const reading of readings(text)) {
    try {
      const tokens = tokenize(reading.text)
      checkRanges(tokens)
      checkReductions(tokens)
      checkPatterns(tokens, parameters)
    } catch (error) {
      if (error instanceof Unclear) throw refusal(error.message, text, reading.typedAt(error.offset))
      throw error
    }
  }
}

function checkRanges(tokens: readonly Token[]): void {
  // How often the inside of each open bracket may run.
  const open: number[] = []
  tokens.forEach((token, index) => {
    if (token.kind === 'symbol' && /^[([{]$/.test(token.text)) open.push(1)
    if (token.kind === 'symbol' && /^[)\]}]$/.test(token.text)) open.pop()
    if (bare(token) !== 'RANGE' || textAt(tokens, index + 1) !== '(') return
    const close = closing(tokens, index + 1)
    if (textAt(tokens, index - 1) === 'UNWIND' && textAt(tokens, close + 1) === 'AS') return
    const length = lengthOf(tokens, index + 2, close)
    const times = open.reduce((product, each) => product * each, length ?? Number.POSITIVE_INFINITY)
    if (length === undefined || times > LONGEST) {
      const most = LONGEST.toLocaleString('en')
      throw new Unclear(
        `Neo4j cannot be stopped while an expression goes through this range: write whole numbers, at most ${most} apart, or size(…), or make rows of it with UNWIND range(…) AS x`,
        token.offset,
      )
    }
    if (textAt(tokens, index - 1) === 'IN' && open.length > 0) open[open.length - 1] = length
  })
}

/** How many numbers a range has: of numbers as written; 1 where it is as long as something that is there; undefined if unknown. */
function lengthOf(tokens: readonly Token[], from: number, to: number): number | undefined {
  const numbers: number[] = []
  let sign = 1
  for (let index = from; index < to; index += 1) {
    const token = tokens[index] ?? { text: '', kind: 'symbol', offset: 0 }
    const kind = token.kind === 'quoted' ? 'word' : token.kind
    const text = bare(token)
    if (kind === 'number') {
      numbers.push(sign * Number(text))
      sign = 1
    } else if (text === '-') sign = -1
    else if ((text === 'SIZE' || text === 'LENGTH') && textAt(tokens, index + 1) === '(')
      index = closing(tokens, index + 1)
    else if (kind === 'word' && !isSize(tokens, text)) return undefined
    else if (kind !== 'word' && text !== ',' && text !== '+') return undefined
  }
  if (numbers.some((number) => Math.abs(number) > LONGEST)) return undefined
  return Math.max(1, Math.max(...numbers, 0) - Math.min(...numbers, 0))
}

/** A name that stands for nothing but a size: `size(nodes(p)) AS n`. */
function isSize(tokens: readonly Token[], name: string): boolean {
  const bound = tokens.flatMap((token, at) => (bare(token) === name && textAt(tokens, at - 1) === 'AS' ? [at - 2] : []))
  return (
    bound.length > 0 &&
    bound.every((close) => ['SIZE', 'LENGTH', 'COUNT'].includes(nameAt(tokens, opening(tokens, close) - 1)))
  )
}

/** `reduce(s = [1], x IN … | s + s)` doubles a list without holding it: nothing could go through it all. */
function checkReductions(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    const { offset } = token
    if (bare(token) !== 'REDUCE' || textAt(tokens, index + 1) !== '(') return
    const sum = nameAt(tokens, index + 2)
    const body = tokens.slice(index + 4, closing(tokens, index + 1))
    const uses = body.filter(
      (token, at) => bare(token) === sum && (textAt(body, at - 1) === '+' || textAt(body, at + 1) === '+'),
    )
    if (uses.length > 1)
      throw new Unclear('what reduce() adds to itself grows beyond what Neo4j can be stopped at', offset)
  })
}

/** Java's regular expressions try every way to divide a repeated group, and cannot be stopped either. */
function checkPatterns(tokens: readonly Token[], parameters: Readonly<Record<string, unknown>>): void {
  tokens.forEach(({ text, offset }, index) => {
    if (text !== '~' || textAt(tokens, index - 1) !== '=') return
    const pattern = tokens[index + 1]
    const isKnown = pattern?.kind === 'string' || pattern?.kind === 'parameter'
    if (!isKnown || textAt(tokens, index + 2) === '+') {
      throw new Unclear(
        'Neo4j cannot be stopped within a regular expression: write it as one text or parameter',
        offset,
      )
    }
    if (repeatsGroup(pattern.kind === 'parameter' ? String(valueBehind(pattern, parameters)) : pattern.text)) {
      throw new Unclear(
        'its regular expression repeats a group, which Neo4j cannot be stopped in: repeat single characters only',
        offset,
      )
    }
  })
}

/** Whether a regular expression repeats a group: `(a+)+`, `(?:a|b){2,}`. */
const repeatsGroup = (pattern: string): boolean => /\)(?:[*+]|\{)/.test(pattern)

/** The value of a parameter, whose name a token has in capitals. */
function valueBehind({ text }: Token, parameters: Readonly<Record<string, unknown>>): unknown {
  const wanted = text.replace(/^\$`?|`$/g, '').toUpperCase()
  const values = Object.entries(parameters).filter(([name]) => name.toUpperCase() === wanted)
  return values.map(([, value]) => JSON.stringify(value)).join(' ')
}

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let index = open; index < tokens.length; index += 1) {
    if (/^[([{]$/.test(textAt(tokens, index))) depth += 1
    if (/^[)\]}]$/.test(textAt(tokens, index))) depth -= 1
    if (depth === 0) return index
  }
  return tokens.length
}

function opening(tokens: readonly Token[], close: number): number {
  let depth = 0
  for (let index = close; index >= 0; index -= 1) {
    if (/^[)\]}]$/.test(textAt(tokens, index))) depth += 1
    if (/^[([{]$/.test(textAt(tokens, index))) depth -= 1
    if (depth === 0) return index
  }
  return -1
}

function textAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.text ?? ''
}

function nameAt(tokens: readonly Token[], index: number): string {
  const token = tokens[index]
  return token === undefined ? '' : bare(token)
}
