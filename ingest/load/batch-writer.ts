import type { GraphChanges, GraphStore } from '../../queries/store/store.ts'

/** Rows in one transaction: large enough to be quick, small enough for a server with little memory. */
const ROWS = 2000

export interface WrittenCounts {
  nodes: number
  relationships: number
  removedNodes: number
  removedRelationships: number
}

/**
 * Gathers changes into transactions and writes as many at once as the store likes. What is added in one call stays in one
 * transaction; what must stand before something else is written needs a flush() between them.
 */
export class BatchWriter {
  readonly counts: WrittenCounts = { nodes: 0, relationships: 0, removedNodes: 0, removedRelationships: 0 }
  readonly #store: Pick<GraphStore, 'write'>
  readonly #lanes: number
  readonly #running = new Set<Promise<void>>()
  #batch = nothing()
  /** The first error; nothing is sent after it. */
  #failure: { error: unknown } | undefined

  constructor(store: Pick<GraphStore, 'write'>, lanes: number) {
    this.#store = store
    this.#lanes = lanes
  }

  /** Waits while all lanes are busy. Throws what a write before this one threw. */
  async add(changes: Partial<GraphChanges>): Promise<void> {
    for (const key of KEYS) push(this.#batch, key, changes)
    if (KEYS.reduce((rows, key) => rows + this.#batch[key].length, 0) >= ROWS) await this.#send()
  }

  /** Waits until everything that was added is in the store. */
  async flush(): Promise<void> {
    if (KEYS.some((key) => this.#batch[key].length > 0)) await this.#send()
    await Promise.all(this.#running)
    this.#throwFailure()
  }

  async #send(): Promise<void> {
    while (this.#running.size >= this.#lanes) await Promise.race(this.#running)
    this.#throwFailure()
    const batch = this.#batch
    this.#batch = nothing()
    const run = this.#write(batch).finally(() => this.#running.delete(run))
    this.#running.add(run)
    // One lane waits for itself, so that an error comes from the call that brought it.
    if (this.#lanes === 1) await this.flush()
  }

  async #write(batch: Batch): Promise<void> {
    try {
      await this.#store.write(batch)
      this.counts.nodes += batch.nodes.length
      this.counts.relationships += batch.newRelationships.length + batch.relationships.length
      this.counts.removedNodes += batch.removedNodes.length
      this.counts.removedRelationships += batch.removedRelationships.length
    } catch (error) {
      this.#failure ??= { error }
    }
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error
  }
}

type Batch = Required<GraphChanges>
const KEYS = ['nodes', 'newRelationships', 'relationships', 'removedRelationships', 'removedNodes'] as const

const nothing = (): Batch => ({
  nodes: [],
  newRelationships: [],
  relationships: [],
  removedRelationships: [],
  removedNodes: [],
})

function push<K extends (typeof KEYS)[number]>(batch: Batch, key: K, changes: Partial<GraphChanges>): void {
  const more: readonly Batch[K][number][] = changes[key] ?? []
  const list: Batch[K][number][] = batch[key]
  for (const one of more) list.push(one)
}
