import { describe, expect, it } from 'vitest'
import { readRepo } from '../../ingest/resolve/repo.ts'
import { readScoreValue } from '../../ingest/resolve/score-value.ts'
import { cutSentences } from '../../ingest/resolve/sentences.ts'
import { graphOf, node } from './extractions.ts'

describe('a relationship of a paper', () => {
  it('carries all mentions, and the sentence of the best one', () => {
    const graph = graphOf([
      {
        id: 'own:1',
        title: 'Zorp for all',
        abstract: 'We like graphs. E.g. Zorp sorts them (see Fig. 2). It wins.',
        entities: [{ name: 'Zorp', role: 'introduces' }],
      },
    ])
    expect(graph.relationships).toEqual([
      {
        type: 'INTRODUCES',
        from: 'own:1',
        to: 'zorp',
        key: 'method',
        properties: {
          as: 'method',
          surfaces: ['Zorp', 'Zorp'],
          fields: ['title', 'abstract'],
          starts: [0, 21],
          ends: [4, 25],
          sentence: 'E.g. Zorp sorts them (see Fig. 2).',
          rule: 'shape',
          confidence: 0.8,
          extractor: '1',
        },
      },
    ])
  })

  it('is merged on paper, concept and as; INTRODUCES wins over USES', () => {
    const graph = graphOf([
      {
        id: 'own:1',
        entities: [
          { name: 'Zorp' },
          { name: 'ZORP', role: 'introduces' },
          { name: 'Zorps', type: 'model', also: ['topic'] },
        ],
      },
    ])
    expect(graph.relationships.map(({ type, to, key }) => [type, to, key])).toEqual([
      ['ABOUT', 'zorp', 'topic'],
      ['INTRODUCES', 'zorp', 'method'],
      ['USES', 'zorp', 'model'],
    ])
    expect(graph.relationships[1]?.properties.surfaces).toEqual(['Zorp', 'ZORP', 'Zorp'])
    expect(node(graph, 'zorp').properties).toMatchObject({ papers: 1, degree: 3 })
    expect(node(graph, 'own:1').properties.degree).toBe(3)
  })

  it('SCORES joins a number to the benchmark that it names, and drops one whose benchmark the paper does not have', () => {
    const score = { unit: '%', metric: 'accuracy', system: 'Zorp', kind: 'absolute' } as const
    const graph = graphOf([
      {
        id: 'own:1',
        abstract: 'Zorp reaches 84.2% on ZorpBench and 7 on others.',
        entities: [{ name: 'ZorpBench', type: 'benchmark', confidence: 0.7 }],
        scores: [
          { ...score, value: '84.2', benchmark: 'the Zorp-Bench dataset', place: '84.2' },
          { ...score, value: '7', benchmark: 'others', place: '7' },
        ],
      },
    ])
    const scores = graph.relationships.filter(({ type }) => type === 'SCORES')
    expect(scores).toHaveLength(1)
    expect(scores[0]).toMatchObject({
      to: 'zorpbench',
      key: 'abstract:13:17',
      properties: {
        key: 'abstract:13:17',
        value: 84.2,
        text: '84.2',
        surfaces: ['84.2'],
        starts: [13],
        ends: [17],
        ...score,
      },
    })
  })

  it('LINKS_TO joins spellings of one repository and knows the authors’ own', () => {
    const links = ['github.com/Ada/Zorp', 'github.com/ada/zorp/tree/main']
    const graph = graphOf([
      { id: 'own:1', entities: [{ name: links[0] ?? '', type: 'repo', role: 'introduces' }] },
      { id: 'own:2', entities: links.map((name) => ({ name, type: 'repo' as const })) },
    ])
    expect(graph.relationships.map(({ from, to, key, properties }) => [from, to, key, properties.own])).toEqual([
      ['own:1', 'github.com/ada/zorp', '', true],
      ['own:2', 'github.com/ada/zorp', '', false],
    ])
    expect(node(graph, 'github.com/ada/zorp')).toEqual({
      id: 'github.com/ada/zorp',
      labels: ['Repo'],
      properties: {
        url: 'https://github.com/Ada/Zorp',
        host: 'github.com',
        owner: 'Ada',
        name: 'Zorp',
        kind: 'code',
        papers: 2,
        degree: 2,
      },
    })
  })
})

describe('a repository’s address', () => {
  it.each([
    ['https://www.GitHub.com/Ada/Zorp.git/', 'github.com/ada/zorp', 'code'],
    ['gitlab.com/ada/zorp/-/tree/main).', 'gitlab.com/ada/zorp', 'code'],
    ['huggingface.co/datasets/Ada/zorp-1.5/viewer', 'huggingface.co/datasets/ada/zorp-1.5', 'dataset'],
    ['huggingface.co/Ada/Zorp-7B', 'huggingface.co/ada/zorp-7b', 'model'],
    ['ada.github.io', 'ada.github.io/', 'page'],
    ['ada.github.io/zorp/', 'ada.github.io/zorp', 'page'],
    ['example.org:8080/a/b/c', 'example.org%3a8080/a/b/c', 'page'],
    ['zenodo.org/record/12', 'zenodo.org/record/12', 'dataset'],
  ])('%s is %s', (address, id, kind) => {
    expect(readRepo(address)).toMatchObject({ id, kind })
  })

  it('needs a host', () => {
    expect(readRepo('not an address')).toBeUndefined()
  })
})

describe('a score’s text', () => {
  it.each([
    ['84.2', 84.2],
    ['0.913', 0.913],
    ['.5', 0.5],
    ['−1.3', -1.3],
    ['+2', 2],
    ['1,234.5', 1234.5],
    ['84,2', 84.2],
    ['many', undefined],
    ['', undefined],
  ])('"%s" is %s', (text, value) => {
    expect(readScoreValue(text)).toBe(value)
  })
})

describe('sentences', () => {
  it.each([
    ['One. Two? Three', ['One.', 'Two?', 'Three']],
    [
      'We beat Smith et al. In 3.5 cases. (It is "so.") Done.',
      ['We beat Smith et al. In 3.5 cases.', '(It is "so.")', 'Done.'],
    ],
    ['一句。两句！', ['一句。', '两句！']],
    ['', []],
  ])('of %s', (text, expected) => {
    expect(cutSentences(text).map(([start, end]) => text.slice(start, end))).toEqual(expected)
  })
})
