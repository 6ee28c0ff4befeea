import type { Extractor } from '../extract/extractor.ts'
import { ENTITY_TYPES, type EntityType, type Extraction } from '../extraction.ts'
import type { Pile } from '../resolve/pile.ts'
import { resolve } from '../resolve/resolve.ts'
import { readSources } from '../sources/read.ts'
import type { ReadOptions, SourceProblem } from '../sources/source.ts'
import { ExtractionCache, foundLine } from './cache.ts'
import { extractNew, type Text } from './extract-new.ts'
import { type DataFolder, openDataFolder } from './folder.ts'
import { takeLock } from './lock.ts'
import { type LoggedPaper, PaperLog, type Tombstone } from './log.ts'
import { type Pointer, readPointer } from './pointer.ts'
import { type Progress, silent } from './progress.ts'
import type { Credentials, StoreTarget } from './target.ts'
import { openTarget, storeName } from './target.ts'
import type { WrittenCounts } from './write-graph.ts'

export interface IngestOptions {
  /** The data folder; made where there is none. */
  data: string
  store: StoreTarget
  credentials?: Credentials
  extractor: Extractor
  /** Threads that extract. More than one only with the extractor that the package comes with; 1 when absent. */
  threads?: number
  progress?: Progress
}

export interface IngestReport {
  /** Records read and usable. */
  read: number
  new: number
  updated: number
  unchanged: number
  removed: number
  /** Records that could not be used, and files. */
  problems: SourceProblem[]
  /** Papers now in the log. */
  papers: number
  /** Of the records read: how many things of each type they name. */
  found: Record<EntityType, number>
  /** Absent when nothing had to be written. */
  written?: WrittenCounts
  version: string
}

/** Reads sources into the log, extracts what is new, resolves over everything and writes the difference. */
export async function ingest(
  sources: string[],
  options: IngestOptions & Pick<ReadOptions, 'format' | 'stdin'>,
): Promise<IngestReport> {
  return withFolder(options, async (run) => {
    const progress = options.progress ?? silent
    const problems: SourceProblem[] = []
    const seen = new Set<string>()
    let read = 0
    progress.stage('reading')
    for await (const item of readSources(sources, options)) {
      if ('problem' in item) {
        problems.push(item.problem)
        continue
      }
      // While the text is at hand: a record that stands in the log already need not be read again.
      run.log.put(item.paper).textHash = options.extractor.hash(item.paper)
      seen.add(`${item.paper.id}\u0001${item.paper.source}`)
      progress.at(++read)
    }
    progress.end()
    const report = await run.finish(false)
    return { ...report, ...tally(seen, run), read, problems, found: run.foundIn(seen) }
  })
}

/** Takes records away again. Throws nothing when there are none: `removed` is 0. */
export async function remove(tombstone: Tombstone, options: IngestOptions): Promise<IngestReport> {
  return withFolder(options, async (run) => {
    const removed = 'id' in tombstone ? run.removePaper(tombstone.id) : run.log.remove(tombstone)
    return { ...(await run.finish(false)), removed }
  })
}

/** Makes the whole graph again from the papers in the log, forgetting every earlier extraction. */
export async function rebuild(options: IngestOptions): Promise<IngestReport> {
  const work = async (run: Run): Promise<IngestReport> => {
    run.cache.clear()
    return run.finish(true)
  }
  return withFolder(options, work, true)
}

async function withFolder(
  options: IngestOptions,
  work: (run: Run) => Promise<IngestReport>,
  keepAll = false,
): Promise<IngestReport> {
  const folder = openDataFolder(options.data, storeName(options.store))
  const release = takeLock(folder.lock)
  try {
    const run = new Run(folder, options, keepAll)
    try {
      return await work(run)
    } finally {
      run.close()
    }
  } finally {
    release()
  }
}

/** One holder of the ingest lock at work on one data folder. */
class Run {
  readonly before: Map<string, LoggedPaper>
  readonly log: PaperLog
  readonly cache: ExtractionCache
  private readonly pointer: Pointer | undefined
  private readonly folder: DataFolder
  private readonly options: IngestOptions

  constructor(folder: DataFolder, options: IngestOptions, keepAll: boolean) {
    this.folder = folder
    this.options = options
    this.pointer = readPointer(folder.pointer)
    // Without a pointer every line belongs to an ingest that did not finish; a rebuild is how a lost pointer is made again.
    this.log = new PaperLog(folder.log, this.pointer?.logBytes ?? (keepAll ? undefined : 0))
    this.before = new Map(this.pointer ? this.log.current : [])
    this.cache = new ExtractionCache(folder.extractions, options.extractor.version)
  }

  /** How many things of each type the records with these keys name. */
  foundIn(keys: Iterable<string>): Record<EntityType, number> {
    const found = nothingFound()
    for (const key of keys) {
      const paper = this.log.current.get(key)
      if (!paper) continue
      const counts = this.cache.counts(this.extracted(paper))
      for (const type of ENTITY_TYPES) found[type] += counts[type]
    }
    return found
  }

  /** Removes every record of a paper: those with this id and those that were joined with them. */
  removePaper(id: string): number {
    let ids = [id]
    for (const { paper } of resolve(this.extractions()).papers()) {
      const sources = paper.properties.sources
      if (paper.id === id && Array.isArray(sources)) ids = [id, ...sources.map(String)]
    }
    return ids.reduce((removed, each) => removed + this.log.remove({ id: each }), 0)
  }

  /** Makes the store's graph the one that the log amounts to, and moves the pointer. */
  async finish(isRebuild: boolean): Promise<IngestReport> {
    const { pointer, folder, options } = this
    const isSame = pointer !== undefined && sameLog(this.before, this.log.current)
    if (isSame) this.log.truncate(pointer.logBytes)
    const target = await openTarget(folder, options)
    try {
      if (isSame && !isRebuild && pointer.extractor === options.extractor.version && (await target.isAt(pointer)))
        return this.report(pointer.version)
      this.log.sync()
      await this.extractNew()
      options.progress?.stage('resolving')
      const resolution = resolve(this.extractions())
      options.progress?.end()
      const state = { extractor: options.extractor.version, logBytes: this.log.bytes, curation: '' }
      const { written, version } = await target.write(resolution, state, isRebuild, options.progress ?? silent)
      this.cache.dropOthers()
      return { ...this.report(version), written }
    } finally {
      await target.close()
    }
  }

  close(): void {
    this.log.close()
    this.cache.close()
  }

  private async extractNew(): Promise<void> {
    const { progress = silent, extractor, threads = 1 } = this.options
    progress.stage('extracting', this.log.current.size)
    await extractNew(this.texts(), this.cache, extractor, threads, (done) => progress.at(done))
    this.cache.sync()
    progress.end()
  }

  private *texts(): Generator<Text> {
    for (const paper of this.log.inOrder()) yield { hash: this.textHash(paper), read: () => this.log.read(paper) }
  }

  /** All extractions, to be gone through more than once or read by place. */
  private extractions(): Pile {
    const all = [...this.log.current.values()]
    const extraction = (logged: LoggedPaper): Extraction => this.extraction(logged)
    function* pile(): Generator<Extraction> {
      for (const paper of all) yield extraction(paper)
    }
    return Object.assign(pile, {
      at: (place: number) => {
        const paper = all[place]
        return paper && extraction(paper)
      },
    })
  }

  private extraction(logged: LoggedPaper): Extraction {
    return this.cache.join(this.log.read(logged), this.extracted(logged))
  }

  /** The hash of a record's text, which the cache holds from now on. */
  private extracted(logged: LoggedPaper): string {
    const hash = this.textHash(logged)
    if (!this.cache.has(hash)) this.cache.add(foundLine(this.options.extractor.extract(this.log.read(logged))))
    return hash
  }

  private textHash(logged: LoggedPaper): string {
    logged.textHash ??= this.options.extractor.hash(this.log.read(logged))
    return logged.textHash
  }

  private report(version: string): IngestReport {
    return {
      read: 0,
      new: 0,
      updated: 0,
      unchanged: 0,
      removed: 0,
      problems: [],
      papers: this.log.current.size,
      found: nothingFound(),
      version,
    }
  }
}

function sameLog(before: Map<string, LoggedPaper>, now: Map<string, LoggedPaper>): boolean {
  if (before.size !== now.size) return false
  for (const [key, paper] of now) if (before.get(key)?.hash !== paper.hash) return false
  return true
}

function tally(seen: Set<string>, run: Run): Pick<IngestReport, 'new' | 'updated' | 'unchanged'> {
  const counts = { new: 0, updated: 0, unchanged: 0 }
  for (const key of seen) {
    const before = run.before.get(key)
    if (!before) counts.new++
    else if (before.hash === run.log.current.get(key)?.hash) counts.unchanged++
    else counts.updated++
  }
  return counts
}

const nothingFound = (): Record<EntityType, number> => ({ method: 0, model: 0, benchmark: 0, topic: 0, repo: 0 })
