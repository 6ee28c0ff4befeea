import { generator } from '../../ingest/extract/train/random.ts'
import { pick } from './random.ts'

/** What is thrown into harmless queries: clauses that do harm, and whatever begins or ends a text that is not code. */
const PIECES = [
  ...[
    "CREATE (canary:Canary {id: 'x'})",
    'SET n.canary = 1',
    'DETACH DELETE n',
    'DELETE n',
    'REMOVE n.id',
    'MERGE (:Canary)',
  ],
  ...[
    "LOAD CSV FROM '{FILE}' AS line",
    "LOAD CSV FROM '{FILE_URL}' AS line RETURN line AS r",
    "LOAD CSV FROM '{URL}' AS line",
  ],
  ...[
    'CREATE',
    'SET',
    'DELETE',
    'MERGE',
    'n',
    '(n)',
    'WITH n',
    'WITH *',
    'RETURN 1 AS r',
    'UNION',
    'MATCH (n)',
    'CALL {',
    '}',
  ],
  ...[
    "'",
    '"',
    '`',
    '\\',
    "\\'",
    '\\"',
    '``',
    "''",
    '//',
    '/*',
    '*/',
    '/**/',
    '/*/',
    '\n',
    '\r',
    '\r\n',
    ';',
    ',',
    '.',
    '1.',
  ],
  ...[
    '\\u0027',
    '\\u0022',
    '\\u0060',
    '\\u002f',
    '\\u002a',
    '\\u000a',
    '\\u000d',
    '\\u005c',
    '\\uu0027',
    '\\U0027',
    '\\u{27}',
  ],
  ...[
    '\u2028',
    '\u0085',
    '\u00a0',
    '\u001f',
    '\u200b',
    '\ufeff',
    '\u017fET n.x = 1',
    '$',
    '$x',
    '#',
    '--',
    '|',
    ':',
    '1',
    '0x',
  ],
  ...[
    'SHOW USERS',
    'CALL db.createLabel("Canary")',
    'FOREACH (x IN [1] |',
    ')',
    '{',
    'IN TRANSACTIONS',
    'EXPLAIN',
    'USE neo4j',
  ],
]

/** Harmless queries with pieces put in between their tokens at random places. Not all of them are hostile, few are Cypher. */
export function soup(
  harmless: readonly string[],
  places: Readonly<Record<string, string>>,
  seed: number,
  count: number,
): string[] {
  const random = generator(seed)
  const texts = new Set<string>()
  while (texts.size < count) {
    const parts = pick(harmless, random()).split(/(?<=\W)|(?=\W)/)
    const pieces = 1 + Math.floor(random() * 4)
    for (let put = 0; put < pieces; put += 1) {
      const piece = pick(PIECES, random()).replace(/\{([A-Z_]+)\}/g, (whole, name: string) => places[name] ?? whole)
      const gap = random() < 0.5 ? ' ' : ''
      parts.splice(Math.floor(random() * (parts.length + 1)), 0, `${gap}${piece}${gap}`)
    }
    texts.add(parts.join(''))
  }
  return [...texts]
}
