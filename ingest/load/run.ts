import { writeWhole } from '../../whole-file.ts'
import type { Extractor } from '../extract/extractor.ts'
import { ENTITY_TYPES, type EntityType, type Extraction } from '../extraction.ts'
import type { DecisionOutcome } from '../resolve/decisions.ts'
import type { Pile } from '../resolve/pile.ts'
import { resolve } from '../resolve/resolve.ts'
import type { SourceProblem } from '../sources/source.ts'
import type { WrittenCounts } from './batch-writer.ts'
import { ExtractionCache, foundLine } from './cache.ts'
import { type Curation, type CurationProblem, readCuration } from './curation-file.ts'
import { extractNew, type Text } from './extract-new.ts'
import { withFirstSeen } from './first-seen.ts'
import { type DataFolder, openDataFolder } from './folder.ts'
import { takeLock } from './lock.ts'
import { type LoggedPaper, PaperLog } from './log.ts'
import { type Pointer, readPointer } from './pointer.ts'
import { type Progress, silent } from './progress.ts'
import type { Credentials, StoreTarget } from './target.ts'
import { openTarget, storeName } from './target.ts'

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
  /** Problems beyond those that were to be named. */
  problemsLeftOut?: number
  /** Papers now in the log. */
  papers: number
  /** Of the records read: how many things of each type they name. */
  found: Record<EntityType, number>
  /** What became of each decision of a person, and lines of the curation file that are none. */
  decisions: DecisionOutcome[]
  curationProblems: CurationProblem[]
  /** Absent when nothing had to be written. */
  written?: WrittenCounts
  version: string
}

/** Holds the lock of a data folder while `work` is done on it. Throws `data-folder`, `store-foreign` or `locked`. */
export async function withFolder<Report>(
  options: IngestOptions,
  work: (run: Run) => Promise<Report>,
  keepAll = false,
): Promise<Report> {
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

/** The curation file as it is to be. */
export interface CurationChange {
  curation: Curation
  /** Nothing is written, neither the file nor the graph. */
  isTrial?: boolean
  /** Throws where what becomes of the decisions is not what the person meant. */
  accept(outcomes: readonly DecisionOutcome[]): void
}

/** One holder of the ingest lock at work on one data folder. */
export class Run {
  readonly before: Map<string, LoggedPaper>
  readonly log: PaperLog
  readonly cache: ExtractionCache
  readonly curation: Curation
  readonly pointer: Pointer | undefined
  private readonly folder: DataFolder
  private readonly options: IngestOptions

  constructor(folder: DataFolder, options: IngestOptions, keepAll: boolean) {
    this.folder = folder
    this.options = options
    this.pointer = readPointer(folder.pointer)
    // Without a pointer every line belongs to an ingest that did not finish; a rebuild is how a lost pointer is made again.
    this.log = new PaperLog(folder.log, this.pointer?.logBytes ?? (keepAll ? undefined : 0))
    this.before = new Map(this.pointer ? this.log.current : [])
    this.curation = readCuration(folder.curation)
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

  /**
   * Makes the store's graph the one that the log and the curation file amount to, and moves the pointer. A change to that file is
   * written once `accept` has seen what becomes of each decision: it throws where the change must not be made.
   */
  async finish(isRebuild: boolean, change?: CurationChange): Promise<IngestReport> {
    const { pointer, folder, options } = this
    const isSame = pointer !== undefined && sameLog(this.before, this.log.current)
    const curation = change?.curation ?? this.curation
    if (isSame) this.log.truncate(pointer.logBytes)
    const target = await openTarget(folder, options)
    try {
      const isMadeOf = pointer?.extractor === options.extractor.version && pointer.curation === curation.hash
      if (isSame && !isRebuild && isMadeOf && (await target.isAt(pointer))) {
        this.change(change, pointer.decisions)
        return this.report(pointer.version, curation, pointer.decisions)
      }
      this.log.sync()
      await this.extractNew()
      options.progress?.stage('resolving')
      const resolution = resolve(this.extractions(), curation.decisions)
      options.progress?.end()
      // The decision first: a stop before the graph is there leaves the old one, and the next ingest brings the new.
      this.change(change, resolution.outcomes)
      const decisions = resolution.outcomes
      if (change?.isTrial === true) return this.report(pointer?.version ?? '', curation, decisions)
      const state = {
        extractor: options.extractor.version,
        logBytes: this.log.bytes,
        curation: curation.hash,
        decisions,
      }
      const graph = withFirstSeen(resolution, this.log.current.values())
      const { written, version } = await target.write(graph, state, isRebuild, options.progress ?? silent)
      this.cache.dropOthers()
      return { ...this.report(version, curation, decisions), written }
    } finally {
      await target.close()
    }
  }

  close(): void {
    this.log.close()
    this.cache.close()
  }

  private change(change: CurationChange | undefined, outcomes: readonly DecisionOutcome[]): void {
    if (change === undefined) return
    change.accept(outcomes)
    if (change.isTrial !== true) writeWhole(this.folder.curation, change.curation.text)
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

  private report(version: string, curation: Curation, decisions: DecisionOutcome[]): IngestReport {
    return {
      read: 0,
      new: 0,
      updated: 0,
      unchanged: 0,
      removed: 0,
      problems: [],
      papers: this.log.current.size,
      found: nothingFound(),
      decisions,
      curationProblems: curation.problems,
      version,
    }
  }
}

function sameLog(before: Map<string, LoggedPaper>, now: Map<string, LoggedPaper>): boolean {
  if (before.size !== now.size) return false
  for (const [key, paper] of now) if (before.get(key)?.hash !== paper.hash) return false
  return true
}

const nothingFound = (): Record<EntityType, number> => ({ method: 0, model: 0, benchmark: 0, topic: 0, repo: 0 })
