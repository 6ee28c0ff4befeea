import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractor, paperOf } from './papers.ts'

function found(text: string): string[] {
  return extractor
    .extract(paperOf(text))
    .scores.map(({ value, unit, benchmark, metric, kind }) => [value + unit, benchmark, metric, kind].join('|'))
}

describe('stated scores of longer sentences', () => {
  it.each([
    [
      'It achieves 74.7% accuracy on CIFAR-10 and 81.3% accuracy on ImageNet.',
      ['74.7%|CIFAR-10|accuracy|absolute', '81.3%|ImageNet|accuracy|absolute'],
    ],
    [
      'Our approach delivers gains on ImageNet (+1.5%), CIFAR-10 (+3.2%), and GSM8K (+3.6%).',
      ['1.5%|ImageNet||gain', '3.2%|CIFAR-10||gain', '3.6%|GSM8K||gain'],
    ],
    [
      'Our method achieves F1 scores of 92.87%, 86.43%, and 68.95% on the ImageNet, CIFAR-10, and GSM8K datasets, respectively.',
      ['92.87%|ImageNet|F1|absolute', '86.43%|CIFAR-10|F1|absolute', '68.95%|GSM8K|F1|absolute'],
    ],
  ])('%s', (text, expected) => {
    expect(found(text).map((line) => line.replace('+', ''))).toEqual(expected)
  })

  it('does not end a sentence at "vs."', () => {
    const values = found('On ImageNet, our method achieves 89.0% accuracy vs. 67.0% for the baseline.')
    expect(values).toEqual(['89.0%|ImageNet|accuracy|absolute', '67.0%|ImageNet|accuracy|baseline'])
  })

  it('never breaks on odd text, and points to the number in it', () => {
    const word = fc.constantFrom('84.2%', 'ImageNet', 'on', '(', ')', '$', '\\%', ',', 'from', 'to', '12.1', '-', '–', '±', 'by', '3x', 'BLEU', 'vs.', '.', '😀', 'F1', '1,234.5', 'and', 'CIFAR-10', 'respectively') // biome-ignore format: words
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ')
        for (const { start, end, value } of extractor.extract(paperOf(text)).scores)
          expect(text.slice(start, end).replace(/^[+−-]/, '')).toBe(value.replace(/^[+-]/, ''))
      }),
      { numRuns: 300 },
    )
  })
})
