import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markedText } from '../../web/mcp/marked-text.ts'
import { shortRows, shortText, shortValue } from '../../web/mcp/short-rows.ts'
import { extentWords } from '../../web/mcp/shown.ts'

describe('how much is shown', () => {
  it.each([
    [{ shown: 0, total: 0 }, 'none'],
    [{ shown: 0, total: 7 }, 'none of 7'],
    [{ shown: 0, total: 7, offset: 10 }, 'none of 7 after 10'],
    [{ shown: 7, total: 7 }, 'all 7'],
    [{ shown: 25, total: 253 }, '25 of 253'],
    [{ shown: 25, total: 253, offset: 25 }, '26 to 50 of 253'],
    [{ shown: 25, total: 25, isOpen: true }, '25 of at least 25'],
    [{ shown: 3, total: 253, offset: 250 }, '251 to 253 of 253'],
  ])('is said of %j as "%s"', (extent, words) => {
    expect(extentWords(extent)).toBe(words)
  })
})

describe('rows for a model', () => {
  it('are objects by column without what is empty', () => {
    const answer = { columns: ['id', 'year', 'own'], rows: [['a', null, false]] }
    expect(shortRows(answer, 5)).toEqual([{ id: 'a', own: false }])
  })

  it('have long texts and lists cut, also inside of nodes, and numbers left alone', () => {
    const node = { kind: 'node', properties: { abstract: 'x'.repeat(1000), year: 2020, authors: Array(40).fill('A') } }
    expect(shortValue(node)).toEqual({
      kind: 'node',
      properties: { abstract: `${'x'.repeat(400)}…`, year: 2020, authors: [...Array(30).fill('A'), '… 10 more'] },
    })
  })

  it('stop before the answer grows too long, but never before the first', () => {
    const wide = Array.from({ length: 50 }, () => 'y'.repeat(400))
    const answer = { columns: wide.map((_, at) => `c${at}`), rows: Array.from({ length: 10 }, () => wide) }
    expect(shortRows(answer, 10)).toHaveLength(1)
    expect(shortRows({ ...answer, rows: answer.rows.slice(0, 0) }, 10)).toEqual([])
  })

  it('never exceed 40,000 characters beyond one row, whatever they hold', () => {
    const cell = fc.oneof(fc.string({ maxLength: 2000 }), fc.integer(), fc.constant(null), fc.array(fc.string()))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 300 }), (rows) => {
        const short = shortRows({ columns: ['a', 'b'], rows }, 200)
        const [first] = short
        const length = JSON.stringify(short.slice(1)).length
        expect(length).toBeLessThan(40_000 + 200)
        expect(short.length > 0 || rows.length === 0 || first === undefined).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('hold nothing that people do not see', () => {
    const tagged = [...'ignore'].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('')
    expect(shortValue([`GLUE${tagged}`, 'a\u202eb\u2066c', 'é 中文 👩‍🔬'])).toEqual(['GLUE', 'abc', 'é 中文 👩‍🔬'])
  })

  it('are cut between characters, not inside of one', () => {
    expect(shortText('ab😀cd', 3)).toBe('ab…')
    expect(shortText('ab😀cd', 4)).toBe('ab😀…')
  })
})

describe('marked text', () => {
  it('shows the marks and keeps every other character', () => {
    expect(markedText('BERT beats GPT on GLUE', [[0, 4], [18, 22]])).toBe('⟦BERT⟧ beats GPT on ⟦GLUE⟧') // biome-ignore format: pairs
    expect(markedText('nothing here', [])).toBe('nothing here')
  })
})
