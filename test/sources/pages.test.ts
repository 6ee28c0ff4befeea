import { describe, expect, it } from 'vitest'
import { isFurniture } from '../../ingest/sources/furniture.ts'
import { fixture, read, readBytes, titles, words } from './reading.ts'

const abstract = (topic: string) =>
  `We study ${topic} and how it is measured. It is found that more of it helps in most cases.`

describe('a page saved as text', () => {
  it('gives each title with its abstract and drops the furniture before, between and after', async () => {
    const reading = await read([fixture('trending.txt')])
    expect(reading.problems).toEqual([])
    expect(reading.papers.map((paper) => [paper.title, paper.abstract])).toEqual([
      [
        'Lantern: Do Small Models Need Large Teachers?',
        "We study how a small student model learns from teachers of growing size. Lantern, our training recipe, reaches 71.4% on MMLU with a teacher of the student's own size. Code is available at https://github.com/example-lab/lantern.",
      ],
      [
        'Mapping the Harbour: A Survey of Retrieval for Long Documents',
        'Retrieval over long documents has many names and few shared tests. This survey sorts 120 papers into four families and names what each of them measures. The second part of the survey compares the families on three benchmarks. We find that chunking matters more than the encoder in two cases of three. Our notes are open.',
      ],
      [
        'What Is a Probe? What Is It Not?',
        'Probes are classifiers that are trained on the hidden states of a network. We show with controlled tasks when their accuracy says something about the network and when it does not.',
      ],
      [
        'Policy Kites',
        'Offline reinforcement learning has to guess what the data does not show. Policy Kites bound the guess by the distance to the nearest trajectory, and gain 12 points on D4RL.',
      ],
    ])
  })

  it('keeps a link that stands on a line of its own at the end of an abstract', async () => {
    const wrapped =
      'We study lost things and how they are found. The code\nof all that was found is available at\nhttps://github.com/example-lab/lost.'
    const link = ' https://github.com/example-lab/lost.'
    for (const page of [
      `First Title\n\n${wrapped}\n\nGitHub\n12`,
      `First Title\n\n${abstract('a')} See:\n\n${link}\n`,
    ]) {
      const { papers } = await readBytes(page)
      expect(papers).toHaveLength(1)
      expect(papers[0]?.abstract.endsWith(link)).toBe(true)
    }
  })

  it('may have no blank lines where paragraphs are long, and Windows line ends', async () => {
    const page = ['First Title', abstract('a').repeat(3), 'Second Title?', abstract('b').repeat(3)].join('\r\n')
    expect(titles(await readBytes(page))).toEqual(['First Title', 'Second Title?'])
  })

  it('may be in another writing', async () => {
    const page = '大规模语言模型综述\n\n我们研究大规模语言模型的能力，并在多个基准上进行评测，结果表明模型越大越好。\n'
    expect((await readBytes(page)).papers).toMatchObject([{ title: '大规模语言模型综述' }])
  })

  it('names a paragraph without a title, and a title without an abstract', async () => {
    const page = [
      'First Title',
      abstract('a'),
      'Upvote',
      abstract('lost things'),
      'A Method for Measuring What Was Never Measured',
      'Second Title',
      abstract('b'),
    ].join('\n\n')
    const reading = await readBytes(page)
    expect(titles(reading)).toEqual(['First Title', 'Second Title'])
    expect(words(reading)).toEqual([
      'line 7: is a paragraph without a title above it: “We study lost things and how it is measured. It is found tha…”',
      'line 9: looks like a title without an abstract: “A Method for Measuring What Was Never Measured”',
    ])
  })
})

describe('a page saved as HTML', () => {
  it('gives titles, abstracts and arXiv ids, and no script, style or navigation', async () => {
    const reading = await read([fixture('trending.html')])
    expect(reading.problems).toEqual([])
    expect(reading.papers.map(({ id, title, abstract, url }) => [id, title, abstract, url])).toEqual([
      [
        'arxiv:2506.01939',
        'Lantern: Do Small Models Need Large Teachers?',
        'We study how a small student model learns from teachers of growing size & depth. Lantern reaches 71.4 % on MMLU—with <think> tokens kept.',
        'https://arxiv.org/abs/2506.01939',
      ],
      [
        'arxiv:2506.02000',
        'Mapping the Harbour: A Survey of Retrieval for Long Documents',
        'Retrieval over long documents has many names and few shared tests. This survey sorts 120 papers into four families. The second part compares the families on three benchmarks.',
        'https://arxiv.org/abs/2506.02000',
      ],
      [
        'arxiv:cs/0112017',
        'Policy Kites',
        'Offline reinforcement learning has to guess what the data does not show and Policy Kites bound the guess.',
        'https://arxiv.org/abs/cs/0112017',
      ],
      ['arxiv:2506.04444', 'A Paper Whose Abstract Was Not Saved', '', 'https://arxiv.org/abs/2506.04444'],
    ])
  })

  it('may have links or plain boxes where headings are expected', async () => {
    const reading = await read([fixture('flat.html')])
    expect(reading.papers).toMatchObject([
      { id: 'arxiv:2506.01939', title: 'Lantern: Do Small Models Need Large Teachers?' },
      { id: 'arxiv:2506.02000', title: 'Mapping the Harbour' },
    ])
    const boxes = `<div>First Title</div><div>${abstract('a')}</div><div>Second Title</div><div>${abstract('b')}</div>`
    expect(titles(await readBytes(boxes))).toEqual(['First Title', 'Second Title'])
  })

  it('may have headings within links, and line breaks instead of paragraphs', async () => {
    const item = (id: string, title: string) =>
      `<li><a href="https://arxiv.org/abs/${id}v1"><h2>${title}</h2></a><br>${abstract(title)}<br><a href="https://github.com/a/b">GitHub</a></li>`
    const { papers } = await readBytes(`<ul>${item('2506.01939', 'First')}${item('2506.02000', 'Second')}</ul>`)
    expect(papers.map((paper) => [paper.id, paper.title, paper.abstract])).toEqual([
      ['arxiv:2506.01939', 'First', abstract('First')],
      ['arxiv:2506.02000', 'Second', abstract('Second')],
    ])
  })

  it('may be text in a frame', async () => {
    const page = `<html><body><pre>new\n\nFirst Title\n\n${abstract('a')}\n\nSecond Title\n\n${abstract('b')}\n</pre></body></html>`
    expect(titles(await readBytes(page))).toEqual(['First Title', 'Second Title'])
  })

  it('gives no paper the link of its neighbour', async () => {
    const one = `<h3>First Title</h3><p>${abstract('a')}</p>`
    const two = `<a href="/papers/2506.02000"><img></a><h3><a href="/papers/2506.02000">Second Title</a></h3><p>${abstract('b')}</p>`
    for (const page of [one + two, `<article>${one}${two}</article>`]) {
      const { papers } = await readBytes(page)
      expect(papers.map((paper) => paper.id.split(':')[0])).toEqual(['title', 'arxiv'])
    }
  })
})

describe('isFurniture', () => {
  it.each([
    'new',
    'Subscribe',
    'Upvote',
    'Upvote 42',
    '42',
    '1.2k',
    '▲ 12',
    '· 7 authors',
    '12 authors',
    'GitHub',
    'GitHub 123',
    'GitHub 1.2k',
    'arXiv page',
    'arXiv Page',
    'Jun 6',
    'Jun 6, 2025',
    '6 June 2025',
    '2025-06-06',
    'Published on Jun 4',
    'Submitted by ada',
    'byAK and the research community',
    'by AK and the research community',
    '3 days ago',
    'Load more',
    'Get trending papers in your email inbox!',
    'Ada Lovelace, Charles Babbage, Mary Somerville',
    'Example Lab · Published on Jun 6, 2025',
    'https://arxiv.org/abs/2506.01939',
    '© 2025 Example',
  ])('knows %s', (text) => expect(isFurniture(text)).toBe(true))

  it.each([
    'Policy Kites',
    'GitHub Copilot in the Classroom',
    'Do Models Vote?',
    'June Bugs',
    'New Methods',
    '12 Angry Models',
    'Attention, Memory, and Planning',
    'GPT-4 Technical Report',
    'Code Llama',
    'Model Cards for Model Reporting',
    'Join Order Selection with Trees: A Study of Databases',
    'Following Instructions',
    'Paper Copilot',
  ])('takes %s for a title', (text) => expect(isFurniture(text)).toBe(false))
})
