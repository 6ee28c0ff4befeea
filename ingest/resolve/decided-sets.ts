import type { Decision } from './decisions.ts'
import { UnionFind } from './union-find.ts'

/** Disjoint sets of numbers of which some must never meet. The smallest member stands for its set. */
export class DecidedSets {
  private readonly sets = new UnionFind()
  private readonly apart: [a: number, b: number, by: Decision][] = []

  find(member: number): number {
    return this.sets.find(member)
  }

  keepApart(a: number, b: number, by: Decision): void {
    this.apart.push([a, b, by])
  }

  /** Joins two sets. Out: undefined, or the first decision that keeps them apart (then nothing is joined). */
  join(a: number, b: number): Decision | undefined {
    const [low, high] = [this.find(a), this.find(b)].sort((left, right) => left - right)
    if (low === undefined || high === undefined || low === high) return undefined
    for (const [one, other, by] of this.apart) {
      const [left, right] = [this.find(one), this.find(other)]
      if ((left === low && right === high) || (left === high && right === low)) return by
    }
    // The second one stands for both.
    this.sets.join(high, low)
    return undefined
  }
}
