import { describe, expect, it } from 'vitest'
import { prepareDocument } from '../../ingest/extract/document.ts'
import { kindHint } from '../../ingest/extract/scores/kinds.ts'
import { isMetricName, metricsOf } from '../../ingest/extract/scores/metrics.ts'
import { chance, formatModel, parseModel } from '../../ingest/extract/scores/model.ts'
import { resultNumbers } from '../../ingest/extract/scores/numbers.ts'
import { BOOST, boost, type Sample } from '../../ingest/extract/train/score-boost.ts'
import { paperOf } from './papers.ts'

function numbersIn(text: string): string[] {
  return prepareDocument(paperOf(text))
    .sentences.filter(({ field }) => field === 'abstract')
    .flatMap((sentence) => resultNumbers(text, sentence))
    .map(({ value, unit }) => value + unit)
}

describe('numbers that can be results', () => {
  it.each([
    ['It reaches 92\\%, 76% and $62\\%$ here.', ['92%', '76%', '62%']],
    ['We gain 3.1 percentage points, 2 pp and a 5-point lift.', ['3.1points', '2points', '5points']],
    ['An F1 of 0.913 and 28 BLEU, or .709 AUC.', ['0.913', '28', '.709']],
    ['Gains of 3.7%-19.9% and +1.5%.', ['3.7%', '19.9%', '+1.5%']],
    ['It scores 77.67$\\pm$2.68 (95% CI, 0.942-0.985).', ['77.67']],
    ['A 7B model, GPT-4, ResNet-50, 5-shot, in 2024, with 512 images.', []],
    ['It runs at 15.8 FPS and reduces inference time by 79%.', []],
  ])('%s', (text, expected) => {
    expect(numbersIn(text)).toEqual(expected)
  })
})

describe('names of measures', () => {
  it('are found with the words that belong to them', () => {
    const text = 'We report top-1 accuracy, macro F1, attack success rate and BLEU on a map.'
    const [, sentence] = prepareDocument(paperOf(text)).sentences
    const found = sentence ? metricsOf(text, sentence).map((metric) => metric.text) : []
    expect(found).toEqual(['top-1 accuracy', 'macro F1', 'attack success rate', 'BLEU'])
  })

  it('are no benchmarks', () => {
    expect(['mAP50', 'CIDEr', 'ROUGE-L', 'F1'].every(isMetricName)).toBe(true)
    expect(['ImageNet', 'MAPS', 'GLUE'].some(isMetricName)).toBe(false)
  })
})

describe('the kind that words suggest', () => {
  it.each([
    ['12.1', '%', 'accuracy from ', ' to 15.3%', 'baseline'],
    ['15.3', '%', 'accuracy from 12.1% to ', '', 'absolute'],
    ['3.1', '%', 'surpasses the previous best by ', '', 'gain'],
    ['4.5', '%', 'Accuracy drops by ', ' here', 'drop'],
    ['0.08', '', 'increased by 168% (', ' -> 0.238)', 'baseline'],
    ['84.2', '%', 'Our method achieves ', ' accuracy', 'reached'],
  ])('%s%s after "%s"', (value, unit, before, after, kind) => {
    expect(kindHint(value, unit, before, after)).toBe(kind)
  })
})

describe('boosted trees', () => {
  const samples: Sample[] = Array.from({ length: 300 }, (_, at) => {
    const [a, b] = [at % 2, Math.floor(at / 2) % 2]
    return {
      features: new Map([
        ['a', a],
        ['b', b],
        ['c', at % 7],
      ]),
      label: a === b ? 1 : 0,
    }
  })
  const forest = boost(samples, { ...BOOST, rounds: 60, columnShare: 1 })

  it('learn what only two features together tell', () => {
    const ask = (a: number, b: number): number =>
      chance(
        forest,
        new Map([
          ['a', a],
          ['b', b],
        ]),
      )
    expect(ask(1, 1)).toBeGreaterThan(0.8)
    expect(ask(0, 0)).toBeGreaterThan(0.8)
    expect(ask(1, 0)).toBeLessThan(0.2)
    expect(ask(0, 1)).toBeLessThan(0.2)
  })

  it('are the same each time, and after being written and read', () => {
    const text = formatModel(new Map([['one', forest]]))
    expect(formatModel(new Map([['one', boost(samples, { ...BOOST, rounds: 60, columnShare: 1 })]]))).toBe(text)
    const read = parseModel(text).get('one')
    for (const { features } of samples.slice(0, 28))
      expect(read && chance(read, features)).toBeCloseTo(chance(forest, features), 2)
  })
})
