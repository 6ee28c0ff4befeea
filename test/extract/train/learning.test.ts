import { describe, expect, it } from 'vitest'
import { BagModel, OUTPUT_COUNT } from '../../../ingest/extract/model/bag-model.ts'
import { BoostedTrees } from '../../../ingest/extract/model/boosted-trees.ts'
import { boost } from '../../../ingest/extract/train/boost.ts'
import { Dataset } from '../../../ingest/extract/train/dataset.ts'
import { FloatBag } from '../../../ingest/extract/train/float-bag.ts'
import { generator } from '../../../ingest/extract/train/random.ts'

const [LEFT, RIGHT, NOISE] = [11, -22, 33]

/** A method where exactly one of two features stands: no sum of weights can tell that. The fourth target is always 1, the last unknown. */
function exclusiveOr(count: number): Dataset {
  const data = new Dataset(OUTPUT_COUNT)
  const random = generator(1)
  for (let at = 0; at < count; at++) {
    const [left, right] = [random() < 0.5, random() < 0.5]
    const features = [...(left ? [LEFT] : []), ...(right ? [RIGHT] : []), NOISE]
    data.add(Int32Array.from(features), [Number(left !== right), 0, 0, 1, -1])
  }
  return data
}

function learned(): FloatBag {
  const data = exclusiveOr(2_000)
  const bag = new FloatBag(16)
  const rows = bag.rowsOf(data, 2)
  bag.learn(
    data,
    rows,
    Uint32Array.from({ length: data.size }, (_, at) => at),
    { rounds: 20, rate: 0.5, pull: 0 },
  )
  return bag
}

describe('a bag model', () => {
  it('learns what no sum of weights can tell, and keeps it in 8 bits', () => {
    const model = new BagModel(learned().quantised())
    const logits = new Float64Array(OUTPUT_COUNT)
    const isMethod = (...features: number[]): boolean => {
      model.predict(Int32Array.from([...features, NOISE]), logits)
      return (logits[0] ?? 0) > 0
    }
    expect([isMethod(LEFT), isMethod(RIGHT), isMethod(LEFT, RIGHT), isMethod()]).toEqual([true, true, false, false])
    expect(logits[3]).toBeGreaterThan(2)
  })

  it('learns the same at every run, and goes on from a kept state', () => {
    const [one, other] = [learned(), learned()]
    expect(one.quantised()).toEqual(other.quantised())
    expect(FloatBag.from(one.state()).quantised()).toEqual(one.quantised())
  })

  it('says nothing of features that it does not know', () => {
    const logits = new Float64Array(OUTPUT_COUNT).fill(9)
    new BagModel(learned().quantised()).predict(Int32Array.of(77, 78), logits)
    expect([...logits]).toEqual([0, 0, 0, 0, 0])
  })
})

describe('boosted trees', () => {
  it('learn a corner of a square, and add to the odds that are given', () => {
    const random = generator(3)
    const rows = Float32Array.from({ length: 8_000 }, random)
    const targets = Uint8Array.from({ length: 4_000 }, (_, at) =>
      Number((rows[at * 2] ?? 0) > 0.6 && (rows[at * 2 + 1] ?? 0) < 0.3),
    )
    const trees = new BoostedTrees(boost(rows, 2, targets, new Float64Array(4_000).fill(-1), { trees: 40, rate: 0.2 }))
    const margin = (x: number, y: number): number => {
      const sums = Float64Array.of(5, -1)
      trees.addTo(sums, Float32Array.of(0, 0, x, y), 2, [1])
      expect(sums[0]).toBe(5)
      return sums[1] ?? 0
    }
    expect(margin(0.8, 0.1)).toBeGreaterThan(2)
    for (const [x, y] of [
      [0.4, 0.1],
      [0.8, 0.5],
      [0.1, 0.9],
    ] as const)
      expect(margin(x, y)).toBeLessThan(-2)
  })
})
