import { type Token, tokenize } from './tokens.ts'

/** A name of the graph in a typed text. */
export interface Named {
  kind: 'label' | 'type' | 'property'
  name: string
  offset: number
}

/**
 * The labels, relationship types and properties that a statement names, as far as its tokens tell. A property counts only
 * behind a variable that stands in a pattern: behind others it may be a key of some map.
 */
export function namedIn(text: string): Named[] {
  const tokens = tokenize(text)
  const variables = patternVariables(tokens, text)
  const found: Named[] = []
  const open: string[] = []
  tokens.forEach((token, index) => {
    if (token.kind === 'symbol') trackBrackets(open, tokens, index)
    if (token.text === ':' && token.kind === 'symbol' && !isMapKey(tokens, index, open.at(-1))) {
      found.push(...namesBehind(tokens, index, open.at(-1), text))
    }
    if (token.text === '.' && token.kind === 'symbol') {
      const [owner, name, next] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]]
      if (owner === undefined || name === undefined || !isName(name) || next?.text === '(') return
      if (tokens[index - 2]?.text === '.' || !variables.has(written(owner, text))) return
      found.push({ kind: 'property', name: written(name, text), offset: name.offset })
    }
  })
  return found
}

function trackBrackets(open: string[], tokens: readonly Token[], index: number): void {
  const { text } = tokens[index] ?? { text: '' }
  if (text === '(' || text === '{') open.push(text)
  else if (text === '[') open.push(tokens[index - 1]?.text === '-' ? '-[' : '[')
  else if (text === ')' || text === ']' || text === '}') open.pop()
}

/** `{name: …}`, `, name: …` */
function isMapKey(tokens: readonly Token[], index: number, bracket: string | undefined): boolean {
  const before = tokens[index - 2]?.text
  return bracket === '{' && (before === '{' || before === ',')
}

/** `:A`, `:A|B`, `:A&!B`, `:(A|B)`, `:A:B` */
function namesBehind(tokens: readonly Token[], colon: number, bracket: string | undefined, text: string): Named[] {
  const kind = bracket === '-[' ? 'type' : 'label'
  const names: Named[] = []
  let isExpected = true
  for (let index = colon + 1; ; index += 1) {
    const token = tokens[index]
    if (token === undefined) return names
    if (isName(token) && isExpected) {
      names.push({ kind, name: written(token, text), offset: token.offset })
      isExpected = false
    } else if (token.text === '|' && bracket === '[') {
      // What a list comprehension makes of each.
      return names
    } else if (token.text === '|' || token.text === '&' || token.text === ':') {
      // The next colon is found by itself.
      if (token.text === ':' && !isExpected) return names
      isExpected = true
    } else if (!isExpected || (token.text !== '!' && token.text !== '(')) {
      return names
    }
  }
}

/** `(n)`, `(n:`, `(n {`, `-[r]`, `-[r:`, `-[r*` */
function patternVariables(tokens: readonly Token[], text: string): ReadonlySet<string> {
  const names = new Set<string>()
  tokens.forEach((token, index) => {
    const [before, name, next] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]]
    if (name === undefined || next === undefined || !isName(name) || token.kind !== 'symbol') return
    const isNode = token.text === '(' && (before === undefined || !isName(before) || isClause(before))
    const isRelationship = token.text === '[' && before?.text === '-'
    const isVariable = (isNode && /^[:){]$/.test(next.text)) || (isRelationship && /^[:\]{*]$/.test(next.text))
    if (isVariable) names.add(written(name, text))
  })
  return names
}

const isClause = ({ text }: Token): boolean => ['MATCH', 'WHERE', 'AND', 'OR', 'NOT', 'SHORTESTPATH'].includes(text)
const isName = ({ kind }: Token): boolean => kind === 'word' || kind === 'quoted'

/** A name as it was typed; words are kept in capitals by the tokenizer. */
function written(token: Token, text: string): string {
  const raw = text.slice(token.offset, token.offset + token.text.length)
  return token.kind === 'quoted' ? raw.slice(1, -1).replaceAll('``', '`') : raw
}
