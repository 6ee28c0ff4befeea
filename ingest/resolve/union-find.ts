/** Disjoint sets of the numbers from 0, joined pair by pair; grows as asked. Which member stands for a set depends on the order of joins. */
export class UnionFind {
  private readonly parents: number[] = []

  constructor(size = 0) {
    this.grow(size)
  }

  find(member: number): number {
    this.grow(member + 1)
    let root = member
    for (let parent = this.parents[root]; parent !== undefined && parent !== root; parent = this.parents[root])
      root = parent
    let step = member
    while (step !== root) {
      const next = this.parents[step] ?? root
      this.parents[step] = root
      step = next
    }
    return root
  }

  join(a: number, b: number): void {
    this.parents[this.find(a)] = this.find(b)
  }

  private grow(size: number): void {
    while (this.parents.length < size) this.parents.push(this.parents.length)
  }
}
