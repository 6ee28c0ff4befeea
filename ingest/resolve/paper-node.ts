import { createHash } from 'node:crypto'
import type { GraphNode, Properties } from '../../queries/model.ts'
import type { PaperRecord } from '../paper.ts'
import type { PaperIdentity } from './paper-identity.ts'

/** What other records of a paper can fill in. */
export type Filling = Pick<PaperRecord, 'authors' | 'year' | 'published' | 'venue' | 'url'>

/**
 * The Paper node: text of the chosen record, and what that lacks from the paper's other records, in their order. `version` is
 * a hash of all that. Absent fields are absent, never null.
 */
export function paperNode(
  identity: PaperIdentity,
  record: PaperRecord,
  others: readonly Filling[],
  degree: number,
): GraphNode {
  const all: readonly Filling[] = [record, ...others]
  const first = <Value>(value: (filling: Filling) => Value | undefined): Value | undefined => {
    for (const filling of all) {
      const found = value(filling)
      if (found !== undefined && found !== '' && found !== null) return found
    }
    return undefined
  }
  const year = first((filling) => filling.year)
  const published = first((filling) => filling.published)
  const venue = first((filling) => filling.venue)
  const url = first((filling) => filling.url)
  const properties: Properties = {
    title: record.title,
    abstract: record.abstract,
    authors: first((filling) => (filling.authors.length > 0 ? filling.authors : undefined)) ?? [],
    sources: identity.sources,
    ...(year === undefined ? {} : { year }),
    ...(published === undefined ? {} : { published }),
    ...(venue === undefined ? {} : { venue }),
    ...(url === undefined ? {} : { url }),
  }
  const sorted = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))
  const version = createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16)
  return { id: identity.id, labels: ['Paper'], properties: { ...properties, version, degree } }
}
