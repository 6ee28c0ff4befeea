import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalogue, readCatalogue } from '../../queries/catalogue.ts'
import { guard } from '../../queries/guard/guard.ts'

const HEAD = '// Title\n//\n// What it asks,\n// in two lines.\n//\n'
const COLUMNS = '// Columns:\n//   id: The id.\n// Shape: table\n'
const BODY = 'MATCH (n:Paper)\nRETURN n.id AS id\nORDER BY id\n'

function read(text: string): ReturnType<typeof readCatalogue> {
  const folder = mkdtempSync(join(tmpdir(), 'papergraph-catalogue-'))
  try {
    writeFileSync(join(folder, 'some-name.cypher'), text)
    return readCatalogue(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a file of the catalogue', () => {
  it('is read into its parts', () => {
    const text = [
      `${HEAD}// Parameters:`,
      '//   paper: id of a paper - The paper.',
      "//   kind: string = 'code', one of code model - The kind.",
      '//   limit: integer = 25, from 1 to 100 - At most so many - rows, that is.',
      '//   weight: float = 1.5 - Its weight.',
      '//   own: boolean = true - Whether it is own.',
      '//   ids: strings = [] - Ids.',
      '//   others: ids of papers - Papers.',
      '//   to: id of a node, other than paper - A node.',
      '// Columns:',
      '//   id, title: What the paper has.',
      '// Shape: both',
      '// Rank: openingMap',
      ...['paper', 'kind', 'limit', 'weight', 'own', 'ids', 'others', 'to'].map((name) => `:param ${name} => 1;`),
      'RETURN $paper AS id, 1 AS title LIMIT $limit',
      '',
    ].join('\n')
    expect(read(text).get('some-name')).toEqual({
      name: 'some-name',
      title: 'Title',
      description: 'What it asks, in two lines.',
      parameters: [
        { name: 'paper', type: 'string', idOf: 'paper', description: 'The paper.' },
        { name: 'kind', type: 'string', default: 'code', oneOf: ['code', 'model'], description: 'The kind.' },
        {
          name: 'limit',
          type: 'integer',
          default: 25,
          from: 1,
          to: 100,
          description: 'At most so many - rows, that is.',
        },
        { name: 'weight', type: 'float', default: 1.5, description: 'Its weight.' },
        { name: 'own', type: 'boolean', default: true, description: 'Whether it is own.' },
        { name: 'ids', type: 'strings', default: [], description: 'Ids.' },
        { name: 'others', type: 'strings', idOf: 'paper', description: 'Papers.' },
        { name: 'to', type: 'string', idOf: 'node', otherThan: 'paper', description: 'A node.' },
      ],
      columns: [
        { name: 'id', description: 'What the paper has.' },
        { name: 'title', description: 'What the paper has.' },
      ],
      shape: 'both',
      rank: 'openingMap',
      text,
      statement: 'RETURN $paper AS id, 1 AS title LIMIT $limit',
    })
  })

  it.each([
    ['no title', `//\n${COLUMNS}${BODY}`, ':1: the first line must be the title'],
    ['no shape', `${HEAD}// Columns:\n//   id: The id.\n${BODY}`, ':7: the head must say "Shape: table"'],
    ['an unknown shape', `${HEAD}${COLUMNS.replace('table', 'cloud')}${BODY}`, 'must say "Shape: table"'],
    ['a shape that nothing can draw', `${HEAD}// Columns:\n//   n: N.\n// Shape: graph\n${BODY}`, 'needs a column id'],
    ['no columns', `${HEAD}${BODY}`, 'the head must say which columns'],
    ['no statement', `${HEAD}${COLUMNS}`, 'there is no statement'],
    ['a parameter of no type', `${HEAD}// Parameters:\n//   x: number - X.\n${COLUMNS}${BODY}`, ':7: "x: number - X."'],
    ['a default of another type', `${HEAD}// Parameters:\n//   x: integer = 1.5 - X.\n${COLUMNS}${BODY}`, ':7:'],
    ['an unknown limit', `${HEAD}// Parameters:\n//   x: integer, up to 5 - X.\n${COLUMNS}${BODY}`, ':7:'],
    ['an undeclared parameter', `${HEAD}${COLUMNS}${BODY}LIMIT $limit\n`, 'reads $limit, which the head does not'],
    [
      'a parameter that is not read',
      `${HEAD}// Parameters:\n//   x: integer - X.\n${COLUMNS}:param x => 1;\n${BODY}`,
      'the parameter x is declared, but',
    ],
    [
      'a parameter without an example',
      `${HEAD}// Parameters:\n//   limit: integer - X.\n${COLUMNS}${BODY}LIMIT $limit\n`,
      'has no example line',
    ],
    ['an example of nothing', `${HEAD}${COLUMNS}:param x => 1;\n${BODY}`, 'is for no declared parameter'],
    ['an unknown rank', `${HEAD}${COLUMNS}// Rank: nothing\n${BODY}`, 'there is no rank function "nothing"'],
  ])('with %s is refused with its name and line', (_case, text, message) => {
    expect(() => read(text)).toThrow(message)
    expect(() => read(text)).toThrow('some-name.cypher')
  })
})

describe('the catalogue', () => {
  const catalogue = loadCatalogue()

  it('says of each ranked answer that a console shows it unranked', () => {
    const ranked = catalogue.list().filter(({ rank }) => rank !== undefined)
    expect(ranked.filter(({ description }) => !description.includes('unranked')).map(({ name }) => name)).toEqual([])
  })

  it('is sorted by name and knows its entries', () => {
    const names = catalogue.list().map(({ name }) => name)
    expect(names).toEqual([...names].sort())
    expect(names.length).toBeGreaterThanOrEqual(15)
    for (const name of names) expect(catalogue.get(name).name).toBe(name)
  })

  it('suggests the nearest names for an unknown one', () => {
    expect(() => catalogue.get('shared-benchmark')).toThrow(
      'There is no query "shared-benchmark"; did you mean "shared-benchmarks"?',
    )
    expect(() => catalogue.get('__proto__')).toThrow('`papergraph query` lists all of them')
  })

  describe.each(catalogue.list().map((entry) => [entry.name, entry] as const))('%s', (_name, { statement, text }) => {
    it('is let through by the guard', () => {
      expect(() => guard(statement)).not.toThrow()
    })

    it('works as it stands in a console: comments, then :param lines, then one statement', () => {
      const lines = text.split('\n')
      const kinds = lines.map((line) => (line.startsWith('//') ? 'c' : line.startsWith(':param ') ? 'p' : 's')).join('')
      expect(kinds).toMatch(/^c+p*s[sc]*$/)
    })

    it('keeps to the Cypher that both stores speak', () => {
      for (const [, item = ''] of statement.matchAll(/\bRETURN (?:DISTINCT )?([^\n]+)/g)) expect(item).toMatch(/ AS /)
      expect(statement, 'labels joined in a pattern').not.toMatch(/\(\w*:\w+[|&]/)
      expect(statement, 'a negated label').not.toMatch(/:!/)
      expect(statement, 'a WHERE inside of a node pattern').not.toMatch(/\(\w+(?::\w+)? WHERE/)
      expect(statement, 'an expression after LIMIT or SKIP').not.toMatch(/\b(?:LIMIT|SKIP) (?!\$\w+|\d+)/)
      expect(statement, "the engine's own ids").not.toMatch(/\b(?:elementId|id)\(/i)
      expect(statement, 'what one store lacks').not.toMatch(/\b(?:COLLECT \{|SHORTEST|apoc|gds|round\()/i)
    })

    it('has a total order that rests on plain names', () => {
      // One store silently ignores an expression over aliases in ORDER BY.
      for (const [, order = ''] of statement.matchAll(/\bORDER BY ([^\n]+)/g)) expect(order).not.toMatch(/[()]/)
      expect(statement).toMatch(/\bORDER BY [^\n]+(?:\nSKIP \$offset)?(?:\nLIMIT \$limit)?$/)
    })
  })
})
