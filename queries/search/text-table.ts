/** Many strings in one piece of memory: a hundred thousand papers have a million names and words, which as objects would weigh several times as much. */
export class TextTable {
  readonly #bytes: Buffer
  readonly #starts: Uint32Array

  constructor(texts: readonly string[]) {
    this.#starts = new Uint32Array(texts.length + 1)
    texts.forEach((text, place) => {
      this.#starts[place + 1] = (this.#starts[place] ?? 0) + Buffer.byteLength(text)
    })
    this.#bytes = Buffer.allocUnsafe(this.#starts[texts.length] ?? 0)
    texts.forEach((text, place) => {
      this.#bytes.write(text, this.#starts[place] ?? 0)
    })
  }

  get length(): number {
    return this.#starts.length - 1
  }

  /** Empty for a place that there is not. */
  at(place: number): string {
    return this.#bytes.toString('utf8', this.#starts[place], this.#starts[place + 1])
  }
}

/** Where in a table of sorted strings those that begin with `prefix` are: [from, to). Order is that of UTF-16 units. */
export function prefixRange(sorted: TextTable, prefix: string): [from: number, to: number] {
  const from = lowerBound(sorted, (text) => text < prefix)
  const to = lowerBound(sorted, (text) => text < prefix || text.startsWith(prefix))
  return [from, to]
}

/** Where in a table of sorted strings those that equal `wanted` are: [from, to). */
export function equalRange(sorted: TextTable, wanted: string): [from: number, to: number] {
  return [lowerBound(sorted, (text) => text < wanted), lowerBound(sorted, (text) => text <= wanted)]
}

function lowerBound(sorted: TextTable, isBefore: (text: string) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(sorted.at(middle))) low = middle + 1
    else high = middle
  }
  return low
}
