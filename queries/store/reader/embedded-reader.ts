import { PapergraphError } from '../../../errors.ts'
import type { TimedRows } from '../../answer.ts'
import type { Answer, GraphReader } from '../../reader.ts'
import { typedParameters } from '../typed-parameters.ts'
import { Generation } from './generation.ts'
import { CYPHER_DEFAULTS } from './limits.ts'
import { describeMemoryLimit, memoryLimitKind } from './memory-limit.ts'
import { partPages } from './part-pages.ts'
import { type GraphPointer, readGraphPointer, watchPointer } from './pointer-watch.ts'
import { readerProcesses } from './reader-child.ts'
import { READER_DEFAULTS, type ReaderOptions } from './reader-options.ts'
import { RunQueue } from './run-queue.ts'
import { typedAnswer } from './typed-answer.ts'
import { untilAborted } from './typed-children.ts'

/** Reads the graph of a data folder through reader processes, and goes over to a new version once it is ready. */
export async function openEmbeddedReader(folder: string, options: Partial<ReaderOptions> = {}): Promise<GraphReader> {
  const all = { ...READER_DEFAULTS, ...options }
  const { memoryBytes, check } = all
  const versions = new Versions(folder, all, await openNewest(folder, all))
  const queue = new RunQueue()
  const answer = (rows: TimedRows, { pointer }: Generation): Answer => ({
    ...rows,
    version: pointer.version,
    updating: false,
  })
  return {
    run: (name, parameters, signal) =>
      versions.use(async (generation) => {
        const rows = generation.ask('run', { name, parameters })
        return answer(await untilAborted(rows, signal), generation)
      }),
    async cypher(text, parameters, options = {}) {
      check(text, parameters)
      const { timeoutMs, maxRows, signal, onQueue } = { ...CYPHER_DEFAULTS, signal: undefined, ...options }
      const run = { text, parameters: typedParameters(parameters), maxRows, timeoutMs, signal }
      const work = (): Promise<Answer> =>
        versions.use((generation) =>
          typedAnswer(
            text,
            () => generation.names(),
            async () => answer(await generation.typed.run(run), generation),
          ),
        )
      return queue.run(work, { signal, onQueue })
    },
    search: (query, options) =>
      versions.use(async (generation) => ({
        hits: await generation.ask('search', { query, options }),
        version: generation.pointer.version,
      })),
    status: () =>
      versions.use(async (generation) => {
        const counts = await generation.counts()
        const { version, extractor } = generation.pointer
        const memoryLimit = await memoryLimitKind()
        return {
          store: 'embedded',
          engine: generation.engine,
          version,
          extractor,
          updating: false,
          counts,
          memoryLimit,
          memoryLimitText: describeMemoryLimit(memoryLimit, memoryBytes),
        }
      }),
    part: (selection, signal) =>
      versions.use(async (generation) => {
        // The version must stay until the last page is read.
        const release = generation.hold()
        try {
          const { child, part } = await untilAborted(generation.begin(selection), signal)
          const { version, extractor } = generation.pointer
          return { version, extractor, updating: false, pages: partPages(child, part, release, signal) }
        } catch (error) {
          release()
          throw error
        }
      }),
    digest: () => versions.use((generation) => generation.ask('digest', {})),
    load: () => ({ ...queue.load, processes: readerProcesses() }),
    close: async (when = 'now') => (when === 'now' ? versions.close() : versions.retire()),
  }
}

/** How often the pointer may move between a question and its answer. */
const MOST_ATTEMPTS = 5

/** The version that is being served, and the next one while it is being opened. */
class Versions {
  readonly #folder: string
  readonly #options: ReaderOptions
  readonly #stopWatching: () => void
  #current: Generation
  #renewal: Promise<void> | undefined
  #isClosed = false

  constructor(folder: string, options: ReaderOptions, first: Generation) {
    this.#folder = folder
    this.#options = options
    this.#current = first
    this.#stopWatching = watchPointer(folder, () => {
      this.#renew().catch(() => undefined)
    })
  }

  /** Runs on the current version. Where its file was replaced before a process had opened it, on the next one. */
  async use<T>(work: (generation: Generation) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const generation = this.#current
      if (this.#isClosed) throw new PapergraphError('internal', 'The graph is closed.')
      try {
        return await generation.use(work)
      } catch (error) {
        const isGone = error instanceof PapergraphError && error.code === 'data-folder'
        if (!isGone || attempt === MOST_ATTEMPTS) throw error
        await this.#renew()
        if (this.#current === generation) throw error
      }
    }
  }

  /** Nobody asks any more, but what was begun is to be answered: its processes end after that. */
  retire(): void {
    this.#stopWatching()
    this.#current.retire()
  }

  close(): void {
    this.#isClosed = true
    this.#stopWatching()
    this.#current.close()
  }

  #renew(): Promise<void> {
    this.#renewal ??= this.#takeOver().finally(() => {
      this.#renewal = undefined
    })
    return this.#renewal
  }

  async #takeOver(): Promise<void> {
    if (readGraphPointer(this.#folder).version === this.#current.pointer.version) return
    const next = await openNewest(this.#folder, this.#options)
    if (this.#isClosed) {
      next.close()
      return
    }
    const before = this.#current
    this.#current = next
    before.retire()
  }
}

/** Opens the version that the pointer names; where the pointer moves meanwhile and takes the file with it, the next one. */
async function openNewest(folder: string, options: ReaderOptions): Promise<Generation> {
  for (;;) {
    const pointer = readGraphPointer(folder)
    const generation = new Generation(pointer, options)
    try {
      await generation.main()
      return generation
    } catch (error) {
      generation.close()
      if (!hasMoved(folder, pointer)) throw error
    }
  }
}

function hasMoved(folder: string, pointer: GraphPointer): boolean {
  return readGraphPointer(folder).version !== pointer.version
}
