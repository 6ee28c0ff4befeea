/** The rules for Cypher that both stores run alike, as far as a text shows them. Each broken one is told with its line. */
export interface Broken {
  /** From 1. */
  line: number
  rule: string
}

const AGGREGATE = /\b(?:count|collect|sum|min|max|avg|stdev|percentileCont|percentileDisc)\(/i
const CONSTANT = /^(?:'[^']*'|-?\d[\d.]*|true|false|null|\[\])$/i
/** What tells rows apart where no id does: a number that the statement itself gave them, or that of an ingest. */
const ROW_NUMBERS: ReadonlySet<string> = new Set(['step', 'at', 'path', 'rank', 'ingest'])

/** Rules that a pattern finds. They see a text without comments and with empty strings. */
const PATTERNS: readonly [rule: string, pattern: RegExp][] = [
  ['write n:A OR n:B: one store has no labels joined by | & or !', /(?<![\w`])\(\s*\w*\s*:[^()[\]{}]*[|&!]/g],
  [
    'no WHERE inside of a node pattern: put it after the pattern',
    /(?<![\w`])\(\s*\w*\s*(?::\w+)*\s*(?:\{[^{}]*\})?\s+WHERE\b/gi,
  ],
  ['no WHERE inside of a relationship pattern: put it after the pattern', /-\[(?:(?!\bIN\b)[^\]])*\bWHERE\b/gi],
  ['LIMIT and SKIP take a parameter or a number, no expression', /(?<![$\w.`])(?:LIMIT|SKIP)\s+(?!\$\w+|\d+)\S+/gi],
  ['use our own string ids, never the engine’s', /\b(?:elementId|(?<![.\w])id)\s*\(/gi],
  ['no COLLECT { }: use collect() in a subquery', /\bCOLLECT\s*\{/gi],
  ['no SHORTEST: use shortestPath', /\bSHORTEST\b/gi],
  [
    'no quantified paths: use a variable length',
    /\)\s*\{\s*\d*\s*,?\s*\d*\s*\}|(?:--|->|<-|\]-|\]->)\s*(?:\+|\{\s*\d*\s*,?\s*\d*\s*\})/g,
  ],
  [
    'no quantified paths: use a variable length',
    /\((?:\s*\([^()]*\)\s*<?-(?:\[[^\]]*\])?->?\s*)+\([^()]*\)\s*\)\s*[+*{]/g,
  ],
  ['no round(x, digits): one store has it not', /\bround\s*\([^()]*(?:\([^()]*\)[^()]*)*,/gi],
  ['no negative indices and slices: count from the front', /\[\s*-\s*\d|\.\.\s*-/g],
  ['no percentile by parameter', /\bpercentile(?:Cont|Disc)\s*\([^()]*\$/gi],
  ['no chain of ^: one store reads it from the other side', /\^[^,;\n]*\^/g],
  ['nothing that must be installed', /\b(?:apoc|gds)\./gi],
  ['a question only reads', /\b(?:CREATE|MERGE|DELETE|SET|REMOVE|DROP|LOAD|FOREACH)\b/gi],
  ['ORDER BY takes plain names: one store ignores an expression of names', /\bORDER BY\b[^\n]*[()]/gi],
]

/** The broken rules of a statement, in the order of their lines; `firstLine` is the line of the file that it begins at. */
export function brokenRules(statement: string, firstLine = 1): Broken[] {
  const text = withoutCommentsAndStrings(statement)
  const broken: Broken[] = []
  const tell = (at: number, rule: string): void => {
    broken.push({ line: firstLine + text.slice(0, at).split('\n').length - 1, rule })
  }
  for (const [rule, pattern] of PATTERNS) for (const match of text.matchAll(pattern)) tell(match.index, rule)
  for (const body of bodies(text)) checkBody(body, tell)
  for (const { index } of text.matchAll(/\bEXISTS\s*\{/gi)) {
    const inside = text.slice(index, closing(text, text.indexOf('{', index)))
    if (/\bRETURN\b/i.test(inside)) tell(index, 'no RETURN inside of EXISTS { }')
  }
  for (const { index } of text.matchAll(/\b(?:allShortestPaths|shortestPath)\s*\(/gi))
    if (!/<>/.test(text))
      tell(index, 'check that the ends of a shortest path differ: the same end twice is an error on one store')
  checkLastOrder(text, tell)
  return broken.sort((a, b) => a.line - b.line)
}

type Tell = (at: number, rule: string) => void

function checkBody({ word, items }: Body, tell: Tell): void {
  const aggregates = items.filter(({ text }) => AGGREGATE.test(text))
  for (const { at, text } of items) {
    if (word === 'RETURN' && !/\sAS\s+(?:\w+|`[^`]+`)$/i.test(text))
      tell(at, `name what is returned: "${text}" needs AS`)
    const value = text.replace(/\s+AS\s+\S+$/i, '')
    if (aggregates.length > 0 && CONSTANT.test(value))
      tell(at, 'aggregate in WITH before: beside a constant, a count of nothing has no row on one store')
    const aggregate = AGGREGATE.exec(value)
    if (aggregate !== null && (aggregate.index > 0 || closing(value, value.indexOf('(')) < value.length - 1))
      tell(at, 'aggregate in WITH before using it in an expression')
  }
}

function checkLastOrder(text: string, tell: Tell): void {
  const last = [...text.matchAll(/\bRETURN\b/gi)].at(-1)?.index ?? 0
  const order = /\bORDER BY\s+([^\n]+)(?:\s+SKIP \S+)?(?:\s+LIMIT \S+)?\s*$/i.exec(text.slice(last))
  if (order === null) {
    tell(last, 'the answer needs an ORDER BY as its end, before SKIP and LIMIT')
    return
  }
  const names = (order[1] ?? '').split(',').map((name) => name.trim().replace(/\s+(?:DESC|ASC)$/i, ''))
  const isTotal = names.some((name) => ROW_NUMBERS.has(name) || isId(name.replaceAll('`', ''), text.slice(last)))
  if (!isTotal) tell(last + order.index, 'the order must be total: end it with an id')
}

/** A name that stands for an id: `x.id`, or a column that holds one. */
function isId(name: string, answer: string): boolean {
  if (/^(?:\w+\.)?id$/.test(name) || /Id$/.test(name)) return true
  const of = new RegExp(`(\\S+)\\s+AS\\s+\`?${name}\`?(?![\\w])`, 'i').exec(answer)?.[1] ?? ''
  return /\.id$/.test(of) || ['paper', 'concept', 'repo', 'from', 'to', 'node'].includes(name)
}

interface Body {
  word: 'RETURN' | 'WITH'
  items: { at: number; text: string }[]
}

/** What stands in each RETURN and WITH, cut at the commas that are in no brackets. */
function* bodies(text: string): Generator<Body> {
  for (const match of text.matchAll(/\b(RETURN|(?<!STARTS\s|ENDS\s)WITH)\s+(?:DISTINCT\s+)?/gi)) {
    const items: Body['items'] = []
    let depth = 0
    let from = match.index + match[0].length
    let at = from
    const take = (): void => {
      const item = text.slice(from, at)
      if (item.trim() !== '') items.push({ at: from + item.length - item.trimStart().length, text: item.trim() })
      from = at + 1
    }
    for (; at < text.length; at += 1) {
      const sign = text[at] ?? ''
      if ('([{'.includes(sign)) depth += 1
      else if (')]}'.includes(sign)) depth -= 1
      if (depth < 0) break
      if (depth > 0) continue
      if (sign === ',') take()
      else if (
        /^(?:ORDER BY|SKIP|LIMIT|UNION|MATCH|OPTIONAL|UNWIND|WHERE|WITH|RETURN|CALL)\b/i.test(text.slice(at, at + 9)) &&
        /\s/.test(text[at - 1] ?? ' ')
      )
        break
    }
    take()
    yield { word: (match[1] ?? '').toUpperCase() === 'RETURN' ? 'RETURN' : 'WITH', items }
  }
}

/** Where the bracket that opens at `open` closes. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if ('([{'.includes(text[at] ?? ' ')) depth += 1
    else if (')]}'.includes(text[at] ?? ' ')) depth -= 1
    if (depth === 0) return at
  }
  return text.length
}

/** As long as before, line by line, so that places stay. */
function withoutCommentsAndStrings(text: string): string {
  return text.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, (found) =>
    found.startsWith('/') ? found.replaceAll(/[^\n]/g, ' ') : `'${'x'.repeat(found.length - 2)}'`,
  )
}
