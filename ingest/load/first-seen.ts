import type { Resolution } from '../resolve/resolution.ts'
import type { LoggedPaper } from './log.ts'

/**
 * The same graph with `ingest` on each paper: the number of the ingest that first brought one of its records. It comes from
 * the log, so that a rebuild gives the same, and it is the only property that depends on how the papers were cut into
 * ingests; the digest leaves it out. What else is new follows from it: a concept is new where all papers that name it are,
 * a relationship where its paper is.
 */
export function withFirstSeen(resolution: Resolution, logged: Iterable<LoggedPaper>): Resolution {
  const first = new Map<string, number>()
  for (const { id, ingest } of logged) first.set(id, Math.min(ingest, first.get(id) ?? ingest))
  return {
    ...resolution,
    *papers() {
      for (const { paper, relationships } of resolution.papers()) {
        const { sources } = paper.properties
        const ids = [paper.id, ...(Array.isArray(sources) ? sources.map(String) : [])]
        const seen = ids.flatMap((id) => first.get(id) ?? [])
        const ingest = seen.length === 0 ? 1 : Math.min(...seen)
        yield { paper: { ...paper, properties: { ...paper.properties, ingest } }, relationships }
      }
    },
  }
}
