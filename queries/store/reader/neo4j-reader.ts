import { setTimeout as pause } from 'node:timers/promises'
import { PapergraphError } from '../../../errors.ts'
import { answerQuery } from '../../answer.ts'
import type { KnownNames } from '../../guard/notices.ts'
import { scanSelection } from '../../part.ts'
import type { Answer, GraphReader } from '../../reader.ts'
import { buildSearchIndex } from '../../search/build.ts'
import type { IndexSource } from '../../search/lazy-index.ts'
import type { SearchIndex } from '../../search/search-index.ts'
import { digest } from '../digest.ts'
import type { GraphStore, ScanPage, StoreMeta } from '../store.ts'
import { typedParameters } from '../typed-parameters.ts'
import type { GraphSource } from './graph-source.ts'
import { readNames } from './known-names.ts'
import { CYPHER_DEFAULTS } from './limits.ts'
import { readerProcesses } from './reader-child.ts'
import { NEO4J_READER_DEFAULTS, type ReaderOptions } from './reader-options.ts'
import { cancelled, RunQueue } from './run-queue.ts'
import { typedAnswer } from './typed-answer.ts'
import { TypedChildren, untilAborted } from './typed-children.ts'

/**
 * Reads the graph in a Neo4j database: the catalogue in this process, through `store`, which it owns; what people type through
 * processes that connect to `source` by themselves.
 */
export async function neo4jReader(
  store: GraphStore,
  source: GraphSource,
  options: Partial<ReaderOptions> = {},
): Promise<GraphReader> {
  const { memoryBytes, check, search } = { ...NEO4J_READER_DEFAULTS, ...options }
  const typed = new TypedChildren(source, memoryBytes)
  const meta = new Meta(store)
  const indexes = new Indexes(store)
  const names = new Names(store)
  const queue = new RunQueue()
  const { version } = await meta.read()
  if (search === 'at-once') indexes.of(version).catch(() => undefined)
  return {
    async run(name, parameters, signal) {
      const { version, updating } = await meta.read()
      const rows = answerQuery(store, indexes.sourceOf(version), name, parameters)
      return { ...(await untilAborted(rows, signal)), version, updating }
    },
    async cypher(text, parameters, options = {}) {
      check(text, parameters)
      const { timeoutMs, maxRows, signal, onQueue } = { ...CYPHER_DEFAULTS, signal: undefined, ...options }
      const { version, updating } = await meta.read()
      const run = async () => {
        const rows = await typed.run({ text, parameters: typedParameters(parameters), maxRows, timeoutMs, signal })
        return { ...rows, version, updating }
      }
      const work = (): Promise<Answer> => typedAnswer(text, () => names.of(version), run)
      return queue.run(work, { signal, onQueue })
    },
    async search(query, options) {
      const { index, version } = await indexes.of((await meta.read()).version)
      return { hits: index.search(query, options), version }
    },
    async status() {
      const { version, extractor, updating } = await meta.read()
      const counts = await store.counts()
      const memoryLimitText = await serverMemoryLimit(store)
      const { engine } = store
      return { store: 'neo4j', engine, version, extractor, updating, counts, memoryLimit: 'server', memoryLimitText }
    },
    async part(selection, signal) {
      const { version, extractor, updating } = await meta.read()
      const pages = await untilAborted(scanSelection(store, indexes.sourceOf(version), selection), signal)
      return { version, extractor, updating, pages: untilStopped(pages, signal) }
    },
    digest: () => digest(store),
    load: () => ({ ...queue.load, processes: readerProcesses() }),
    close: () => {
      typed.close(new PapergraphError('internal', 'The graph was closed before the answer was there.'))
      return store.close()
    },
  }
}

async function* untilStopped(pages: AsyncIterable<ScanPage>, signal?: AbortSignal): AsyncGenerator<ScanPage> {
  for await (const page of pages) {
    if (signal?.aborted) throw cancelled()
    yield page
  }
}

const SETTING = 'db.memory.transaction.max'

/** What the server says that a transaction may take. */
async function serverMemoryLimit(store: GraphStore): Promise<string> {
  try {
    const { rows } = await store.query(`SHOW SETTINGS '${SETTING}' YIELD value RETURN value`)
    if (rows.length === 0) return `kept by Neo4j (${SETTING}); this user may not see how much it is`
    const value = String(rows[0]?.[0] ?? '')
    if (/[1-9]/.test(value)) return `${value} a query, kept by Neo4j (${SETTING})`
    return `none: set ${SETTING} on the Neo4j server`
  } catch (error) {
    const isRefused = error instanceof PapergraphError && /^(query-refused|query-invalid|store-auth)$/.test(error.code)
    if (!isRefused) throw error
    return `kept by Neo4j (${SETTING}); this user may not see how much it is`
  }
}

const META_LIFE_MS = 1_000

/** What the database says of its graph, asked at most once a second. */
class Meta {
  readonly #store: GraphStore
  #last: { at: number; meta: Promise<StoreMeta> } | undefined

  constructor(store: GraphStore) {
    this.#store = store
  }

  read(): Promise<StoreMeta> {
    const now = performance.now()
    if (this.#last !== undefined && now - this.#last.at < META_LIFE_MS) return this.#last.meta
    const meta = this.#ask()
    this.#last = { at: now, meta }
    meta.catch(() => {
      this.#last = undefined
    })
    return meta
  }

  async #ask(): Promise<StoreMeta> {
    const meta = await this.#store.readMeta()
    if (meta !== undefined) return meta
    throw new PapergraphError(
      'not-found',
      'There is no graph of papergraph in this Neo4j database yet: run `papergraph ingest` with this --store.',
    )
  }
}

/** The names that a version of the graph has, asked once. */
class Names {
  readonly #store: GraphStore
  #last: { version: string; names: Promise<KnownNames> } | undefined

  constructor(store: GraphStore) {
    this.#store = store
  }

  of(version: string): Promise<KnownNames> {
    if (this.#last?.version === version) return this.#last.names
    const names = readNames(this.#store)
    this.#last = { version, names }
    names.catch(() => {
      this.#last = undefined
    })
    return names
  }
}

/** How long a search waits for the index of a graph that has just changed before the one before answers. */
const WAIT_FOR_INDEX_MS = 2000

interface VersionedIndex {
  version: string
  index: SearchIndex
}

/** The search index of the newest finished version; while a newer one takes long to be built, the one before answers. */
class Indexes {
  readonly #store: GraphStore
  #ready: VersionedIndex | undefined
  #building: { version: string; index: Promise<VersionedIndex> } | undefined

  constructor(store: GraphStore) {
    this.#store = store
  }

  /** That of a version: an older one does not know which ids there are. */
  sourceOf(version: string): IndexSource {
    return {
      ready: this.#ready?.version === version ? this.#ready.index : undefined,
      get: async () => (await this.#exactly(version)).index,
    }
  }

  /** The best one to search a version by, and the version that it is of. */
  async of(version: string): Promise<VersionedIndex> {
    const exact = this.#exactly(version)
    const before = this.#ready
    if (before === undefined || before.version === version) return exact
    return Promise.race([exact, pause(WAIT_FOR_INDEX_MS, before, { ref: false })])
  }

  async #exactly(version: string): Promise<VersionedIndex> {
    if (this.#ready?.version === version) return this.#ready
    if (this.#building?.version !== version) this.#build(version)
    return this.#building?.index ?? { version, index: await buildSearchIndex(this.#store) }
  }

  #build(version: string): void {
    const index = buildSearchIndex(this.#store).then((built) => ({ version, index: built }))
    const building = { version, index }
    this.#building = building
    index.then(
      (built) => {
        if (this.#building === building) this.#ready = built
      },
      () => {
        if (this.#building === building) this.#building = undefined
      },
    )
  }
}
