/** Instances of binary features with targets, laid out flat: one array for all features, so that tens of millions fit. */
export class Dataset {
  /** Where each instance's features begin in `features`; one more at the end. */
  offsets = new Uint32Array(1 << 16)
  features = new Int32Array(1 << 22)
  targets: Float32Array
  readonly width: number
  size = 0
  #used = 0

  /** `width`: how many targets an instance has. */
  constructor(width: number) {
    this.width = width
    this.targets = new Float32Array((1 << 16) * width)
  }

  add(features: Int32Array, targets: readonly number[]): void {
    while (this.#used + features.length > this.features.length) this.features = longer(this.features, Int32Array)
    if (this.size + 2 > this.offsets.length) {
      this.offsets = longer(this.offsets, Uint32Array)
      this.targets = longer(this.targets, Float32Array)
    }
    this.features.set(features, this.#used)
    this.targets.set(targets, this.size * this.width)
    this.#used += features.length
    this.size += 1
    this.offsets[this.size] = this.#used
  }

  get used(): number {
    return this.#used
  }
}

type Numbers = Int32Array | Uint32Array | Float32Array

function longer<T extends Numbers>(array: T, Kind: new (length: number) => T): T {
  const next = new Kind(array.length * 2)
  next.set(array)
  return next
}
