import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutGuard } from '../../queries/export/formulas.ts'
import { csvName, csvOf, sortRows, type TableColumn, windowOf } from '../../web/client/state/table.ts'

interface Row {
  name: string
  year?: number
}
const columns: TableColumn<Row>[] = [
  { name: 'name', label: 'Name', isNumeric: false, value: ({ name }) => name },
  { name: 'year', label: 'Year', isNumeric: true, value: ({ year }) => year },
]
const row = fc.record({ name: fc.string({ unit: 'binary' }), year: fc.integer() }, { requiredKeys: ['name'] })

describe('rows', () => {
  it('are sorted by a column, what has nothing in it last either way', () => {
    const rows: Row[] = [{ name: 'b' }, { name: 'a10', year: 2 }, { name: 'a9', year: 1 }]
    const names = (column: string, isUp: boolean) => sortRows(rows, columns, { column, isUp }).map(({ name }) => name)
    expect([names('name', true), names('name', false)]).toEqual([
      ['a9', 'a10', 'b'],
      ['b', 'a10', 'a9'],
    ])
    expect([names('year', true), names('year', false)]).toEqual([
      ['a9', 'a10', 'b'],
      ['a10', 'a9', 'b'],
    ])
  })

  it('are drawn where one looks, and never beyond the list', () => {
    expect(windowOf({ scrolled: 0, height: 360, rowHeight: 36 }, 100_000)).toEqual({ from: 0, to: 20 })
    expect(windowOf({ scrolled: 3_599_000, height: 360, rowHeight: 36 }, 100_000)).toEqual({ from: 99_962, to: 99_993 })
    expect(windowOf({ scrolled: 5000, height: 360, rowHeight: 36 }, 3)).toEqual({ from: 3, to: 3 })
  })
})

describe('a table as CSV', () => {
  it('comes back as it was, and runs in no spreadsheet', () => {
    const comesBack = fc.property(fc.array(row), (rows) => {
      const text = csvOf(columns, rows)
      const read: string[][] = parse(text, { record_delimiter: '\r\n' })
      expect(read).toEqual([
        ['Name', 'Year'],
        ...rows.map(({ year }) => [expect.any(String), year === undefined ? '' : String(year)]),
      ])
      read.slice(1).forEach(([cell = ''], at) => {
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
        expect(withoutGuard(cell)).toBe(rows[at]?.name)
      })
    })
    fc.assert(comesBack)
  })

  it('has a name that says what, of which graph and when', () => {
    const now = new Date('2026-11-27T12:00:00Z')
    expect(csvName('nodes', 'the bundled sample', now)).toBe('papergraph-nodes-the-bundled-sample-2026-11-27.csv')
    expect(csvName('nodes', '', now)).toBe('papergraph-nodes-2026-11-27.csv')
    expect(csvName('nodes', '../論文 2', now)).toBe('papergraph-nodes-論文-2-2026-11-27.csv')
  })
})
