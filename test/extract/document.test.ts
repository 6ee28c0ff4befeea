import { describe, expect, it } from 'vitest'
import { prepareDocument } from '../../ingest/extract/document.ts'
import { paperOf } from './papers.ts'

function sentences(abstract: string): string[] {
  return prepareDocument(paperOf(abstract))
    .sentences.filter((sentence) => sentence.field === 'abstract')
    .map((sentence) => abstract.slice(sentence.start, sentence.end))
}

describe('prepareDocument', () => {
  it('ends sentences where a reader would, not at abbreviations', () => {
    expect(sentences('We follow Doe et al. and use e.g. BERT. It works well. Why?')).toEqual([
      'We follow Doe et al. and use e.g. BERT.',
      'It works well.',
      'Why?',
    ])
  })

  it('ends sentences of Chinese and Japanese, which no space follows', () => {
    expect(sentences('我们提出“新方法。”它很好！BERTを評価する。')).toEqual([
      '我们提出“新方法。”',
      '它很好！',
      'BERTを評価する。',
    ])
  })

  it('keeps names with hyphens, dots and signs whole, and marks apart', () => {
    const [, sentence] = prepareDocument(paperOf('Qwen2.5-7B/14B beats GPT-4, C++ (A* too).')).sentences
    expect(sentence?.tokens.map((token) => token.text)).toEqual([
      'Qwen2.5-7B',
      '/',
      '14B',
      'beats',
      'GPT-4',
      ',',
      'C++',
      '(',
      'A*',
      'too',
      ')',
      '.',
    ])
  })

  it('treats a title as one sentence', () => {
    const { sentences } = prepareDocument(paperOf('', 'Dr. Foo v2.0: A new. Thing'))
    expect(sentences).toHaveLength(1)
  })

  it('has no sentences for an empty paper', () => {
    expect(prepareDocument(paperOf('', '')).sentences).toEqual([])
  })
})
