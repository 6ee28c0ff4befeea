import type { Decision } from './decisions.ts'

/** Disjoint sets of the numbers from 0 of which some must never meet. The smallest member stands for its set. */
export class DecidedSets {
  private readonly parents: number[]
  private readonly apart: [a: number, b: number, by: Decision][] = []

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, member) => member)
  }

  find(member: number): number {
    const parent = this.parents[member] ?? member
    if (parent === member) return member
    const root = this.find(parent)
    this.parents[member] = root
    return root
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
    this.parents[high] = low
    return undefined
  }
}
