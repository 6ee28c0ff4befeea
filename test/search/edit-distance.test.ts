import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../queries/search/edit-distance.ts'
import { didYouMean, nearestNames } from '../../queries/search/nearest-names.ts'
import { prefixRange, TextTable } from '../../queries/search/text-table.ts'

describe('the edit distance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['abc', 'xabc', 1],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
    ['abc', 'xyz', 3],
  ])('from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance)
    expect(editDistance(b, a, 5)).toBe(distance)
  })

  it('is that of the whole table, filled cell by cell', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(wholeTable(a, b), limit + 1))
      }),
      { numRuns: 500 },
    )
  })

  it('never tells more than one above its limit', () => {
    const word = fc.string({ maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b, 100), limit + 1))
      }),
    )
  })
})

function wholeTable(a: string, b: string): number {
  const table = new Map<string, number>()
  const cell = (row: number, column: number): number => table.get(`${row} ${column}`) ?? Number.POSITIVE_INFINITY
  for (let row = 0; row <= a.length; row += 1)
    for (let column = 0; column <= b.length; column += 1) {
      const ways = [
        row + column === 0 ? 0 : Number.POSITIVE_INFINITY,
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
        cell(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
      ]
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) ways.push(cell(row - 2, column - 2) + 1)
      table.set(`${row} ${column}`, Math.min(...ways))
    }
  return cell(a.length, b.length)
}

describe('nearest names', () => {
  const names = ['paper-names', 'top-concepts', 'shared-benchmarks', 'shared-methods', 'node', 'nodes']

  it('are those a few letters off, then those that hold the word', () => {
    expect(nearestNames('noed', names)).toEqual(['node'])
    expect(nearestNames('nodess', names)).toEqual(['nodes', 'node'])
    expect(nearestNames('shared', names)).toEqual(['shared-benchmarks', 'shared-methods'])
    expect(nearestNames('xylophone', names)).toEqual([])
  })

  it('make a question', () => {
    expect(didYouMean('shared', names)).toBe('; did you mean "shared-benchmarks" or "shared-methods"?')
    expect(didYouMean('xylophone', names)).toBe('')
  })
})

describe('a prefix range', () => {
  it('holds all strings with the prefix and no others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '🙂', 'é') })),
        fc.constantFrom('', 'a', 'ab', '🙂'),
        (list, prefix) => {
          const sorted = [...list].sort()
          const [from, to] = prefixRange(new TextTable(sorted), prefix)
          expect(sorted.slice(from, to)).toEqual(sorted.filter((text) => text.startsWith(prefix)))
        },
      ),
    )
  })
})
