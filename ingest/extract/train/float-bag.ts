import { OUTPUT_COUNT } from '../model/bag-model.ts'
import type { Weights } from '../model/weights-file.ts'
import type { Dataset } from './dataset.ts'
import { generator, shuffle } from './random.ts'

/** Below this sum of slopes an instance teaches nothing worth its time. */
const LEAST_SLOPE = 0.02
const FIRST_SQUARE = 0.01
const NAMED = 3

export interface Lesson {
  /** How often all instances are gone through. */
  rounds: number
  rate: number
  /** How strongly linear weights are drawn back to where they began. */
  pull: number
}

/** A bag model while it learns, in floating point. AdaGrad: Duchi, Hazan & Singer (JMLR 2011). */
export class FloatBag {
  readonly size: number
  readonly #ids: Map<number, number>
  #linear: Float32Array
  #vectors: Float32Array
  readonly #out: Float32Array
  readonly #random: () => number

  /** An untaught model with vectors of `size` numbers. */
  constructor(size: number, from?: FloatBag) {
    this.size = size
    this.#random = generator(7)
    this.#ids = new Map(from ? from.#ids : [])
    this.#linear = from ? from.#linear.slice() : new Float32Array(0)
    this.#vectors = from ? from.#vectors.slice() : new Float32Array(0)
    this.#out = from ? from.#out.slice() : new Float32Array(size * OUTPUT_COUNT)
    if (!from) for (let at = 0; at < this.#out.length; at++) this.#out[at] = (this.#random() - 0.5) * 0.5
  }

  /** A copy that can learn on by itself. */
  copy(): FloatBag {
    return new FloatBag(this.size, this)
  }

  /** Everything it knows, to go on from later. */
  state(): Weights {
    return {
      ids: Int32Array.from(this.#ids.keys()),
      linear: this.#linear,
      vectors: this.#vectors,
      out: this.#out,
    }
  }

  /** A model that goes on from a state. */
  static from({ ids, linear, vectors, out }: Weights): FloatBag {
    const bag = new FloatBag((out?.length ?? 0) / OUTPUT_COUNT)
    for (const id of ids ?? []) bag.#ids.set(id, bag.#ids.size)
    bag.#linear = linear as Float32Array
    bag.#vectors = vectors as Float32Array
    bag.#out.set(out ?? [])
    return bag
  }

  /** The rows of each feature of a dataset, -1 for the unknown; those that stand at least `least` times get a row. */
  rowsOf(data: Dataset, least: number): Int32Array {
    // Counted by 24 of the 32 bits: a collision lets a rare feature in, no more.
    const counts = new Uint32Array(1 << 24)
    const { features, used } = data
    for (let at = 0; at < used; at++) {
      const bucket = (features[at] as number) >>> 8
      counts[bucket] = (counts[bucket] as number) + 1
    }
    const rows = new Int32Array(used)
    for (let at = 0; at < used; at++) {
      const hash = features[at] as number
      let row = this.#ids.get(hash)
      if (row === undefined && (counts[hash >>> 8] as number) >= least) {
        row = this.#ids.size
        this.#ids.set(hash, row)
      }
      rows[at] = row ?? -1
    }
    this.#grow()
    return rows
  }

  #grow(): void {
    const count = this.#ids.size
    const before = this.#vectors.length
    const linear = new Float32Array(count * OUTPUT_COUNT)
    const vectors = new Float32Array(count * this.size)
    linear.set(this.#linear)
    vectors.set(this.#vectors)
    for (let at = before; at < vectors.length; at++) vectors[at] = (this.#random() - 0.5) * 0.1
    this.#linear = linear
    this.#vectors = vectors
  }

  /**
   * Learns from the instances of a dataset: of five targets, the first three are probabilities of classes that exclude each other
   * (the first is negative where nothing is known of them), the others each a probability or negative.
   */
  learn(data: Dataset, rows: Int32Array, instances: Uint32Array, { rounds, rate, pull }: Lesson): void {
    const { offsets, targets } = data
    const size = this.size
    const [linear, vectors, out] = [this.#linear, this.#vectors, this.#out]
    const began = linear.slice()
    const linearSquares = new Float32Array(linear.length).fill(FIRST_SQUARE)
    const vectorSquares = new Float32Array(vectors.length).fill(FIRST_SQUARE)
    const outSquares = new Float32Array(out.length).fill(FIRST_SQUARE)
    const hidden = new Float64Array(size)
    const back = new Float64Array(size)
    const logits = new Float64Array(OUTPUT_COUNT)
    const slopes = new Float64Array(OUTPUT_COUNT)
    for (let round = 0; round < rounds; round++) {
      shuffle(instances, this.#random)
      const step = rate * (1 - (round / rounds) * 0.7)
      for (const instance of instances) {
        const [from, to] = [offsets[instance] as number, offsets[instance + 1] as number]
        const scale = this.#forward(rows, from, to, hidden, logits)
        if (slopesOf(logits, targets, instance * OUTPUT_COUNT, slopes) < LEAST_SLOPE) continue
        for (let unit = 0; unit < size; unit++) {
          const value = hidden[unit] as number
          back[unit] = 0
          if (value <= 0) continue
          let sum = 0
          for (let output = 0, at = unit * OUTPUT_COUNT; output < OUTPUT_COUNT; output++, at++) {
            const slope = slopes[output] as number
            sum += slope * (out[at] as number)
            const gradient = slope * value
            const square = (outSquares[at] as number) + gradient * gradient
            outSquares[at] = square
            out[at] = (out[at] as number) - (0.3 * step * gradient) / Math.sqrt(square)
          }
          back[unit] = sum * scale
        }
        for (let place = from; place < to; place++) {
          const row = rows[place] as number
          if (row < 0) continue
          for (let output = 0, at = row * OUTPUT_COUNT; output < OUTPUT_COUNT; output++, at++) {
            const weight = linear[at] as number
            const gradient = (slopes[output] as number) + pull * (weight - (began[at] as number))
            const square = (linearSquares[at] as number) + gradient * gradient
            linearSquares[at] = square
            linear[at] = weight - (step * gradient) / Math.sqrt(square)
          }
          for (let unit = 0, at = row * size; unit < size; unit++, at++) {
            const gradient = back[unit] as number
            if (gradient === 0) continue
            const square = (vectorSquares[at] as number) + gradient * gradient
            vectorSquares[at] = square
            vectors[at] = (vectors[at] as number) - (step * gradient) / Math.sqrt(square)
          }
        }
      }
    }
  }

  #forward(rows: Int32Array, from: number, to: number, hidden: Float64Array, logits: Float64Array): number {
    const size = this.size
    const [linear, vectors, out] = [this.#linear, this.#vectors, this.#out]
    hidden.fill(0)
    logits.fill(0)
    let known = 0
    for (let place = from; place < to; place++) {
      const row = rows[place] as number
      if (row < 0) continue
      known++
      for (let output = 0, at = row * OUTPUT_COUNT; output < OUTPUT_COUNT; output++, at++)
        logits[output] = (logits[output] as number) + (linear[at] as number)
      for (let unit = 0, at = row * size; unit < size; unit++, at++)
        hidden[unit] = (hidden[unit] as number) + (vectors[at] as number)
    }
    const scale = 1 / Math.sqrt(known || 1)
    for (let unit = 0; unit < size; unit++) {
      const value = (hidden[unit] as number) * scale
      hidden[unit] = value
      if (value <= 0) continue
      for (let output = 0, at = unit * OUTPUT_COUNT; output < OUTPUT_COUNT; output++, at++)
        logits[output] = (logits[output] as number) + value * (out[at] as number)
    }
    return scale
  }

  /** The arrays of a BagModel: weights in 8 bits; features whose weights all round to nothing are left out. */
  quantised(): Weights {
    const count = this.#ids.size
    const linearStep = stepOf(this.#linear)
    const vectorStep = stepOf(this.#vectors)
    const linear = inSteps(this.#linear, linearStep)
    const vectors = inSteps(this.#vectors, vectorStep)
    const hashes = new Int32Array(count)
    for (const [hash, row] of this.#ids) hashes[row] = hash
    const kept = [...hashes.keys()].filter(
      (row) =>
        linear.subarray(row * OUTPUT_COUNT, (row + 1) * OUTPUT_COUNT).some((weight) => Math.abs(weight) > 2) ||
        vectors.subarray(row * this.size, (row + 1) * this.size).some((weight) => Math.abs(weight) > 6),
    )
    const rowsOf = (array: Int8Array, width: number): Int8Array => {
      const picked = new Int8Array(kept.length * width)
      for (const [at, row] of kept.entries()) picked.set(array.subarray(row * width, (row + 1) * width), at * width)
      return picked
    }
    return {
      hashes: Int32Array.from(kept, (row) => hashes[row] ?? 0),
      linear: rowsOf(linear, OUTPUT_COUNT),
      vectors: rowsOf(vectors, this.size),
      out: this.#out.slice(),
      scales: Float32Array.of(linearStep, vectorStep),
    }
  }
}

/** Fills in what the loss rises by with each logit; returns the sum of their sizes. */
function slopesOf(logits: Float64Array, targets: Float32Array, at: number, slopes: Float64Array): number {
  const largest = Math.max(0, logits[0] as number, logits[1] as number, logits[2] as number)
  let total = Math.exp(-largest)
  let wanted = 0
  for (let output = 0; output < NAMED; output++) {
    slopes[output] = Math.exp((logits[output] as number) - largest)
    total += slopes[output] as number
    wanted += targets[at + output] as number
  }
  const isKnown = (targets[at] as number) >= 0
  const most = Math.max(1, wanted)
  let sum = 0
  for (let output = 0; output < OUTPUT_COUNT; output++) {
    const target = targets[at + output] as number
    let slope = 0
    if (output < NAMED) slope = isKnown ? (slopes[output] as number) / total - target / most : 0
    else if (target >= 0) slope = 1 / (1 + Math.exp(-(logits[output] as number))) - target
    slopes[output] = slope
    sum += Math.abs(slope)
  }
  return sum
}

/** One step of 8 bits such that all but one in ten thousand weights fit. */
function stepOf(weights: Float32Array): number {
  const sizes = weights.map(Math.abs).sort()
  return (sizes[Math.floor(sizes.length * 0.9999)] || 1) / 127
}

function inSteps(weights: Float32Array, step: number): Int8Array {
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))))
}
