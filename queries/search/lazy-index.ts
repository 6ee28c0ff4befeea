import type { GraphStore } from '../store/store.ts'
import { buildSearchIndex } from './build.ts'
import type { SearchIndex } from './search-index.ts'

/** The search index of one version of a graph, which may not be built yet: most questions do without it. */
export interface IndexSource {
  /** Where it is built. */
  readonly ready: SearchIndex | undefined
  /** Builds it where it is not. */
  get(): Promise<SearchIndex>
}

/** Builds the index of an open graph when it is first needed. */
export class LazyIndex implements IndexSource {
  readonly #store: Pick<GraphStore, 'scan'>
  #ready: SearchIndex | undefined
  #building: Promise<SearchIndex> | undefined

  constructor(store: Pick<GraphStore, 'scan'>) {
    this.#store = store
  }

  get ready(): SearchIndex | undefined {
    return this.#ready
  }

  get(): Promise<SearchIndex> {
    this.#building ??= this.#build()
    return this.#building
  }

  async #build(): Promise<SearchIndex> {
    try {
      this.#ready = await buildSearchIndex(this.#store)
      return this.#ready
    } catch (error) {
      // The next one who needs it tries again.
      this.#building = undefined
      throw error
    }
  }
}

/** An index that is there. */
export const builtIndex = (index: SearchIndex): IndexSource => ({ ready: index, get: async () => index })
