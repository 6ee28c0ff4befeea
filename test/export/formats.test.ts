import { parse as parseBibtex } from '@retorquere/bibtex-parser'
import { parse as parseLatex } from '@unified-latex/unified-latex-util-parse'
import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { bibtex, citationKey } from '../../queries/export/bibtex.ts'
import { cslJson, cslName } from '../../queries/export/csl-json.ts'
import { csvEdges, csvNodes, csvTable } from '../../queries/export/csv.ts'
import { formulaSafe, withoutGuard } from '../../queries/export/formulas.ts'
import { latexTable } from '../../queries/export/latex-table.ts'
import { markdownTable } from '../../queries/export/markdown-table.ts'
import { notes } from '../../queries/export/notes.ts'
import { NODE_PROPERTIES, RELATIONSHIP_PROPERTIES } from '../../queries/export/properties.ts'
import { tableWriter } from '../../queries/export/table-writer.ts'
import { keyLabel, type Properties } from '../../queries/model.ts'
import type { Rows } from '../../queries/store/store.ts'
import { sampleGraph } from '../contract/sample-graph.ts'
import { plainLatex } from './latex.ts'
import { exportGraph, HOSTILE_TEXTS, NODES, RELATIONSHIPS, textOf } from './world.ts'

const PAPERS = NODES.filter((node) => node.labels.includes('Paper'))
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
const TABLE: Rows = {
  columns: ['id', 'a|b', 'value'],
  rows: HOSTILE_TEXTS.map((text, at) => [text, [text, { name: 'named', id: 'x' }], at / 2]),
  truncated: false,
}

describe('the table of properties', () => {
  it('knows everything that an ingest writes', async () => {
    const { nodes, relationships } = await sampleGraph()
    for (const node of nodes)
      expect(Object.keys(NODE_PROPERTIES[keyLabel(node)])).toEqual(expect.arrayContaining(Object.keys(node.properties)))
    for (const { type, properties } of relationships)
      expect(Object.keys(RELATIONSHIP_PROPERTIES[type])).toEqual(expect.arrayContaining(Object.keys(properties)))
  })

  it('stops an export that would lose a property', async () => {
    const [node] = NODES
    const strange = { ...exportGraph([{ ...(node ?? fail()), properties: { colour: 'red' } }], []) }
    await expect(textOf(csvNodes(strange))).rejects.toMatchObject({ code: 'store-foreign' })
  })
})

function fail(): never {
  throw new Error('there is none')
}

/** The lines of a CSV by column; what is quoted is there, what is not quoted and empty is not. */
function readCsv(text: string): Record<string, string>[] {
  const records: Record<string, string | undefined>[] = parseCsv(text, {
    columns: true,
    cast: (value, { quoting }) => (value === '' && !quoting ? undefined : withoutGuard(value)),
  })
  return records.map((record) =>
    Object.fromEntries(Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  )
}

const asCells = (properties: Properties): Record<string, string> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      Array.isArray(value) ? JSON.stringify(value) : String(value),
    ]),
  )

describe('CSV', () => {
  it('gives every node with every property back', async () => {
    const found = readCsv(await textOf(csvNodes(exportGraph())))
    expect(found).toHaveLength(NODES.length)
    NODES.forEach((node, at) => {
      const { type: _type, ...properties } = asCells(node.properties)
      const { label: _label, type: _shown, ...rest } = found[at] ?? {}
      expect(rest).toEqual({ id: node.id, labels: node.labels.join(';'), ...properties })
    })
    expect(found.map(({ type }) => type)).toContain('benchmark')
  })

  it('gives every relationship with its evidence back', async () => {
    const found = readCsv(await textOf(csvEdges(exportGraph())))
    expect(found).toEqual(
      RELATIONSHIPS.map(({ from, to, type, properties }) => ({
        source: from,
        target: to,
        relationship: type,
        ...asCells(properties),
      })),
    )
  })

  it('gives the table of an answer back, formulas guarded', () => {
    const text = csvTable(TABLE)
    expect(text).toContain('"\'=HYPERLINK(')
    expect(readCsv(text).map((row) => [row.id, row['a|b'], Number(row.value)])).toEqual(
      TABLE.rows.map(([id, , value]) => [id, `${id}; named`, value]),
    )
    expect(formulaSafe('-5 points')).toBe("'-5 points")
    expect(csvTable({ columns: ['n'], rows: [[-5]], truncated: false })).toBe('"n"\n-5\n')
  })
})

describe('LaTeX', () => {
  it('has the cells of the table, whatever is in them, and the rules of booktabs', () => {
    const text = latexTable(TABLE, 'Papers & scores: 100%')
    expect(() => parseLatex(text)).not.toThrow()
    const body = /\\midrule\n([\s\S]*)\\bottomrule/.exec(text)?.[1] ?? ''
    const lines = body.trimEnd().split('\n')
    expect(lines).toHaveLength(TABLE.rows.length)
    const cells = lines.map((line) => line.replace(/ \\\\$/, '').split(/(?<!\\) & /))
    expect(cells.map(([id = '', , value]) => [plainLatex(id), value])).toEqual(
      TABLE.rows.map(([id, , value]) => [oneLine(String(id)), String(value)]),
    )
    expect(text).toContain('\\caption{Papers \\& scores: 100\\%}')
    expect(text).toContain('\\toprule')
    expect(text).toMatch(/\\begin\{tabular\}\{\S+p\{6cm\}r\}/)
  })

  it('goes over pages where it is long', () => {
    const rows = Array.from({ length: 50 }, (_, at) => [at])
    const text = latexTable({ columns: ['n'], rows, truncated: false }, 'Numbers')
    expect(text).toContain('\\begin{longtable}{r}')
    expect(text).toContain('\\usepackage{longtable}')
  })
})

describe('Markdown', () => {
  it('has a line for each row and no more columns than the table', () => {
    const lines = markdownTable(TABLE).trimEnd().split('\n')
    expect(lines).toHaveLength(TABLE.rows.length + 2)
    for (const line of lines) expect(line.split(/(?<!\\)\|/)).toHaveLength(5)
    expect(lines.slice(0, 2)).toEqual(['| id | a\\|b | value |', '| --- | --- | ---: |'])
    expect(lines[3]).toContain('\\<script>')
  })
})

describe('a comparison', () => {
  it('has a column for each paper', () => {
    const said = (id: string, title: string | null, role: string, scores: string[]) => ({ id, title, role, scores })
    const answer: Rows = {
      columns: ['id', 'name', 'type', 'common', 'chosen', 'papers'],
      rows: [
        [
          'glue',
          'GLUE',
          'benchmark',
          2,
          2,
          [said('a:2', 'Second', 'uses', ['80 % (absolute)']), said('a:1', null, 'uses', [])],
        ],
        ['bert', 'BERT', 'model', 1, 2, [said('a:2', 'Second', 'introduces', [])]],
      ],
      truncated: false,
    }
    expect(tableWriter('markdown')({ name: 'compare', title: 'Side by side' }, answer)).toBe(
      [
        '| name | type | a:1 | Second |',
        '| --- | --- | --- | --- |',
        '| GLUE | benchmark | uses | uses; 80 % (absolute) |',
        '| BERT | model |  | introduces |',
        '',
      ].join('\n'),
    )
  })
})

describe('BibTeX', () => {
  it('is read by a BibTeX parser: every paper with its title, authors, year and abstract', async () => {
    const { entries, errors } = parseBibtex(await textOf(bibtex(exportGraph())), { sentenceCase: false })
    expect(errors).toEqual([])
    expect(entries.map(({ key }) => key)).toEqual(PAPERS.map(({ id }) => citationKey(id)))
    PAPERS.forEach(({ properties }, at) => {
      const fields = entries[at]?.fields
      expect(unmarked(fields?.title)).toBe(readAs(properties.title))
      expect(unmarked(fields?.abstract)).toBe(readAs(properties.abstract))
      expect(fields?.year).toBe(properties.year === undefined ? undefined : String(properties.year))
    })
    const authors = entries.map(({ fields }) =>
      fields.author?.map((one) => one.name ?? `${one.firstName} ${one.lastName}`),
    )
    expect(authors[0]).toEqual(['Ada Lovelace', 'Kurt Gödel'])
    expect(entries[0]?.fields).toMatchObject({ eprint: '2401.00001', archiveprefix: 'arXiv' })
    expect(authors.filter((names) => names?.[1] === 'X. and Sons, Inc.')).toHaveLength(HOSTILE_TEXTS.length)
  })
})

// The parser says what is printed in HTML, but leaves an ampersand as it was.
const unmarked = (text: string | undefined): string =>
  oneLine(
    (text ?? '')
      .replace(/<\/?span[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replace(/[ˋˆ˜]/g, (sign) => ({ ˋ: '`', ˆ: '^', '˜': '~' })[sign] ?? sign),
  )
const readAs = (value: unknown): string => unmarked(String(value))

/** The parts of csl-data.json (https://github.com/citation-style-language/schema) that may be there, and no others. */
const name = z.union([
  z.strictObject({ family: z.string(), given: z.string(), suffix: z.string().optional() }),
  z.strictObject({ literal: z.string() }),
])
const cslData = z.array(
  z.strictObject({
    id: z.string(),
    type: z.enum(['article', 'article-journal', 'paper-conference']),
    title: z.string(),
    author: z.array(name).optional(),
    issued: z.strictObject({ 'date-parts': z.array(z.array(z.number()).min(1).max(3)).min(1).max(2) }).optional(),
    'container-title': z.string().optional(),
    abstract: z.string().optional(),
    DOI: z.string().optional(),
    number: z.string().optional(),
    publisher: z.string().optional(),
    URL: z.string().optional(),
  }),
)

describe('CSL-JSON', () => {
  it('has every paper as the schema wants it', async () => {
    const items = cslData.parse(JSON.parse(await textOf(cslJson(exportGraph()))))
    expect(items.map(({ id, title, abstract }) => ({ id, title, abstract: abstract ?? '' }))).toEqual(
      PAPERS.map(({ id, properties: { title, abstract } }) => ({ id, title, abstract })),
    )
    expect(items[0]).toMatchObject({
      author: [
        { family: 'Lovelace', given: 'Ada' },
        { family: 'Gödel', given: 'Kurt' },
      ],
      issued: { 'date-parts': [[2024, 1, 5]] },
      number: 'arXiv:2401.00001',
    })
    expect(items.find(({ id }) => id === 'doi:10.1/2')).toMatchObject({ DOI: '10.1/2' })
  })

  it.each([
    ['Ludwig van Beethoven', { given: 'Ludwig', family: 'van Beethoven' }],
    ['Martin Luther King Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
    ['DeepSeek-AI', { literal: 'DeepSeek-AI' }],
    ['van Gogh', { given: 'van', family: 'Gogh' }],
  ])('takes %s apart', (whole, parts) => {
    expect(cslName(whole)).toEqual(parts)
  })
})

const bodyOf = (note: string): string => note.split('---\n').slice(2).join('---\n')

describe('notes', () => {
  it('hold every node, and a link for every relationship to a note that is there', async () => {
    const files = new Map<string, string>()
    for await (const { file, text } of notes(exportGraph())) files.set(file, (files.get(file) ?? '') + text)
    expect(files.size).toBe(NODES.length)
    const folded = [...files.keys()].map((file) => file.toLowerCase())
    expect(new Set(folded).size).toBe(NODES.length)
    const links = [...files.values()].flatMap((text) =>
      Array.from(bodyOf(text).matchAll(/\[\[([^\]|]+)\|/g), ([, to]) => `${to}.md`),
    )
    expect(links).toHaveLength(RELATIONSHIPS.length)
    for (const link of links) expect([...files.keys()]).toContain(link)
    const fronts = [...files.values()].map((text) => parseYaml(text.split('---\n')[1] ?? ''))
    expect(fronts.map(({ id }) => id).sort()).toEqual(NODES.map(({ id }) => id).sort())
    expect(files.get('methods/GraSS.md')).toBe(
      `---
id: "grass"
type: "method"
aliases: ["Graph Sorting","GraSS"]
name: "GraSS"
papers: 2
---

# GraSS

## Variant of

- [[topics/sorting|sorting]]
`,
    )
  })
})
