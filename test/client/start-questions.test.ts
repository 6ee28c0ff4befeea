import { describe, expect, it } from 'vitest'
import type { ApiEdge, ApiNode, NodeType, RelationshipType } from '../../web/api.ts'
import { shortName, startQuestions } from '../../web/client/state/start-questions.ts'

const node = (id: string, type: NodeType, more: Partial<ApiNode> = {}): ApiNode => ({
  ...{ id, type, label: id, degree: 1 },
  ...more,
})
const edge = (from: string, type: RelationshipType, to: string, more: Partial<ApiEdge> = {}): ApiEdge => ({
  ...{ id: `${from} ${type} ${to}`, from, to, type, key: '', confidence: 1 },
  ...more,
})
const asked = (nodes: ApiNode[], edges: ApiEdge[]) =>
  startQuestions({ nodes, edges }).map(({ name, parameters }) => [name, ...parameters.flat()].join(' '))

describe('the questions of the start page', () => {
  it('are none about an empty map', () => {
    expect(asked([], [])).toEqual([])
  })

  it('are about what has an answer: a paper with benchmarks that others name, a benchmark with scores', () => {
    const nodes = [
      node('p', 'paper', { year: 2020 }),
      node('q', 'paper', { year: 2020 }),
      node('alone', 'benchmark', { papers: 1 }),
      node('famous', 'benchmark', { papers: 9 }),
      node('scored', 'benchmark', { papers: 2 }),
    ]
    const edges = [edge('q', 'USES', 'alone'), edge('p', 'USES', 'famous'), edge('p', 'SCORES', 'scored')]
    expect(asked(nodes, edges)).toEqual(['shared-benchmarks paper p', 'benchmark-table benchmark scored'])
  })

  it('ask for papers that share benchmarks only where a benchmark is another paper’s as well', () => {
    const nodes = [node('p', 'paper'), node('b', 'benchmark', { papers: 1 })]
    expect(asked(nodes, [edge('p', 'USES', 'b')])).toEqual(['benchmark-table benchmark b'])
  })

  it('ask what is rising where two years show something that does', () => {
    const years = [2010, 2020, 2020, 2020]
    const papers = years.map((year, at) => node(`p${at}`, 'paper', { year }))
    const nodes = [...papers, node('m', 'method', { papers: 2 })]
    const rises = [edge('p2', 'USES', 'm'), edge('p3', 'USES', 'm')]
    // The question compares 2020 with 2019, of which there is no paper.
    expect(asked(nodes, rises)).toEqual([])
    const near = nodes.map((each) => (each.year === 2010 ? { ...each, year: 2019 } : each))
    expect(asked(near, rises)).toEqual(['rising'])
    expect(asked(near, [edge('p0', 'USES', 'm'), ...rises])).toEqual([])
  })

  it('ask for releases where there is one, and for a reading list on what some papers are about', () => {
    const nodes = [node('p', 'paper'), node('t', 'topic', { papers: 3 }), node('r', 'repo')]
    expect(asked(nodes, [edge('p', 'LINKS_TO', 'r')])).toEqual(['reading-list concept t'])
    expect(asked(nodes, [edge('p', 'LINKS_TO', 'r', { own: true })])).toEqual([
      'reading-list concept t',
      'papers-with-code',
    ])
  })

  it('call a paper by what stands before the colon', () => {
    expect(shortName({ type: 'paper', label: 'BERT: Pre-training of deep things' })).toBe('BERT')
    expect(shortName({ type: 'paper', label: 'Attention Is All You Need' })).toBe('Attention Is All You Need')
    expect(shortName({ type: 'method', label: 'A: B' })).toBe('A: B')
  })
})
