import { describe, expect, it } from 'vitest'
import type { SearchEntry } from '../../queries/search/search-entry.ts'
import { SearchIndex } from '../../queries/search/search-index.ts'

const concept = (id: string, name: string, weight: number, aliases: string[] = []): SearchEntry => ({
  id,
  type: 'method',
  name,
  aliases: [name, ...aliases],
  authors: [],
  weight,
})
const paper = (id: string, name: string, weight: number, authors: string[] = []): SearchEntry => ({
  id,
  type: 'paper',
  name,
  aliases: [],
  authors,
  weight,
  year: 2024,
})

const INDEX = new SearchIndex([
  concept('bert', 'BERT', 50, ['Bidirectional Encoder Representations from Transformers']),
  concept('roberta', 'RoBERTa', 20),
  concept('bertscore', 'BERTScore', 70),
  concept('cobra snake', 'COBRA', 3, ['Careful Ordering By Random Access']),
  concept('cobra bird', 'COBRA', 5),
  concept('cobra lower', 'cobra', 1),
  concept('gpt-4', 'GPT-4', 40),
  concept('gpt-4o', 'GPT-4o', 30),
  concept('uni', 'Ünïbench', 2),
  { ...concept('imagenet', 'ImageNet', 60), type: 'benchmark' },
  paper('arxiv:1810.04805', 'BERT: pre-training of deep things', 12, ['Jacob One', 'Ming Two', 'Kenton Three']),
  paper('arxiv:2401.00004', '用随机采样排序图的方法', 4, ['李雷', '韩梅梅']),
  paper('doi:10.1/x', 'Sorting graphs with patience', 6, ['Ada Lovelace']),
  { ...concept('github.com/ada/grass', 'ada/grass', 2), type: 'repo', aliases: ['grass'] },
])
const ids = (query: string, limit = 10): string[] => INDEX.search(query, { limit }).map(({ id }) => id)

describe('search', () => {
  it('puts the name itself before names that begin with it, and those before titles that hold it', () => {
    expect(ids('bert')).toEqual(['bert', 'bertscore', 'arxiv:1810.04805'])
  })

  it('sorts what matches alike by papers, then by the length of the name', () => {
    expect(ids('cobra')).toEqual(['cobra bird', 'cobra snake', 'cobra lower'])
  })

  it('finds names whatever their case, accents, spaces and hyphens', () => {
    for (const query of ['GPT-4', 'gpt4', 'gpt 4', 'Gpt–4']) expect(ids(query).slice(0, 2)).toEqual(['gpt-4', 'gpt-4o'])
    expect(ids('unibench')).toEqual(['uni'])
    expect(ids('ＢＥＲＴ')[0]).toBe('bert')
  })

  it('finds by alias, and says which', () => {
    expect(INDEX.search('careful ordering', { limit: 1 })).toEqual([
      expect.objectContaining({ id: 'cobra snake', papers: 3, detail: 'Careful Ordering By Random Access' }),
    ])
  })

  it('finds by the beginnings of words in any order, and by authors', () => {
    expect(ids('patience sort')).toEqual(['doi:10.1/x'])
    expect(ids('lovelace')).toEqual(['doi:10.1/x'])
    expect(ids('lovelace gra')[0]).toBe('doi:10.1/x')
    expect(INDEX.search('pre-training', { limit: 1 })[0]).toMatchObject({
      detail: 'Jacob One, Ming Two and others',
      year: 2024,
    })
  })

  it('finds any part of a title that is written without spaces', () => {
    for (const query of ['用随机', '采样排序', '方法']) expect(ids(query)).toEqual(['arxiv:2401.00004'])
    expect(ids('排样')).toEqual([])
    expect(ids('李雷')).toEqual(['arxiv:2401.00004'])
  })

  it('forgives a slip in words of four letters and two in those of eight', () => {
    expect(ids('imagnet')).toEqual(['imagenet'])
    expect(ids('imgaenet')).toEqual(['imagenet'])
    expect(ids('bretscroe')).toEqual(['bertscore'])
    expect(ids('roberat')).toEqual(['roberta'])
    expect(ids('brt')).toEqual([])
  })

  it('finds by id, with and without its prefix', () => {
    expect(ids('arxiv:1810.04805')[0]).toBe('arxiv:1810.04805')
    expect(ids('1810.04805')[0]).toBe('arxiv:1810.04805')
    expect(ids('github.com/ada/grass')[0]).toBe('github.com/ada/grass')
    expect(ids('grass')[0]).toBe('github.com/ada/grass')
  })

  it('keeps to the types and the limit that it is given', () => {
    expect(INDEX.search('bert', { limit: 10, types: ['paper'] }).map(({ id }) => id)).toEqual(['arxiv:1810.04805'])
    expect(ids('bert', 2)).toEqual(['bert', 'bertscore'])
    expect(ids('b', 1)).toEqual(['bertscore'])
  })

  it('has no answer to nothing and to signs alone', () => {
    for (const query of ['', '   ', '—', '!?', '\u0000']) expect(ids(query)).toEqual([])
  })

  it('scores in the order of its answers', () => {
    const scores = INDEX.search('bert', { limit: 10 }).map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  it('does not depend on the order of the nodes', () => {
    const entries = [
      concept('a', 'Same', 1),
      concept('b', 'Same', 1),
      concept('c', 'Same name', 1),
      concept('d', 'Sane', 9),
    ]
    const forward = new SearchIndex(entries).search('same', { limit: 9 })
    expect(new SearchIndex(entries.toReversed()).search('same', { limit: 9 })).toEqual(forward)
    expect(forward.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('ranks names, aliases, their beginnings, names with slips, then words of names, of abstracts, and words with slips', () => {
    const index = new SearchIndex([
      { ...paper('p:words', 'On planar graphnets and graphs', 90), abstract: 'Nothing of note.' },
      { ...paper('p:abstract', 'A study', 91), abstract: 'We compare graphnet with others.' },
      { ...paper('p:slip', 'Towards a better grapnet', 92), abstract: '' },
      concept('slip', 'graphnat', 93),
      concept('alias slip', 'Something', 94, ['graphnit']),
      concept('prefix', 'graphnet v2', 95),
      concept('alias prefix', 'Another', 96, ['GraphNet++ large']),
      concept('alias', 'Third', 97, ['Graph-Net']),
      concept('name', 'GraphNet', 1),
    ])
    expect(index.search('graphnet', { limit: 20 }).map(({ id }) => id)).toEqual([
      'name',
      'alias',
      'prefix',
      'alias prefix',
      'slip',
      'alias slip',
      'p:words',
      'p:abstract',
      'p:slip',
    ])
  })

  it('finds words of abstracts, some of them in the title, and pieces of those without spaces', () => {
    const index = new SearchIndex([
      { ...paper('p:1', 'Speech for everybody', 2), abstract: 'Recognising dysarthric speakers with few recordings.' },
      { ...paper('p:2', 'Another title', 1), abstract: '我们提出一种新的图神经网络。' },
    ])
    const found = (query: string): string[] => index.search(query, { limit: 9 }).map(({ id }) => id)
    expect(found('dysarth')).toEqual(['p:1'])
    expect(found('speech recordings')).toEqual(['p:1'])
    for (const query of ['图神经', '网', '提出']) expect(found(query)).toEqual(['p:2'])
    expect(found('经图')).toEqual([])
  })

  it('keeps to the years that it is given, both included', () => {
    const index = new SearchIndex([
      concept('graphs', 'Graphs', 9),
      ...[2019, 2020, 2021].map((year) => ({ ...paper(`p:${year}`, `Graphs in ${year}`, 1), year })),
    ])
    const found = (years: { fromYear?: number; toYear?: number }): string[] =>
      index.search('graphs', { limit: 9, ...years }).map(({ id }) => id)
    expect(found({ fromYear: 2020 })).toEqual(['p:2020', 'p:2021'])
    expect(found({ fromYear: 2020, toYear: 2020 })).toEqual(['p:2020'])
    expect(found({ toYear: 2019 })).toEqual(['p:2019'])
    expect(found({})).toContain('graphs')
  })

  it('is quick to give up on a text without end', () => {
    expect(ids('word '.repeat(10_000))).toEqual([])
    expect(ids('x'.repeat(100_000))).toEqual([])
  })
})

describe('an exact look-up', () => {
  it('knows an id to the letter, by type', () => {
    expect(INDEX.holds('cobra snake')).toBe(true)
    expect(INDEX.holds('cobra snake', ['paper'])).toBe(false)
    expect(INDEX.holds('Cobra Snake')).toBe(false)
    expect(INDEX.holds('COBRA')).toBe(false)
    expect(INDEX.holds('nobody')).toBe(false)
  })

  const exact = (text: string): string[] => INDEX.exact(text).map(({ id }) => id)

  it('prefers names to aliases and the very spelling to others', () => {
    expect(exact('BERT')).toEqual(['bert'])
    expect(exact('cobra')).toEqual(['cobra lower'])
    expect(exact('COBRA')).toEqual(['cobra bird', 'cobra snake', 'cobra lower'])
    expect(exact('careful ordering by random access')).toEqual(['cobra snake'])
  })

  it('does not guess', () => {
    expect(exact('BER')).toEqual([])
    expect(exact('imagnet')).toEqual([])
    expect(INDEX.exact('BERT', ['paper'])).toEqual([])
  })
})
