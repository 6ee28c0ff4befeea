import type { GrafeoValue } from '@grafeo-db/js'
import { describe, expect, it } from 'vitest'
import { parametersForEmbedded, valuesFromEmbedded } from '../../queries/store/embedded-values.ts'
import { parametersForNeo4j } from '../../queries/store/neo4j-values.ts'
import { temporalText } from '../../queries/store/number-value.ts'
import { float } from '../../queries/store/store.ts'

describe('parameters for the embedded engine', () => {
  it('leave the text alone when none is a float', () => {
    expect(parametersForEmbedded('RETURN $x AS x', { x: 1 })).toEqual({ text: 'RETURN $x AS x', parameters: { x: 1 } })
  })

  it('turn a float into toFloat() wherever it is read, and nowhere else', () => {
    const text = 'RETURN $x AS x, $xy, "$x \\" $x", \'$x\', `$x` /* $x */ // $x\n, $x'
    expect(parametersForEmbedded(text, { x: float(1), xy: 2 })).toEqual({
      text: 'RETURN toFloat($x) AS x, $xy, "$x \\" $x", \'$x\', `$x` /* $x */ // $x\n, toFloat($x)',
      parameters: { x: 1, xy: 2 },
    })
  })
})

describe('values from the embedded engine', () => {
  it('do not take a person’s map for a path or a tagged value', () => {
    const maps: GrafeoValue[] = [{ nodes: [], edges: [] }, { nodes: 1, edges: 2 }, { $price: '3' }]
    expect(valuesFromEmbedded([maps])).toEqual([maps])
  })

  it('tell bytes as base64 and vectors as lists', () => {
    expect(valuesFromEmbedded([[Buffer.from('abc'), new Float32Array([0.5, 2])]])).toEqual([['YWJj', [0.5, 2]]])
  })
})

describe('parameters for Neo4j', () => {
  it('send whole numbers as integers and the others as floats', () => {
    const sent = parametersForNeo4j({ a: 1, b: 1.5, c: float(1), d: [1, 2], e: [1, 2.5], f: 1e300 })
    expect(JSON.parse(JSON.stringify(sent))).toEqual({
      a: { low: 1, high: 0 },
      b: 1.5,
      c: 1,
      d: [
        { low: 1, high: 0 },
        { low: 2, high: 0 },
      ],
      e: [1, 2.5],
      f: 1e300,
    })
  })
})

describe('the text of a time', () => {
  it.each([
    ['12:00:00.500000000', '12:00:00.5'],
    ['2024-01-05T12:00:00.000Z', '2024-01-05T12:00:00Z'],
    ['12:00:00.120+01:00', '12:00:00.12+01:00'],
    ['2024-10-10', '2024-10-10'],
    ['12:00:10', '12:00:10'],
    ['P1DT2H', 'P1DT2H'],
  ])('%s is told as %s', (given, told) => {
    expect(temporalText(given)).toBe(told)
  })
})
