import { describe, expect, it } from 'vitest'
import type { Decision, Thing } from '../../ingest/resolve/decisions.ts'
import { conceptIds, graphOf, node, type Paper, type Whole } from './extractions.ts'

const paperId = (number: number): string => `arxiv:2401.0000${number}`
const thing = (number: number, surface?: string): Thing => ({
  paper: paperId(number),
  ...(surface === undefined ? {} : { surface }),
})
let made = 0
const decision = (kind: Decision['kind'], things: Thing[], more: Partial<Decision> = {}): Decision => ({
  id: `d${String(made++).padStart(4, '0')}`,
  date: '2026-01-01',
  kind,
  things,
  ...more,
})
const same = (a: Thing, b: Thing, more: Partial<Decision> = {}): Decision => decision('same', [a, b], more)
const different = (a: Thing, b: Thing, more: Partial<Decision> = {}): Decision => decision('different', [a, b], more)
const of = (...names: string[]): Paper[] => names.map((name) => ({ entities: [{ name }] }))
const edges = (graph: Whole): string[] =>
  graph.relationships.map(({ from, type, to, key }) => `${from.slice(-1)} ${type} ${to}${key === '' ? '' : ` ${key}`}`)
const reasons = (graph: Whole): (string | undefined)[] => graph.outcomes.map(({ reason }) => reason)

describe('two things that a person says are one', () => {
  const papers: Paper[] = [
    { entities: [{ name: 'Zorp', aliases: ['Zorper'] }] },
    { entities: [{ name: 'Zorp' }] },
    { entities: [{ name: 'Quux', aliases: ['Quuxer'], role: 'introduces' }, { name: 'Zorp' }] },
  ]

  it('are one node with the names of both, and each name says why it is there', () => {
    const joined = same(thing(1, 'Zorp'), thing(3, 'Quux'), { id: 'abc', note: 'a new name' })
    const graph = graphOf(papers, [joined])
    expect(conceptIds(graph)).toEqual(['zorp'])
    const { properties } = node(graph, 'zorp')
    expect(properties.papers).toBe(3)
    const words = 'abc: “Zorp” in arxiv:2401.00001 = “Quux” in arxiv:2401.00003 (a new name)'
    expect(properties.decisions).toEqual([words])
    expect(properties.aliases).toEqual(['Quux', 'Quuxer', 'Zorper'])
    expect(properties.aliasEvidence).toEqual([
      `person ${words}`,
      `person ${words}`,
      'paper arxiv:2401.00001: Zorp = Zorper',
    ])
    // One relationship a paper, and who introduces it does.
    expect(edges(graph)).toEqual(['1 USES zorp method', '2 USES zorp method', '3 INTRODUCES zorp method'])
    expect(graph.outcomes).toEqual([{ id: 'abc', nodes: ['zorp', 'zorp'] }])
  })

  it('are one by way of a third, in any order', () => {
    const chain = [same(thing(1, 'Zorp'), thing(2, 'Quux')), same(thing(2, 'Quux'), thing(3, 'Blob'))]
    const graph = graphOf(of('Zorp', 'Quux', 'Blob'), chain)
    expect(conceptIds(graph)).toHaveLength(1)
    expect(graphOf(of('Zorp', 'Quux', 'Blob'), chain.toReversed())).toEqual(graph)
  })

  it('are joined again though they have one name', () => {
    const namesakes: Paper[] = ['Ada Lovelace', 'Kurt Gödel'].map((author) => ({
      authors: [author],
      entities: [{ name: 'Prism', role: 'introduces' }],
    }))
    expect(conceptIds(graphOf(namesakes))).toEqual(['prism', 'prism-method'])
    expect(conceptIds(graphOf(namesakes, [same(thing(1, 'Prism'), thing(2, 'Prism'))]))).toEqual(['prism'])
  })
})

describe('two things that a person says are not one', () => {
  it('take the papers that write their names with them', () => {
    const papers = of('zonal networks', 'zonal network', 'Zonal-Network', 'ZONAL NETWORK')
    expect(conceptIds(graphOf(papers))).toHaveLength(1)
    const graph = graphOf(papers, [different(thing(1, 'zonal networks'), thing(4, 'ZONAL NETWORK'))])
    expect(conceptIds(graph)).toHaveLength(2)
    const [first, second] = graph.outcomes[0]?.nodes ?? []
    expect(first).not.toBe(second)
    expect(edges(graph).find((edge) => edge.startsWith('4'))).toBe(`4 USES ${second} method`)
  })

  it('take a paper that only shares their name by its author and its words', () => {
    const about = (words: string): Paper => ({ entities: [{ name: 'Prism' }], abstract: `Prism ${words}.` })
    const papers: Paper[] = [
      { ...about('sorts galaxies in telescope surveys'), authors: ['A A'] },
      { ...about('compresses tokens of language transformers'), authors: ['B B'] },
      { ...about('finds more galaxies in old surveys'), authors: ['C C'] },
      { ...about('is a language model of tokens'), authors: ['D D'] },
      { ...about('comes back'), authors: ['A A'] },
    ]
    const graph = graphOf(papers, [different(thing(1, 'Prism'), thing(2, 'Prism'))])
    const [galaxies, tokens] = graph.outcomes[0]?.nodes ?? []
    expect(edges(graph)).toEqual(
      [galaxies, tokens, galaxies, tokens, galaxies].map((id, at) => `${at + 1} USES ${id} method`),
    )
    // The larger keeps the plain id; the other is told by its type.
    expect([galaxies, tokens]).toEqual(['prism', 'prism-method'])
  })

  it('are parted within a paper that was read as naming both as one', () => {
    const papers: Paper[] = [{ entities: [{ name: 'Zorp', aliases: ['Blob'] }] }, ...of('Blob', 'Zorp')]
    const graph = graphOf(papers, [different(thing(1, 'Blob'), thing(1, 'Zorp'))])
    expect(conceptIds(graph)).toEqual(['blob', 'zorp'])
    expect(edges(graph)).toEqual(expect.arrayContaining(['1 USES blob method', '1 USES zorp method']))
    const surfaces = graph.relationships
      .filter(({ from }) => from === paperId(1))
      .map(({ properties }) => properties.surfaces)
    expect(surfaces).toEqual([['Blob'], ['Zorp']])
  })

  it('fall into as few parts as the decisions ask for, and a person moves a paper to the right one', () => {
    const papers = of('Zorp', 'Zorp', 'Zorp', 'Zorp')
    const apart = different(thing(1, 'Zorp'), thing(2, 'Zorp'))
    expect(conceptIds(graphOf(papers, [apart, different(thing(1, 'Zorp'), thing(3, 'Zorp'))]))).toHaveLength(2)
    const moved = graphOf(papers, [apart, same(thing(4, 'Zorp'), thing(2, 'Zorp'))])
    const [, second] = moved.outcomes[0]?.nodes ?? []
    expect(edges(moved)).toContain(`4 USES ${second} method`)
  })

  it('stay two where resolution tells them apart anyway', () => {
    const graph = graphOf(of('Zorp', 'Quux'), [different(thing(1, 'Zorp'), thing(2, 'Quux'))])
    expect([conceptIds(graph), reasons(graph)]).toEqual([['quux', 'zorp'], [undefined]])
  })

  it('also keep apart what comes later and would join them', () => {
    const papers: Paper[] = [
      ...of('ZOREP', 'Zonal Object Relative Edge Pruning'),
      { entities: [{ name: 'ZOREP', aliases: ['Zonal Object Relative Edge Pruning'] }] },
    ]
    expect(conceptIds(graphOf(papers))).toHaveLength(1)
    const graph = graphOf(papers, [different(thing(1, 'ZOREP'), thing(2, 'Zonal Object Relative Edge Pruning'))])
    expect(conceptIds(graph)).toEqual(['zonal-object-relative-edge-pruning', 'zorep'])
  })
})

describe('what a person says a thing is', () => {
  const papers: Paper[] = [
    { entities: [{ name: 'Zorp', type: 'method', role: 'introduces', also: ['model'] }] },
    { entities: [{ name: 'Zorp', type: 'topic' }] },
    {
      entities: [{ name: 'Zorp', type: 'benchmark' }],
      abstract: 'It reaches 81.5% on Zorp.',
      scores: [
        { value: '81.5', unit: '%', benchmark: 'Zorp', metric: '', system: '', kind: 'absolute', place: '81.5' },
      ],
    },
  ]
  const typed = (type: 'method' | 'model' | 'benchmark' | 'topic') =>
    graphOf(papers, [decision('type', [thing(1, 'Zorp')], { type })])

  it('is its one type and label, and what every paper uses it as', () => {
    const graph = typed('model')
    expect(node(graph, 'zorp')).toMatchObject({ labels: ['Concept', 'Model'], properties: { type: 'model' } })
    expect(edges(graph)).toEqual([
      '1 INTRODUCES zorp model',
      '2 USES zorp model',
      '3 SCORES zorp abstract:11:15',
      '3 USES zorp model',
    ])
  })

  it('is what papers are about where it is a topic', () => {
    const about = edges(typed('topic')).filter((edge) => !edge.includes('SCORES'))
    expect(about).toEqual(['1 ABOUT zorp topic', '2 ABOUT zorp topic', '3 ABOUT zorp topic'])
  })

  it('has the scores of a benchmark that the text gives it, once it is one', () => {
    const score = {
      value: '5',
      unit: '%',
      benchmark: 'Zorp',
      metric: '',
      system: '',
      kind: 'absolute',
      place: '5',
    } as const
    const method: Paper[] = [{ entities: [{ name: 'Zorp' }], abstract: 'We get 5% on Zorp.', scores: [score] }]
    expect(edges(graphOf(method))).toEqual(['1 USES zorp method'])
    const benchmark = graphOf(method, [decision('type', [thing(1, 'Zorp')], { type: 'benchmark' })])
    expect(edges(benchmark)).toEqual(['1 SCORES zorp abstract:7:8', '1 USES zorp benchmark'])
  })

  it('is what the earlier of two decisions says, and the other says why it is not applied', () => {
    const later = decision('type', [thing(2, 'Zorp')], { type: 'topic', date: '2026-02-02', id: 'a' })
    const first = decision('type', [thing(1, 'Zorp')], { type: 'model', id: 'b' })
    const graph = graphOf(papers, [later, first])
    expect(node(graph, 'zorp').properties.type).toBe('model')
    expect(graph.outcomes).toEqual([
      { id: 'b', nodes: ['zorp'] },
      {
        id: 'a',
        nodes: ['zorp'],
        against: 'b',
        reason: expect.stringMatching(/contradicts b \(“Zorp” in .* is a model\)$/),
      },
    ])
  })
})

describe('what a person hides', () => {
  const papers: Paper[] = [
    { entities: [{ name: 'Zorp' }, { name: 'Zorp-7B' }, { name: 'github.com/ada/zorp', type: 'repo' }] },
    { entities: [{ name: 'Zorp' }, { name: 'github.com/Ada/Zorp.git', type: 'repo' }] },
  ]

  it('is in no part of the graph, and gives no other thing another id', () => {
    const before = graphOf(papers)
    const graph = graphOf(papers, [decision('hide', [thing(2, 'Zorp')])])
    const isAbout = (id: string) => id === 'zorp'
    expect(graph.nodes.map(({ id }) => id)).toEqual(before.nodes.map(({ id }) => id).filter((id) => !isAbout(id)))
    expect(edges(graph)).toEqual(
      edges({
        ...before,
        relationships: before.relationships.filter(({ from, to }) => !isAbout(from) && !isAbout(to)),
      }),
    )
    expect(graph.outcomes[0]?.nodes).toEqual(['zorp'])
  })

  it('may be a repository, under any spelling of its address', () => {
    const graph = graphOf(papers, [decision('hide', [thing(1, 'https://github.com/ada/zorp')])])
    expect(graph.nodes.map(({ id }) => id)).toEqual(['zorp', 'zorp-7b'])
    expect(edges(graph).filter((edge) => edge.includes('LINKS_TO'))).toEqual([])
    expect(graph.outcomes[0]?.nodes).toEqual(['github.com/ada/zorp'])
  })

  it('may be a paper: the graph is then as if it had never been read', () => {
    const graph = graphOf(papers, [decision('hide', [thing(2)])])
    const { outcomes, ...rest } = graph
    const { outcomes: _, ...without } = graphOf(papers.slice(0, 1))
    expect(rest).toEqual(without)
    expect(outcomes[0]).toMatchObject({ nodes: [paperId(2)] })
  })
})

describe('a decision that cannot be applied', () => {
  it('says why, and the rest counts', () => {
    const graph = graphOf(
      [{ entities: [{ name: 'Zorp' }, { name: 'github.com/ada/zorp', type: 'repo' }] }, ...of('Quux', 'Blob')],
      [
        same(thing(1, 'Zorp'), thing(9, 'Quux'), { id: 'a' }),
        same(thing(1, 'Zorp'), thing(2, 'Nothing'), { id: 'b' }),
        same(thing(1, 'Zorp'), thing(1, 'github.com/ada/zorp'), { id: 'c' }),
        decision('hide', [thing(3)], { id: 'd' }),
        decision('hide', [thing(3, 'Blob')], { id: 'e' }),
        decision('hide', [thing(8)], { id: 'f' }),
        different(thing(1, 'Zorp'), thing(1, 'zorp'), { id: 'g' }),
        same(thing(1, 'Zorp'), thing(2, 'Quux'), { id: 'h' }),
      ],
    )
    expect(reasons(graph)).toEqual([
      'there is no paper arxiv:2401.00009',
      'nothing in arxiv:2401.00002 is found under the words “Nothing”',
      '“github.com/ada/zorp” is no method, model, benchmark or topic',
      undefined,
      'the paper arxiv:2401.00003 is hidden by d',
      'there is no paper arxiv:2401.00008',
      'both are the same words of that paper to papergraph',
      undefined,
    ])
    expect(conceptIds(graph)).toEqual(['quux'])
  })

  it('is the one that joins what another keeps apart, whatever their order', () => {
    const papers = of('Zorp', 'Quux', 'Blob')
    const all = [
      same(thing(1, 'Zorp'), thing(2, 'Quux'), { id: 'a' }),
      same(thing(2, 'Quux'), thing(3, 'Blob'), { id: 'b' }),
      different(thing(1, 'Zorp'), thing(3, 'Blob'), { id: 'c' }),
    ]
    const graph = graphOf(papers, all)
    expect(conceptIds(graph)).toEqual(['blob', 'quux'])
    expect(graph.outcomes.map(({ against }) => against)).toEqual([undefined, 'c', undefined])
    for (const order of [all.toReversed(), [...all.slice(1), ...all.slice(0, 1)]])
      expect(graphOf(papers, order)).toEqual(graph)
  })
})
