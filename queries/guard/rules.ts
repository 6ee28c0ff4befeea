import { type Token, Unclear } from './tokens.ts'
import {
  ADMINISTRATIVE_NOUNS,
  ALLOWED_NAMESPACES,
  ALLOWED_PROCEDURES,
  CLAUSE_OR_NAME,
  FIRST_WORDS,
  REFUSED_CLAUSES,
  REFUSED_FUNCTIONS,
} from './words.ts'

/** Brackets deeper than this overflow an engine's stack. */
const DEEPEST = 64

/** Throws Unclear with the reason and place unless the tokens are one statement that only reads. */
export function checkTokens(tokens: readonly Token[]): void {
  checkBeginning(tokens)
  checkDepth(tokens)
  tokens.forEach((token, index) => {
    if (token.text === ';' && index < tokens.length - 1) {
      throw new Unclear('it holds several statements; send one at a time', token.offset)
    }
    if (token.kind === 'word' && !isName(tokens, index)) checkWord(tokens, index)
    if (isOpen(token)) checkFunction(tokens, index)
  })
}

function checkBeginning(tokens: readonly Token[]): void {
  const first = tokens[0]
  if (first === undefined) throw new Unclear('there is no statement in it', 0)
  if (first.kind === 'word' && FIRST_WORDS.has(first.text)) return
  const shown = first.text === ':' ? 'a console command' : `"${first.text.slice(0, 20)}"`
  const plan =
    first.text === 'EXPLAIN' || first.text === 'PROFILE' ? ', which asks for a plan instead of an answer' : ''
  throw new Unclear(
    `it begins with ${shown}${plan}; it must begin with MATCH, OPTIONAL MATCH, WITH, UNWIND, RETURN or CALL`,
    first.offset,
  )
}

function checkDepth(tokens: readonly Token[]): void {
  let depth = 0
  for (const { text, kind, offset } of tokens) {
    if (kind !== 'symbol') continue
    if (text === '(' || text === '[' || text === '{') depth += 1
    else if (text === ')' || text === ']' || text === '}') depth -= 1
    if (depth > DEEPEST) throw new Unclear(`its brackets are more than ${DEEPEST} deep`, offset)
  }
}

function checkWord(tokens: readonly Token[], index: number): void {
  const { text, offset } = at(tokens, index)
  const reason = REFUSED_CLAUSES.get(text)
  if (reason !== undefined) {
    throw new Unclear(`${reason}: ${text} (a name that is spelt like this needs backticks)`, offset)
  }
  const next = at(tokens, index + 1)
  if (CLAUSE_OR_NAME.has(text)) {
    const isClause = next.kind === 'word' && ADMINISTRATIVE_NOUNS.has(next.text)
    if (isClause || (beginsClause(tokens, index) && ![':', ',', '}'].includes(next.text))) {
      throw new Unclear(`it administers the database: ${text}`, offset)
    }
  }
  if (text === 'PERIODIC') throw new Unclear('it commits while it runs: PERIODIC COMMIT', offset)
  if ((text === 'TRANSACTIONS' || text === 'TRANSACTION') && isInTransactions(tokens, index)) {
    throw new Unclear('it commits while it runs: IN TRANSACTIONS', offset)
  }
  if (text === 'CALL' && !beginsSubquery(tokens, index + 1)) checkProcedure(tokens, index)
}

/** Where a subquery or the next part of a union begins. */
function beginsClause(tokens: readonly Token[], index: number): boolean {
  const before = at(tokens, index - 1).text
  if (before === 'ALL' || before === 'DISTINCT') return at(tokens, index - 2).text === 'UNION'
  return before === '{' || before === '}' || before === 'UNION'
}

/** A word that cannot be a keyword where it stands: a property, a label or type, a map's key, an alias. */
function isName(tokens: readonly Token[], index: number): boolean {
  const before = at(tokens, index - 1)
  const next = at(tokens, index + 1)
  if (before.text === '.') {
    const owner = at(tokens, index - 2)
    return owner.kind !== 'number' && owner.text !== '.' && next.text !== '('
  }
  if (before.text === ':' || before.text === '|') return index > 1 && endsLabel(next)
  if (next.text === ':') return before.text === '{' || before.text === ','
  if (before.text === 'AS' && before.kind === 'word') return endsAlias(next)
  return false
}

const AFTER_ALIAS: ReadonlySet<string> = new Set([
  ...['', ',', ')', ']', '}', ';'],
  ...['ORDER', 'SKIP', 'OFFSET', 'LIMIT', 'WHERE', 'MATCH', 'OPTIONAL', 'RETURN', 'UNWIND', 'WITH', 'UNION', 'CALL'],
])
const endsAlias = (next: Token): boolean => AFTER_ALIAS.has(next.text)
const endsLabel = (next: Token): boolean =>
  (next.kind === 'symbol' && next.text !== '(') ||
  AFTER_ALIAS.has(next.text) ||
  ['AND', 'OR', 'XOR', 'AS'].includes(next.text)

/** `} IN TRANSACTIONS`, `} IN 3 CONCURRENT TRANSACTIONS`. */
function isInTransactions(tokens: readonly Token[], index: number): boolean {
  let back = index - 1
  while (at(tokens, back).text === 'CONCURRENT' || ['number', 'parameter'].includes(at(tokens, back).kind)) {
    if (back <= 0) return false
    back -= 1
  }
  return at(tokens, back).text === 'IN' && at(tokens, back - 1).text === '}'
}

/** `{` or `(a, b) {`. */
function beginsSubquery(tokens: readonly Token[], index: number): boolean {
  if (at(tokens, index).text !== '(') return at(tokens, index).text === '{'
  const close = tokens.findIndex((token, place) => place > index && token.text === ')')
  return at(tokens, close + 1).text === '{'
}

function checkProcedure(tokens: readonly Token[], index: number): void {
  let name = ''
  let end = index + 1
  while (isNamePart(at(tokens, end)) || at(tokens, end).text === '.') {
    name += bare(at(tokens, end))
    end += 1
    if (at(tokens, end).text !== '.' && at(tokens, end - 1).text !== '.') break
  }
  if (ALLOWED_PROCEDURES.has(name)) return
  throw new Unclear(
    `it calls the procedure "${name.toLowerCase()}"; only db.labels, db.relationshipTypes and db.propertyKeys may be called`,
    at(tokens, index).offset,
  )
}

/** The name before "(" with its dots: a function, unless it stands behind CALL. */
function checkFunction(tokens: readonly Token[], open: number): void {
  let start = open - 1
  if (!isNamePart(at(tokens, start))) return
  while (at(tokens, start - 1).text === '.' && isNamePart(at(tokens, start - 2))) start -= 2
  const parts = tokens.slice(start, open).filter((token) => token.text !== '.')
  const namespace = parts.slice(0, -1).map(bare).join('.')
  const name = bare(at(tokens, open - 1))
  if (at(tokens, start - 1).text === 'CALL') return
  const isAllowed = namespace === '' ? !REFUSED_FUNCTIONS.has(name) : ALLOWED_NAMESPACES.has(namespace)
  if (isAllowed) return
  const full = namespace === '' ? name : `${namespace}.${name}`
  throw new Unclear(
    `it calls the function "${full.toLowerCase()}", which is not among those that only compute`,
    at(tokens, start).offset,
  )
}

const isOpen = (token: Token): boolean => token.kind === 'symbol' && token.text === '('
const isNamePart = (token: Token): boolean => token.kind === 'word' || token.kind === 'quoted'

/** A name without backticks, in capitals. */
export function bare(token: Token): string {
  return token.kind === 'quoted' ? token.text.slice(1, -1).trim().toUpperCase() : token.text
}

const NONE: Token = { kind: 'symbol', text: '', offset: 0 }
const at = (tokens: readonly Token[], index: number): Token => tokens[index] ?? NONE
