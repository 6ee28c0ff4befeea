import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { type CatalogueEntry, loadCatalogue } from '../../queries/catalogue.ts'
import { NODE_LABELS, RELATIONSHIP_TYPES } from '../../queries/model.ts'
import { type Broken, brokenRules } from './house-rules.ts'

interface Diagnostic {
  message: string
  offsets: { start: number }
}
interface Schema {
  labels: string[]
  relationshipTypes: string[]
  propertyKeys: string[]
  parameters: Record<string, unknown>
}
// The package's ES module does not load on Node 20.
const require = createRequire(import.meta.url)
const support: { lintCypherQuery(text: string, schema: Schema): Diagnostic[] | { diagnostics: Diagnostic[] } } =
  require('@neo4j-cypher/language-support')

/** Every property that a node or relationship of ours has. */
const PROPERTIES =
  'abstract aliasEvidence aliases as authors confidence decisions degree ends extractor fields host id ingest key kind metric name own owner paper papers published rule sentence sources starts surfaces system text title type unit url value venue version year'.split(
    ' ',
  )

/** What is wrong with a statement: Neo4j's own linter, then our rules, then properties that nothing has. */
function faults(statement: string, parameters: readonly string[], firstLine = 1): Broken[] {
  const schema: Schema = {
    labels: [...NODE_LABELS],
    relationshipTypes: [...RELATIONSHIP_TYPES],
    propertyKeys: PROPERTIES,
    parameters: Object.fromEntries(parameters.map((name) => [name, ''])),
  }
  const found = support.lintCypherQuery(statement, schema)
  const lineOf = (offset: number): number => firstLine + statement.slice(0, offset).split('\n').length - 1
  const linted = (Array.isArray(found) ? found : found.diagnostics)
    // A subquery without a scope is deprecated; both stores run it, and the older servers have nothing else.
    .filter(({ message }) => !message.includes('variable scope clause'))
    .map(({ message, offsets }) => ({ line: lineOf(offsets.start), rule: message }))
  const own = new Set([...PROPERTIES, ...Array.from(statement.matchAll(/[{,]\s*(\w+): /g), ([, key = '']) => key)])
  const unknown = Array.from(statement.matchAll(/(?<![\d.'])\b[a-z]\w*\.`?([a-zA-Z]\w*)`?/g))
    .filter(([, property = '']) => !own.has(property))
    .map(({ index, 1: property }) => ({
      line: lineOf(index),
      rule: `no node or relationship has a property ${property}`,
    }))
  return [...linted, ...brokenRules(statement, firstLine), ...unknown]
}

function faultsOf({ name, text, statement, parameters }: CatalogueEntry): string[] {
  const firstLine = text.slice(0, text.indexOf(statement)).split('\n').length
  const names = parameters.map((parameter) => parameter.name)
  return faults(statement, names, firstLine).map(({ line, rule }) => `queries/${name}.cypher:${line}: ${rule}`)
}

describe('the linter of the catalogue', () => {
  it.each(
    loadCatalogue()
      .list()
      .map((entry) => [entry.name, entry] as const),
  )('has nothing against %s', (_name, entry) => {
    expect(faultsOf(entry)).toEqual([])
  })

  const GOOD =
    'MATCH (n:Paper {id: $paper})-[r:USES]->(c:Concept)\nWHERE c:Method OR c:Model\nWITH n, count(c) AS total\nRETURN n.id AS id, total AS total\nORDER BY total DESC, id\nLIMIT $limit'
  const with_ = (part: string, instead: string): string => GOOD.replace(part, instead)

  it('has nothing against a statement that keeps the rules', () => {
    expect(faults(GOOD, ['paper', 'limit'])).toEqual([])
  })

  it.each<[string, string, number, string]>([
    ['a syntax error', with_('RETURN', 'RETRUN'), 4, 'Invalid input'],
    ['an undefined variable', with_('n.id AS id', 'm.id AS id'), 4, 'Variable `m` not defined'],
    ['an unknown label', with_('Concept', 'Concpt'), 1, 'Label Concpt is not present'],
    ['an unknown type', with_('USES', 'USE_S'), 1, 'Relationship type USE_S is not present'],
    ['an undeclared parameter', with_('$limit', '$limits'), 6, 'Parameter $limits is not defined'],
    ['an unknown property', with_('n.id AS id', 'n.titel AS id'), 4, 'no node or relationship has a property titel'],
    ['something returned without a name', with_('total AS total', 'total'), 4, 'needs AS'],
    ['joined labels', with_('(c:Concept)', '(c:Method|Model)'), 1, 'labels joined'],
    ['a negated label', with_('(c:Concept)', '(c:!Topic)'), 1, 'labels joined'],
    [
      'a WHERE in a node pattern',
      with_('(c:Concept)', '(c:Concept WHERE c.papers > 1)'),
      1,
      'inside of a node pattern',
    ],
    [
      'a WHERE in a relationship pattern',
      with_('[r:USES]', '[r:USES WHERE r.confidence > 0.5]'),
      1,
      'inside of a relationship pattern',
    ],
    ['an expression as limit', with_('LIMIT $limit', 'LIMIT toInteger($limit)'), 6, 'no expression'],
    ['an id of the engine', with_('n.id AS id', 'elementId(n) AS id'), 4, 'never the engine'],
    ['COLLECT { }', with_('total AS total', 'COLLECT { MATCH (x:Topic) RETURN x.id AS id } AS total'), 4, 'no COLLECT'],
    [
      'RETURN in EXISTS { }',
      with_('WHERE', 'WHERE EXISTS { MATCH (n)-->(o) RETURN o AS o } AND'),
      2,
      'no RETURN inside',
    ],
    [
      'a quantified path',
      with_('-[r:USES]->(c:Concept)', '((a:Paper)-[:USES]->(b:Concept))+(c:Concept)'),
      1,
      'quantified',
    ],
    ['a quantified relationship', with_('-[r:USES]->(c', '-[r:USES]->{1,3}(c'), 1, 'quantified'],
    ['SHORTEST', with_('MATCH (n', 'MATCH p = ANY SHORTEST (n'), 1, 'no SHORTEST'],
    [
      'a shortest path between any ends',
      with_('WITH n', 'MATCH p = shortestPath((n)-[*..4]-(c))\nWITH n'),
      3,
      'ends of a shortest path',
    ],
    ['no order', with_('ORDER BY total DESC, id\n', ''), 4, 'needs an ORDER BY'],
    ['an order that is not total', with_('ORDER BY total DESC, id', 'ORDER BY total DESC'), 5, 'must be total'],
    ['an order by an expression', with_('ORDER BY total DESC, id', 'ORDER BY size(id), id'), 5, 'plain names'],
    ['a rounding to digits', with_('total AS total', 'round(total, 2) AS total'), 4, 'no round'],
    ['a negative index', with_('total AS total', 'labels(n)[-1] AS total'), 4, 'negative'],
    ['a negative slice', with_('total AS total', 'labels(n)[0..-1] AS total'), 4, 'negative'],
    [
      'a percentile by parameter',
      with_('count(c) AS total', 'percentileCont(c.papers, $limit) AS total'),
      3,
      'percentile',
    ],
    ['a chain of powers', with_('total AS total', '2 ^ 3 ^ total AS total'), 4, 'chain of ^'],
    ['an aggregate in an expression', with_('count(c) AS total', '1 + count(c) AS total'), 3, 'in an expression'],
    [
      'an aggregate beside a constant',
      with_('WITH n, count(c) AS total', "WITH n, 'x' AS y, count(c) AS total"),
      3,
      'beside a constant',
    ],
    ['what must be installed', with_('total AS total', 'apoc.text.join([], "") AS total'), 4, 'installed'],
    ['a write', with_('WITH n,', 'SET n.year = 1\nWITH n,'), 3, 'only reads'],
  ])('finds %s, with its line', (_case, text, line, rule) => {
    const found = faults(text, ['paper', 'limit'])
    expect(found.map((each) => each.rule).join('\n')).toContain(rule)
    expect(found.find((each) => each.rule.includes(rule))?.line).toBe(line)
  })

  it('does not look into strings and comments', () => {
    const text = with_('total AS total', "'elementId(n) (c:A|B) LIMIT x' AS total // no SHORTEST, [-1]")
    expect(faults(text, ['paper', 'limit'])).toEqual([])
  })
})
