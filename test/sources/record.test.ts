import { describe, expect, it } from 'vitest'
import { dateOf, FIELD_LIMIT_BYTES, paperFrom, yearOf } from '../../ingest/sources/record.ts'

describe('paperFrom', () => {
  it('makes a whole paper of a whole record', () => {
    const fields = {
      id: '2506.01939v2',
      title: ' Lantern ',
      abstract: 'We  study\nit.',
      authors: 'Lovelace, Ada; Babbage, Charles',
      year: '2025',
      published: '2025-06-02',
      venue: 'ExampleConf',
      url: 'https://example.org/a',
    }
    expect(paperFrom(fields, 'a.jsonl')).toEqual({
      id: 'arxiv:2506.01939',
      title: 'Lantern',
      abstract: 'We study it.',
      authors: ['Ada Lovelace', 'Charles Babbage'],
      year: 2025,
      published: '2025-06-02',
      venue: 'ExampleConf',
      url: 'https://example.org/a',
      source: 'a.jsonl',
    })
  })

  it('keeps a paper without an abstract', () => {
    expect(paperFrom({ title: 'Lantern', abstract: null }, 's')).toMatchObject({ title: 'Lantern', abstract: '' })
  })

  it('refuses a record without a title, and fields that are no text', () => {
    expect(paperFrom({ abstract: 'x' }, 's')).toBe('has no title')
    expect(paperFrom({ title: ' \n' }, 's')).toBe('has no title')
    expect(paperFrom({ title: ['x'] }, 's')).toBe('has a title that is not text')
    expect(paperFrom({ title: 'x', abstract: {} }, 's')).toBe('has an abstract that is not text')
  })

  it('refuses a field of more than a megabyte', () => {
    const full = 'é'.repeat(FIELD_LIMIT_BYTES / 2)
    expect(paperFrom({ title: 'x', abstract: full }, 's')).toMatchObject({ title: 'x' })
    expect(paperFrom({ title: 'x', abstract: `${full}!` }, 's')).toBe(
      'has 1.0 MB in its field abstract, where at most 1 MB may stand',
    )
    expect(paperFrom({ title: 'x', authors: Array(3).fill('a'.repeat(400_000)) }, 's')).toContain('field authors')
  })

  it('leaves out a year, date or link that is none, and keeps the paper', () => {
    const paper = paperFrom({ title: 'x', year: 'n.d.', published: 'soon', url: 'javascript:alert(1)', venue: '' }, 's')
    expect(paper).toEqual({ id: expect.any(String), title: 'x', abstract: '', authors: [], source: 's' })
  })
})

describe('yearOf and dateOf', () => {
  it.each([
    ['2019', 2019],
    ['May 2019', 2019],
    ['03/05/2019', 2019],
    ['20190503', undefined],
    ['12', undefined],
    ['9999', undefined],
  ])('reads the year of %s', (text, expected) => expect(yearOf(text)).toBe(expected))

  it.each([
    ['2019', '2019'],
    ['2019-05', '2019-05'],
    ['2019-05-03', '2019-05-03'],
    ['2019-05-03T10:00:00Z', '2019-05-03'],
    ['2019-02-30', undefined],
    ['2019-13', undefined],
    ['May 2019', undefined],
  ])('reads the date of %s', (text, expected) => expect(dateOf(text)).toBe(expected))
})
