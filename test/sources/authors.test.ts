import { describe, expect, it } from 'vitest'
import { authorNames } from '../../ingest/sources/authors.ts'

describe('authorNames', () => {
  it.each([
    ['Ada Lovelace', ['Ada Lovelace']],
    ['Ada Lovelace and Charles Babbage; Mary Somerville', ['Ada Lovelace', 'Charles Babbage', 'Mary Somerville']],
    ['Ada Lovelace, Charles Babbage, and Mary Somerville', ['Ada Lovelace', 'Charles Babbage', 'Mary Somerville']],
    ['Lovelace, Ada; Babbage, Charles', ['Ada Lovelace', 'Charles Babbage']],
    ['Lovelace, Ada and van der Berg, Jan', ['Ada Lovelace', 'Jan van der Berg']],
    ['Lovelace, Ada', ['Ada Lovelace']],
    ['King, Jr., Martin Luther', ['Martin Luther King Jr.']],
    ['Lovelace, Ada; et al.', ['Ada Lovelace']],
    ['', []],
  ])('reads %s', (text, expected) => {
    expect(authorNames(text)).toEqual(expected)
  })

  it('reads lists of names and of objects with names', () => {
    expect(authorNames(['Lovelace, Ada', { name: 'Charles Babbage' }, 7, null])).toEqual([
      'Ada Lovelace',
      'Charles Babbage',
    ])
    expect(authorNames(undefined)).toEqual([])
  })
})
