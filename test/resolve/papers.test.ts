import { describe, expect, it } from 'vitest'
import { surname } from '../../ingest/resolve/paper-identity.ts'
import { extraction, graphOf, wholeOf } from './extractions.ts'

const TITLE = 'Sorting large graphs with patience'
const ids = (papers: Parameters<typeof graphOf>[0]) => graphOf(papers).papers.map((paper) => paper.id)

describe('a paper', () => {
  it('is one for records with one id, the text that of the longest abstract', () => {
    const graph = graphOf([
      { id: 'doi:10.1/2', source: 'a', abstract: 'Short.', year: 2020, entities: [{ name: 'Zorp' }] },
      { id: 'doi:10.1/2', source: 'b', abstract: 'Rather longer.', authors: [], venue: 'Here' },
    ])
    expect(graph.papers).toHaveLength(1)
    expect(graph.papers[0]?.properties).toMatchObject({
      abstract: 'Rather longer.',
      authors: ['Ada Lovelace'],
      year: 2020,
      venue: 'Here',
      sources: ['a', 'b', 'doi:10.1/2'],
    })
    // Only the extraction of the record that counts.
    expect(graph.nodes).toEqual([])
  })

  it('is one for one title and first author, and takes the first id by arxiv, doi, acl, own, title', () => {
    const prefixes = ['title:00', 'own:1', 'acl:P1', 'doi:10.1/2', 'arxiv:2401.1']
    for (let count = 1; count <= prefixes.length; count += 1) {
      const records = prefixes.slice(0, count).map((id) => ({ id, title: TITLE, authors: ['Lovelace, Ada', 'X Y'] }))
      expect(ids(records)).toEqual([prefixes[count - 1]])
    }
  })

  it('is two for one title and two first authors, and then a record without authors joins neither', () => {
    const [a, b, none] = [
      { id: 'own:1', title: TITLE, authors: ['Ada Lovelace'] },
      { id: 'own:2', title: TITLE, authors: ['Kurt Gödel'] },
      { id: 'own:3', title: `${TITLE}.`, authors: [] },
    ]
    expect(ids([a, b, none])).toEqual(['own:1', 'own:2', 'own:3'])
    expect(ids([a, none])).toEqual(['own:1'])
    expect(ids([none, { ...none, id: 'own:4' }])).toEqual(['own:3', 'own:4'])
  })

  it('is not joined by a title of three words', () => {
    expect(
      ids([
        { id: 'own:1', title: 'Sorting with patience' },
        { id: 'own:2', title: 'Sorting with patience' },
      ]),
    ).toEqual(['own:1', 'own:2'])
  })

  it('takes the later of two versions from one source', () => {
    const record = { id: 'own:1', source: 'a' }
    const graph = graphOf([
      { ...record, abstract: 'The first version, which was long.' },
      { ...record, abstract: 'The second.' },
    ])
    expect(graph.papers[0]?.properties.abstract).toBe('The second.')
  })

  it('has no property that is absent, and a version that follows its content', () => {
    const versionOf = (year: number) => wholeOf([extraction({ id: 'own:1', year })]).papers[0]?.properties.version
    const [paper] = graphOf([{ id: 'own:1' }]).papers
    expect(Object.keys(paper?.properties ?? {}).sort()).toEqual([
      'abstract',
      'authors',
      'degree',
      'sources',
      'title',
      'version',
    ])
    expect(versionOf(2020)).toBe(versionOf(2020))
    expect(versionOf(2020)).not.toBe(versionOf(2021))
  })
})

describe('a surname', () => {
  it.each([
    ['Ada Lovelace', 'lovelace'],
    ['Lovelace, Ada', 'lovelace'],
    ['Kurt Gödel', 'godel'],
    ['van der Berg, Jan', 'berg'],
    ['John Smith Jr.', 'smith'],
    ['Lovelace A.', 'lovelace'],
    ['', ''],
  ])('of "%s" is "%s"', (author, expected) => {
    expect(surname(author)).toBe(expected)
  })
})
