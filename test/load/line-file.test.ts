import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LineFile } from '../../ingest/load/line-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-lines-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a file of lines', () => {
  it('gives every line back by its place, in whatever order they are asked for', () => {
    // Some lines are longer than what is read ahead at once.
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constant('x'.repeat(700_000)),
      fc.constant('漢'.repeat(500_000)),
    )
    const lines = fc.array(
      line.map((text) => text.replaceAll(/[\n\r]/g, ' ')),
      { minLength: 1, maxLength: 12 },
    )
    let run = 0
    fc.assert(
      fc.property(lines, fc.array(fc.nat(), { maxLength: 30 }), (texts, asked) => {
        const file = new LineFile(join(folder, String(run++)))
        const places = texts.map((text) => file.append(text))
        for (const at of asked) {
          const place = places[at % places.length]
          if (place) expect(file.read(place) === texts[at % texts.length]).toBe(true)
        }
        file.close()
      }),
      { numRuns: 30 },
    )
  })

  it('decodes no more of each line than it is asked for, and still finds all of them', () => {
    const file = new LineFile(join(folder, 'heads'))
    const places = ['one', '', 'seven letters'].map((line) => file.append(line))
    expect([...file.lines(5)]).toEqual(['one', '', 'seven'].map((line, index) => ({ line, place: places[index] })))
    file.close()
  })
})
