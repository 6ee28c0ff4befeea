import { describe, expect, it } from 'vitest'
import { extractor, paperOf } from './papers.ts'

function scores(text: string): string[] {
  return extractor
    .extract(paperOf(text))
    .scores.map(({ value, unit, benchmark, metric, kind }) => [value, unit, benchmark, metric, kind].join('|'))
}

describe('stated scores', () => {
  it.each([
    ['Our method achieves 84.2% accuracy on ImageNet.', ['84.2|%|ImageNet|accuracy|absolute']],
    ['It improves accuracy on CIFAR-10 by 3.1%.', ['3.1|%|CIFAR-10|accuracy|gain']],
    ['It beats the baseline by 2.5 points on ImageNet.', ['2.5|points|ImageNet||gain']],
    [
      'We raise accuracy from 12.1% to 15.3% on ImageNet.',
      ['12.1|%|ImageNet|accuracy|baseline', '15.3|%|ImageNet|accuracy|absolute'],
    ],
    [
      'It reaches 75.3% and 68.1% accuracy on ImageNet and CIFAR-10.',
      ['75.3|%|ImageNet|accuracy|absolute', '68.1|%|CIFAR-10|accuracy|absolute'],
    ],
    [
      'It achieves 91.0% accuracy on ImageNet compared to 88.0% for others.',
      ['91.0|%|ImageNet|accuracy|absolute', '88.0|%|ImageNet|accuracy|baseline'],
    ],
    ['Accuracy drops by 4.5% on ImageNet.', ['4.5|%|ImageNet|Accuracy|drop']],
  ])('%s', (text, expected) => {
    expect(scores(text)).toEqual(expected)
  })

  it.each([
    'We train on 10% of the data of ImageNet with 7.5 million images.',
    'It is 3x faster and uses 40% fewer parameters on ImageNet.',
    'ImageNet was published in 2009; we tie for rank 2 of 20.',
    'We reach 84.2% accuracy on real-world data.',
  ])('leaves out what is no result on a named benchmark: %s', (text) => {
    expect(scores(text)).toEqual([])
  })

  it('leaves a number out when two benchmarks could own it', () => {
    expect(scores('We study ImageNet. We also study CIFAR-10. Our method achieves 84.2% accuracy.')).toEqual([])
  })

  it('names the system that the paper introduces, and the place of the number', () => {
    const text = 'We propose WaveFormer, a new method. WaveFormer achieves 84.2% accuracy on ImageNet.'
    const [score] = extractor.extract(paperOf(text, 'WaveFormer: Attention in Waves')).scores
    expect(score).toMatchObject({ system: 'WaveFormer', field: 'abstract', start: text.indexOf('84.2') })
    expect(text.slice(score?.start, score?.end)).toBe('84.2')
  })
})
