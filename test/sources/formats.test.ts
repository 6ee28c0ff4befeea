import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fixture, read, readBytes, titles, words } from './reading.ts'

const record = (title: string, more = {}) => `${JSON.stringify({ title, abstract: 'We study it.', ...more })}\n`

describe('JSON Lines', () => {
  it('become papers with authors as a list or as text', async () => {
    const reading = await readBytes(
      record('One', {
        id: 'arxiv:2506.01939',
        authors: ['Ada Lovelace'],
        year: 2025,
        venue: 'X',
        url: 'https://a.org/1',
      }) + record('Two', { authors: 'Ada Lovelace and Charles Babbage; Mary Somerville' }),
    )
    expect(reading.problems).toEqual([])
    expect(reading.papers[0]).toEqual({
      id: 'arxiv:2506.01939',
      title: 'One',
      abstract: 'We study it.',
      authors: ['Ada Lovelace'],
      year: 2025,
      venue: 'X',
      url: 'https://a.org/1',
      source: 'stdin',
    })
    expect(reading.papers[1]?.authors).toEqual(['Ada Lovelace', 'Charles Babbage', 'Mary Somerville'])
  })

  it('may also be one array, on one line or on many', async () => {
    const items = [{ title: 'One' }, { title: 'Two' }, 7]
    for (const space of [undefined, 2]) {
      const reading = await readBytes(JSON.stringify(items, undefined, space))
      expect(titles(reading)).toEqual(['One', 'Two'])
      expect(words(reading)).toEqual(['item 3: is JSON but not an object with a title'])
    }
  })
})

describe('BibTeX', () => {
  it('is decoded, its braces removed, its case kept', async () => {
    const { papers } = await read([fixture('papers.bib')])
    expect(papers[0]).toEqual({
      id: 'doi:10.1000/abc.def',
      title: "SEED-Net: Learning Österreich's Dialects & More",
      abstract:
        'We propose SEED-Net. It gains 3% over BERT where a<b, and 50% on D4RL, see https://github.com/example-lab/seed_net.',
      authors: ['Jörg Müller', 'Jan van der Berg', 'Example Team'],
      year: 2021,
      venue: 'Proceedings of ExampleConf',
      source: 'papers.bib',
    })
    expect(papers[1]).toMatchObject({ id: 'arxiv:2506.01939', abstract: '', year: 2025, published: '2025-06-02' })
  })

  it('keeps markup and Cypher in titles and abstracts as text', async () => {
    const { papers } = await read([fixture('papers.bib')])
    expect(papers[2]).toMatchObject({
      id: 'acl:2020.acl-main.1',
      title: 'Safe <b>Titles</b> in <script>alert(1)</script>',
      abstract: 'MATCH (n) DETACH DELETE n stays text.',
    })
  })

  it('takes a loose dollar sign for one, and knows the abbreviations of the file everywhere in it', async () => {
    const filler = Array.from({ length: 120 }, (_, index) => `@misc{k${index}, title={Paper ${index}}, journal=ex}\n`)
    const reading = await readBytes(
      `@string{ex = "Ex. Journal"}\n${filler.join('')}@article{last, title={Cheap}, journal=ex, abstract={It costs $5 in all, and 3% of it is tax. It \\emph{works} ~2 times, see http://a.org/~b/c_d#e and Table~1.}}\n`,
    )
    expect(reading.problems).toEqual([])
    expect(reading.papers).toHaveLength(121)
    expect(new Set(reading.papers.map((paper) => paper.venue))).toEqual(new Set(['Ex. Journal']))
    expect(reading.papers.at(-1)?.abstract).toBe(
      'It costs $5 in all, and 3% of it is tax. It works ~2 times, see http://a.org/~b/c_d#e and Table 1.',
    )
  })

  it('keeps the addresses of links, and footnotes apart', async () => {
    const { papers } = await readBytes(
      '@misc{a, title={$\\alpha$-RL for \\textit{E. coli}}, abstract={See \\href{https://a.org/b_c}{our \\textbf{code}}, \\href{https://a.org}{\\texttt{https://a.org}}\\footnote{It is free.} and H$_2$O.}}',
    )
    expect(papers).toMatchObject([
      { title: 'α-RL for E. coli', abstract: 'See our code (https://a.org/b_c), https://a.org It is free. and H₂O.' },
    ])
  })

  it('names a broken entry and one without a title, and keeps the others', async () => {
    const reading = await read([fixture('papers.bib')])
    expect(reading.papers).toHaveLength(3)
    expect(words(reading)).toEqual([
      'entry notitle: has no title',
      'entry broken: is broken: a brace or a quote in it is not closed',
    ])
  })
})

describe('CSV and TSV', () => {
  it('are read with the header names of other programs', async () => {
    const reading = await read([fixture('zotero.csv')])
    expect(reading.papers).toEqual([
      {
        id: 'doi:10.1000/xyz',
        title: 'Lantern, or: Do Small Models Need "Large" Teachers?',
        abstract: 'We study it. In two lines.',
        authors: ['Ada Lovelace', 'Charles Babbage'],
        year: 2021,
        published: '2021-06-02',
        venue: 'Journal of Examples',
        url: 'https://example.org/a',
        source: 'zotero.csv',
      },
      {
        id: 'arxiv:2506.01939',
        title: 'Policy Kites',
        abstract: '',
        authors: ['Mary Somerville'],
        year: 2025,
        published: '2025-06',
        source: 'zotero.csv',
      },
    ])
    expect(words(reading)).toEqual(['line 5: has no title'])
  })

  it('may be separated by tabs, with loose quotes in the text', async () => {
    const { papers, problems } = await read([fixture('papers.tsv')])
    expect(problems).toEqual([])
    expect(papers[0]).toMatchObject({
      id: 'mine:7',
      title: '"Why Kites?": A Study',
      abstract: 'We say "why", and how.',
    })
    expect(papers[0]).not.toHaveProperty('year')
    expect(papers[1]).toMatchObject({ id: 'arxiv:2506.01939', abstract: '', year: 2024 })
  })

  it('may be separated by semicolons', async () => {
    expect(titles(await readBytes('Title;Year\nOne, two;2020\n'))).toEqual(['One, two'])
  })

  it('name the columns when none is a title', async () => {
    const reading = await readBytes('Name,Abstract,Year\nx,y,2020\n')
    expect(words(reading)).toEqual(['has no title column; its header reads: Name, Abstract, Year'])
    expect(reading.problems[0]?.fatal).toBe(true)
  })

  it('name a row with too many cells, an unclosed quote, and the line of a record after blank lines', async () => {
    const reading = await readBytes('title,abstract\n\n,none\nA,b,c\nB,b\nC,"never closed\nD,d\n')
    expect(titles(reading)).toEqual(['B'])
    expect(words(reading)).toEqual([
      'line 3: has no title',
      'line 4: has 3 cells where the header has 2; put text with the delimiter in it in quotes',
      'has a quote that is never closed, in the record that begins after line 5',
    ])
    expect(reading.problems.map((problem) => problem.fatal)).toEqual([false, false, false])
  })
})

describe('recognition', () => {
  it('goes by content, not by name, plain or gzipped', async () => {
    for (const name of ['papers.bib', 'zotero.csv', 'papers.tsv', 'trending.txt', 'trending.html']) {
      const bytes = readFileSync(fixture(name))
      const plain = await readBytes(bytes)
      const packed = await readBytes(gzipSync(bytes))
      expect(plain.papers.length).toBeGreaterThan(1)
      expect(packed).toEqual(plain)
    }
  })

  it('is overridden by a format', async () => {
    const reading = await readBytes(record('One'), { format: 'csv' })
    expect(words(reading)[0]).toContain('has no title column')
  })

  it('says what was expected where the content is none of it', async () => {
    const reading = await readBytes('Just some words\nthat mean nothing')
    expect(words(reading)).toEqual([
      'is in no format that papergraph knows; expected were JSON Lines, BibTeX, CSV or TSV with a header that names a title column, or a saved page of papers (text or HTML)',
    ])
    expect(reading.problems[0]?.fatal).toBe(true)
  })
})
