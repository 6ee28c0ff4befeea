import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractor, paperOf } from './papers.ts'

const ODD = [
  '😀',
  '👩‍👩‍👧',
  '\u0301',
  'e\u0301',
  '我们提出',
  'モデル',
  '\\alpha',
  '$x_{i}$',
  '\\textbf{GPT-4}',
  '&amp;',
  '&lt;',
  '(',
  ')',
  '((',
  '"',
  '“',
  '”',
  '.',
  '...',
  ',',
  'https://',
  'https://github.com/',
  'github.com/a/b',
  '\\url{http://x.org}',
  'BERT',
  'GPT-3.5',
  'CIFAR-10/100',
  'Graph Neural Networks (GNNs)',
  '(GNN)',
  'AIME 2024 and 2025',
  'of',
  'the',
  'accuracy',
  '84.2%',
  'on ImageNet',
  'by 3.1 points',
  'from 12 to 15',
  '\ud800',
  '\u202e',
  '\u0000',
  ' ',
  '/',
  '-',
  'İ',
  'ß',
  'ﬁ',
  '__proto__',
  'constructor',
  'toString',
]
const oddText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...ODD) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { maxLength: 60 },
  )
  .chain((parts) => fc.constantFrom(' ', '').map((glue) => parts.join(glue)))

describe('evidence', { timeout: 120_000 }, () => {
  it('is the very text at its place, for any text', () => {
    fc.assert(
      fc.property(oddText, oddText, (title, abstract) => {
        const paper = paperOf(abstract, title)
        const { entities, scores } = extractor.extract(paper)
        for (const entity of entities) {
          expect(entity.mentions.length).toBeGreaterThan(0)
          for (const { field, start, end, surface, confidence } of entity.mentions) {
            expect(paper[field].slice(start, end)).toBe(surface)
            expect(surface.trim()).not.toBe('')
            expect(confidence).toBeGreaterThan(0)
            expect(confidence).toBeLessThanOrEqual(1)
          }
        }
        for (const { field, start, end, value } of scores) expect(paper[field].slice(start, end)).toContain(value)
      }),
      { numRuns: 150 },
    )
  })

  it('is the same for the same record', () => {
    const paper = paperOf('We propose WaveFormer (WF) and test GPT-4 on ImageNet.', 'WaveFormer')
    expect(extractor.extract(paper)).toEqual(extractor.extract({ ...paper }))
  })

  it.each([
    ['brackets', '('],
    ['full stops', '.'],
    ['dotted letters', 'a.'],
    ['quotes', '"'],
    ['capitals', 'A'],
    ['capitalised words', 'Word '],
    ['one name', 'BERT and '],
    ['one address', 'https://a.io/'],
    ['slashes', 'a/'],
    ['bracketed acronyms', '(AB) '],
    ['numbers', '84.2% on ImageNet '],
    ['accents', '\u0301'],
  ])('comes back from 50,000 characters of %s', (_, unit) => {
    const paper = paperOf(unit.repeat(50_000 / unit.length))
    for (const { mentions } of extractor.extract(paper).entities)
      for (const { field, start, end, surface } of mentions) expect(paper[field].slice(start, end)).toBe(surface)
  })

  it('is empty for an empty abstract and title', () => {
    expect(extractor.extract(paperOf('', ''))).toMatchObject({ entities: [], scores: [] })
  })

  it('invents nothing in a text of another language', () => {
    expect(
      extractor.extract(
        paperOf('Wir untersuchen, wie Kinder beim Spielen lernen und was ihnen dabei hilft.', 'Über das Lernen'),
      ).entities,
    ).toEqual([])
  })
})

describe('the content hash', () => {
  it('depends on title and abstract alone', () => {
    const paper = paperOf('text', 'title')
    expect(extractor.hash(paper)).toBe('42eb081a673a46d0d9aa2f15be78357a')
    expect(extractor.hash({ ...paper, id: 'test:2', source: 'x' })).toBe('42eb081a673a46d0d9aa2f15be78357a')
    expect(extractor.hash(paper)).not.toBe(extractor.hash(paperOf('text.', 'title')))
  })
})
