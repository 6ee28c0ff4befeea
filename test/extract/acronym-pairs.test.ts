import { describe, expect, it } from 'vitest'
import { acronymPairs } from '../../ingest/extract/acronym-pairs.ts'
import { prepareDocument } from '../../ingest/extract/document.ts'
import { paperOf } from './papers.ts'

function pairs(text: string): [string, string][] {
  return acronymPairs(prepareDocument(paperOf(text))).map(({ sentence: { tokens }, short, long }) => {
    const words = ([from, to]: [number, number]): string => text.slice(tokens[from]?.start, tokens[to]?.end)
    return [words(short), words(long)]
  })
}

describe('acronymPairs', () => {
  it.each([
    ['We propose Tidal Wave Optimization (TWO) here.', 'TWO', 'Tidal Wave Optimization'],
    ['Large language models (LLMs) are everywhere.', 'LLMs', 'Large language models'],
    ['We train TWO (Tidal Wave Optimization) here.', 'TWO', 'Tidal Wave Optimization'],
    ['We use gradient-weighted maps (GWM) here.', 'GWM', 'gradient-weighted maps'],
    [
      'We present SVRPG, a stochastic variance-reduced policy gradient method.',
      'SVRPG',
      'stochastic variance-reduced policy gradient',
    ],
    [
      'We call it GRAIL: Graph-Retrieval Augmented Interactive Learning.',
      'GRAIL',
      'Graph-Retrieval Augmented Interactive Learning',
    ],
    ['We use LBO, the Law of Big Oceans.', 'LBO', 'Law of Big Oceans'],
    ['We introduce \\textbf{GenPT} (Generative Projective Testing) here.', 'GenPT', 'Generative Projective Testing'],
    ['We use hidden Markov models (HMM, also chains) here.', 'HMM', 'hidden Markov models'],
  ])('%s', (text, short, long) => {
    expect(pairs(text)).toEqual([[short, long]])
  })

  it('finds none where the letters do not fit, or where nothing is short', () => {
    expect(pairs('We use a plain network (XYZ). We test it (on two sets). See the table (Left).')).toEqual([])
    expect(pairs('We use BERT, a model of words, and TWO, the second of its kind.')).toEqual([])
  })
})
