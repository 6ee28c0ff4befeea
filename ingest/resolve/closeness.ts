import type { Uses } from './uses.ts'

/** A paper by the same first author is nearer than any words could make it. */
const SAME_AUTHOR = 2

/**
 * How near two papers are to each other: the cosine of their words, each weighted by how rare it is (Salton and Buckley,
 * "Term-weighting approaches in automatic text retrieval", 1988), from 0 to 1, and more for one first author.
 */
export class Closeness {
  private readonly uses: Uses
  private readonly weights = new Map<number, Map<number, number>>()

  constructor(uses: Uses) {
    this.uses = uses
  }

  /** Of paper `a` to paper `b`, whose words are remembered. */
  of(a: number, b: number): number {
    const known = this.weightsOf(b)
    const own = this.uses.contexts.words(a)
    let both = 0
    let all = 0
    for (const word of own) {
      const weight = this.weight(word)
      all += weight * weight
      both += weight * (known.get(word) ?? 0)
    }
    const length = Math.sqrt([...known.values()].reduce((sum, weight) => sum + weight * weight, 0) * all)
    const author = this.uses.origins.get(a)?.author ?? ''
    const isSame = author !== '' && author === this.uses.origins.get(b)?.author
    return (isSame ? SAME_AUTHOR : 0) + (length === 0 ? 0 : both / length)
  }

  private weightsOf(paper: number): Map<number, number> {
    const known = this.weights.get(paper)
    if (known !== undefined) return known
    const weights = new Map<number, number>()
    for (const word of this.uses.contexts.words(paper)) weights.set(word, this.weight(word))
    this.weights.set(paper, weights)
    return weights
  }

  private weight(word: number): number {
    return -Math.log(Math.max(this.uses.contexts.share(word), Number.MIN_VALUE))
  }
}
