import { PapergraphError } from '../../../errors.ts'
import type { KnownNames } from '../../guard/notices.ts'
import type { GraphSelection } from '../../reader.ts'
import type { Counts } from '../store.ts'
import type { GraphSource } from './graph-source.ts'
import type { CallName, ReaderCalls } from './messages.ts'
import type { GraphPointer } from './pointer-watch.ts'
import { deliver, ReaderChild } from './reader-child.ts'
import type { ReaderOptions, SearchTime } from './reader-options.ts'
import { TypedChildren } from './typed-children.ts'

/** One version of the graph and the processes that have it open. An answer comes from one of these, so it never mixes two versions. */
export class Generation {
  readonly pointer: GraphPointer
  readonly typed: TypedChildren
  engine = ''
  readonly #source: GraphSource
  readonly #search: SearchTime
  #main: Promise<ReaderChild> | undefined
  #counts: Promise<Counts> | undefined
  #names: Promise<KnownNames> | undefined
  #users = 0
  #isRetired = false

  constructor(pointer: GraphPointer, { memoryBytes, search }: Pick<ReaderOptions, 'memoryBytes' | 'search'>) {
    this.pointer = pointer
    this.#search = search
    this.#source = { kind: 'embedded', path: pointer.path }
    this.typed = new TypedChildren(this.#source, memoryBytes)
  }

  /** The process for the catalogue, search and digest, once it is ready; a new one where the last has ended. */
  async main(): Promise<ReaderChild> {
    const kept = await this.#main?.catch(() => undefined)
    if (kept?.isAlive) return kept
    // Of several that wait here, the first starts it.
    if (this.#restarting === undefined) {
      this.#main = this.#start()
      this.#restarting = this.#main
      this.#main
        .catch(() => undefined)
        .finally(() => {
          this.#restarting = undefined
        })
    }
    return this.#restarting
  }
  #restarting: Promise<ReaderChild> | undefined

  /** Asks the process for the catalogue, search and digest. */
  ask<Name extends CallName>(name: Name, request: ReaderCalls[Name]['request']): Promise<ReaderCalls[Name]['answer']> {
    return deliver(
      () => this.main(),
      (child) => child.call(name, request),
    )
  }

  /** Does something with this version; the last one out of a retired version ends its processes. */
  async use<T>(work: (generation: Generation) => Promise<T>): Promise<T> {
    const release = this.hold()
    try {
      return await work(this)
    } finally {
      release()
    }
  }

  /** Keeps this version's processes until the function that it gives is called. */
  hold(): () => void {
    this.#users += 1
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      this.#users -= 1
      if (this.#isRetired && this.#users === 0) this.close()
    }
  }

  /** Begins to read a part of the graph; its pages come from the process that began it. */
  begin(selection: GraphSelection): Promise<{ child: ReaderChild; part: number }> {
    return deliver(
      () => this.main(),
      async (child) => ({ child, ...(await child.call('part', { selection })) }),
    )
  }

  counts(): Promise<Counts> {
    this.#counts ??= this.ask('counts', {})
    this.#counts.catch(() => {
      this.#counts = undefined
    })
    return this.#counts
  }

  /** What the graph knows by name, for what people type. */
  names(): Promise<KnownNames> {
    this.#names ??= this.ask('names', {})
    this.#names.catch(() => {
      this.#names = undefined
    })
    return this.#names
  }

  /** A newer version has taken over. */
  retire(): void {
    this.#isRetired = true
    if (this.#users === 0) this.close()
  }

  /** Ends all processes now; whoever still waits is told that the graph was closed. */
  close(): void {
    this.#isRetired = true
    const error = new PapergraphError('internal', 'The graph was closed before the answer was there.')
    this.typed.close(error)
    this.#main?.then(
      (child) => child.kill(error),
      () => undefined,
    )
  }

  async #start(): Promise<ReaderChild> {
    const child = new ReaderChild(false)
    try {
      const { engine } = await child.call('open', { source: this.#source, search: this.#search })
      this.engine = engine
      return child
    } catch (error) {
      child.kill(new PapergraphError('internal', 'The process that reads the graph could not be started.'))
      throw error
    }
  }
}
