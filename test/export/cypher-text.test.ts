import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { cypherMap, cypherString } from '../../queries/export/cypher-text.ts'
import { HOSTILE_TEXTS } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'papergraph-cypher-'))
const database = grafeo.GrafeoDB.create(join(folder, 'graph'))
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

it('writes any text as a literal that an engine reads back', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'\\\'"`u0041{}$;/*\n\r\t\u0000\u2028🙂 ') }),
    fc.constantFrom(...HOSTILE_TEXTS),
  )
  const holds = async (wanted: string): Promise<void> => {
    const literal = cypherString(wanted)
    expect(literal).not.toMatch(/[\n\r]/)
    expect((await database.executeCypher(`RETURN ${literal} AS text`)).rows()).toEqual([[wanted]])
  }
  await fc.assert(fc.asyncProperty(text, holds), { numRuns: 1_000 })
})

it('writes whole floats as floats, and large numbers as Cypher has them', () => {
  expect(cypherMap({ value: 83, confidence: 1e21, year: 2024 }, { value: 'float', confidence: 'float' })).toBe(
    '{`value`: 83.0, `confidence`: 1e21, `year`: 2024}',
  )
})
