import { readSources } from '../sources/read.ts'
import type { ReadOptions, SourceProblem } from '../sources/source.ts'
import type { Tombstone } from './log.ts'
import { silent } from './progress.ts'
import { type IngestOptions, type IngestReport, type Run, withFolder } from './run.ts'

export type { IngestOptions, IngestReport } from './run.ts'

/** Reads sources into the log, extracts what is new, resolves over everything and writes the difference. */
export async function ingest(
  sources: string[],
  options: IngestOptions &
    Pick<ReadOptions, 'format' | 'stdin' | 'called' | 'onBytes'> & {
      /** Problems that are named (all); the rest is counted. */
      mostProblems?: number
    },
): Promise<IngestReport> {
  return withFolder(options, async (run) => {
    const progress = options.progress ?? silent
    const problems: SourceProblem[] = []
    const seen = new Set<string>()
    let read = 0
    let problemsLeftOut = 0
    progress.stage('reading')
    for await (const item of readSources(sources, options)) {
      if ('problem' in item) {
        const isNamed = item.problem.fatal || problems.length < (options.mostProblems ?? Number.POSITIVE_INFINITY)
        if (isNamed) problems.push(item.problem)
        else problemsLeftOut++
        continue
      }
      // While the text is at hand: a record that stands in the log already need not be read again.
      run.log.put(item.paper).textHash = options.extractor.hash(item.paper)
      seen.add(`${item.paper.id}\u0001${item.paper.source}`)
      progress.at(++read)
    }
    progress.end()
    const report = await run.finish(false)
    const leftOut = problemsLeftOut > 0 ? { problemsLeftOut } : {}
    return { ...report, ...tally(seen, run), read, problems, ...leftOut, found: run.foundIn(seen) }
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
