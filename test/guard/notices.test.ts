import { describe, expect, it } from 'vitest'
import { namedIn } from '../../queries/guard/named.ts'
import { noticesOf } from '../../queries/guard/notices.ts'

const GRAPH = {
  labels: ['Paper', 'PapergraphMeta', 'Strange'],
  types: ['USES'],
  properties: ['id', 'title', 'year', 'name', 'confidence'],
}
const notices = (text: string): Promise<string[]> => noticesOf(text, async () => GRAPH)
const named = (text: string): string[] => namedIn(text).map(({ kind, name }) => `${kind} ${name}`)

describe('the names in a typed text', () => {
  it.each([
    [
      'MATCH (n:A:B|C)-[r:T|U*1..2 {x: 1}]->(:`D e`) RETURN 1 AS x',
      ['label A', 'label B', 'label C', 'type T', 'type U', 'label D e'],
    ],
    ['MATCH (n) WHERE n:A OR n:!B RETURN n.year AS y', ['label A', 'label B', 'property year']],
    ['MATCH (n)-[r]->() WHERE r:T AND (n:A) RETURN r.as AS x', ['label T', 'label A', 'property as']],
    ['RETURN {a: b, c: d} AS m, [1, 2][0] AS x, {p: {q: 1}} AS z', []],
    ['WITH {a: 1} AS m RETURN m.a AS x', []],
    ['MATCH (n {id: 1}) WHERE EXISTS { (n)-[:T]->(:A) } RETURN n.name.x AS x', ['type T', 'label A', 'property name']],
    ["MATCH (n) RETURN ':Label' AS x, n.`a b` AS y // :Nothing", ['property a b']],
    ['MATCH (n) RETURN [x IN n.list WHERE n:A | x.y] AS l', ['property list', 'label A']],
    ['RETURN date.truncate("year", $d) AS d', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })
})

describe('a notice', () => {
  it('names what the graph does not have, where, and the nearest that it has', async () => {
    expect(await notices('MATCH (p:Papr)\n  -[:USE]->(c) RETURN p.titel AS t, c.zzzzz AS z')).toEqual([
      'There is no label "Papr" in this graph (line 1, column 10); did you mean "Paper"?',
      'There is no relationship type "USE" in this graph (line 2, column 6); did you mean "USES"?',
      'There is no property "titel" in this graph (line 2, column 25); did you mean "title"?',
      'There is no property "zzzzz" in this graph (line 2, column 39).',
    ])
  })

  it('is not given for what the graph or its model has, and then the graph is not asked', async () => {
    expect(await notices('MATCH (s:Strange) RETURN s.year AS y')).toEqual([])
    const asked = (): never => {
      throw new Error('asked')
    }
    expect(await noticesOf('MATCH (r:Repo)<-[:LINKS_TO]-(p {id: 1}) RETURN p.id AS id', asked)).toEqual([])
  })
})
