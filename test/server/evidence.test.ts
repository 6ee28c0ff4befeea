import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksIn } from '../../web/server/evidence.ts'

const place = (surface: string, start: number, field: 'title' | 'abstract' = 'abstract') => ({
  surface,
  field,
  start,
  end: start + surface.length,
})

describe('the marks in a sentence', () => {
  it('are where the text says, when the text is at hand', () => {
    const abstract = 'Otters swim. Otters and otters like Otters. Otters end.'
    const sentence = 'Otters and otters like Otters.'
    // Only the second of the two in this sentence was recognised.
    const marks = marksIn(sentence, [place('Otters', 36)], { title: 'x', abstract })
    expect(marks).toEqual([[23, 29]])
  })

  it('are where most mentions fit, without the text', () => {
    // "BERT" twice in the sentence and once before it; the distances between mentions give the place away.
    const sentence = 'BERT beats ELMo, as BERT should.'
    const mentions = [place('BERT', 3), place('BERT', 100), place('ELMo', 111), place('BERT', 120)]
    expect(marksIn(sentence, mentions)).toEqual([
      [0, 4],
      [11, 15],
      [20, 24],
    ])
  })

  it('prefer a whole word to a part of one', () => {
    expect(marksIn('SEED-GRPO extends GRPO.', [place('GRPO', 218)])).toEqual([[18, 22]])
    // Also where a mention of the title would fit the part.
    const mentions = [place('GRPO', 20, 'title'), place('GRPO', 218)]
    expect(marksIn('SEED-GRPO extends GRPO.', mentions)).toEqual([[18, 22]])
  })

  it('belong to one field, title or abstract', () => {
    const mentions = [place('BERT', 0, 'title'), place('BERT', 500)]
    expect(marksIn('BERT: a model', mentions, { title: 'BERT: a model', abstract: 'x' })).toEqual([[0, 4]])
  })

  it('fall back to the surface where the offsets fit nowhere', () => {
    expect(marksIn('We use BERT and BERT.', [place('BERT', 2)])).toEqual([
      [7, 11],
      [16, 20],
    ])
    expect(marksIn('We use nothing.', [place('BERT', 2)])).toEqual([])
  })

  it('never overlap: of two at one place the longer is kept', () => {
    const sentence = 'Qwen2.5-7B-Base is used.'
    expect(marksIn(sentence, [place('Qwen2.5', 0), place('Qwen2.5-7B-Base', 0)])).toEqual([[0, 15]])
  })

  it('mark exactly the mentions of any sentence of any text', () => {
    const word = fc.constantFrom('BERT', 'GPT-3', 'a', 'the', '数据', '😀', 'ImageNet')
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (words, at) => {
          const sentences = words.map((each, number) => `${number}: ${each.join(' ')}.`)
          const abstract = sentences.join(' ')
          const sentence = sentences[at % sentences.length] ?? ''
          const from = abstract.indexOf(sentence)
          const all = [...abstract.matchAll(/BERT|GPT-3|数据|😀/g)].map(({ 0: surface, index }) =>
            place(surface, index),
          )
          const expected = all.filter(({ start, end }) => start >= from && end <= from + sentence.length)
          const marks = marksIn(sentence, all, { title: '', abstract })
          expect(marks).toEqual(expected.map(({ start, end }) => [start - from, end - from]))
        },
      ),
    )
  })
})
