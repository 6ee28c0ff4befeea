import { describe, expect, it } from 'vitest'
import type { GraphNode, GraphRelationship } from '../../queries/model.ts'
import { statementsOf } from '../../queries/write/batches.ts'

const none = { nodes: [], relationships: [], removedRelationships: [], removedNodes: [] }
const concept = (id: string, label: 'Method' | 'Topic'): GraphNode => ({
  id,
  labels: ['Concept', label],
  properties: { name: id },
})
const score: GraphRelationship = {
  type: 'SCORES',
  from: 'p:1',
  to: 'a',
  key: 'abstract:0:2',
  properties: { key: 'abstract:0:2', value: 83, confidence: 1 },
}

describe('the statements of a change', () => {
  it('set and remove the type labels of concepts, one statement for each set of labels', () => {
    const statements = statementsOf({
      ...none,
      nodes: [concept('a', 'Method'), concept('b', 'Topic'), concept('c', 'Method')],
    })
    expect(statements.map(({ text }) => text)).toEqual([
      'UNWIND $rows AS row\nMERGE (n:Concept {id: row.id})\nSET n = row.properties\nSET n:Method\nREMOVE n:Model:Benchmark:Topic\nRETURN count(*) AS written',
      'UNWIND $rows AS row\nMERGE (n:Concept {id: row.id})\nSET n = row.properties\nSET n:Topic\nREMOVE n:Method:Model:Benchmark\nRETURN count(*) AS written',
    ])
    expect(statements[0]?.parameters).toEqual({
      rows: [
        { id: 'a', properties: { id: 'a', name: 'a' } },
        { id: 'c', properties: { id: 'c', name: 'c' } },
      ],
    })
  })

  it('merge relationships on their key and keep floats floats', () => {
    expect(statementsOf({ ...none, relationships: [score] }).map(({ text, expected }) => [text, expected])).toEqual([
      [
        'UNWIND $rows AS row\nMATCH (a:Paper {id: row.from})\nMATCH (b:Concept {id: row.to})\nMERGE (a)-[r:SCORES {`key`: row.key}]->(b)\nSET r = row.properties\nSET r.`confidence` = toFloat(row.properties.`confidence`)\nSET r.`value` = toFloat(row.properties.`value`)\nRETURN count(*) AS written',
        1,
      ],
    ])
  })

  it('hold at most a thousand rows each', () => {
    const nodes = Array.from({ length: 2_001 }, (_, index) => concept(`c${index}`, 'Method'))
    expect(statementsOf({ ...none, nodes }).map(({ expected }) => expected)).toEqual([1_000, 1_000, 1])
  })

  it('take relationships out first and nodes out last', () => {
    const changes = {
      nodes: [concept('a', 'Method')],
      relationships: [score],
      removedRelationships: [{ type: 'LINKS_TO' as const, from: 'p:1', to: 'h/o/n', key: '' }],
      removedNodes: [{ label: 'Repo' as const, id: 'h/o/n' }],
    }
    expect(statementsOf(changes).map(({ what }) => what)).toEqual([
      'relationships to remove',
      'nodes',
      'relationships',
      'nodes to remove',
    ])
  })

  it('are refused for a key that is not the stored property', () => {
    expect(() => statementsOf({ ...none, relationships: [{ ...score, key: 'other' }] })).toThrow(/has the key "other"/)
    expect(() => statementsOf({ ...none, relationships: [{ ...score, type: 'LINKS_TO' }] })).toThrow(
      /LINKS_TO from p:1/,
    )
  })
})
