import type { Extraction } from '../extraction.ts'
import type { PaperRecord } from '../paper.ts'
import { foldTitle } from './fold.ts'
import { compareText, sortedSet } from './order.ts'
import { UnionFind } from './union-find.ts'

/** The records that are one paper. Records are named by their place in the iteration over all extractions. */
export interface PaperIdentity {
  id: string
  /** The record whose text, and so whose extraction, counts. */
  chosen: number
  /** All its records, first the chosen one, then in the order in which they fill in what it lacks. */
  records: number[]
  /** Ids and source names of all its records, sorted. */
  sources: string[]
}

interface Light {
  place: number
  id: string
  source: string
  /** Empty when the title is too short to tell papers apart. */
  title: string
  surname: string
  abstractLength: number
}

const LEAST_TITLE_WORDS = 4
const PREFIXES = ['arxiv:', 'doi:', 'acl:']

/**
 * Which records are one paper: those with one id, and those with one title that share the first author's surname (those
 * without authors join only when exactly one surname occurs under that title). Of one id from one source the last counts.
 * Out: papers by id, the same for any order of the records.
 */
export function identifyPapers(extractions: Iterable<Extraction>): PaperIdentity[] {
  const records = [...latest(extractions).values()]
  const sets = new UnionFind(records.length)
  const byId = new Map<string, number>()
  const byTitle = new Map<string, number[]>()
  records.forEach((record, index) => {
    const same = byId.get(record.id)
    if (same === undefined) byId.set(record.id, index)
    else sets.join(same, index)
    if (record.title === '') return
    const titled = byTitle.get(record.title)
    if (titled === undefined) byTitle.set(record.title, [index])
    else titled.push(index)
  })
  for (const members of byTitle.values()) joinBySurname(members, records, sets)

  const groups = new Map<number, Light[]>()
  records.forEach((record, index) => {
    const root = sets.find(index)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [record])
    else group.push(record)
  })
  return [...groups.values()].map(paperOf).sort((a, b) => compareText(a.id, b.id))
}

function latest(extractions: Iterable<Extraction>): Map<string, Light> {
  const records = new Map<string, Light>()
  let place = 0
  for (const record of extractions) {
    const { folded, words } = foldTitle(record.title)
    records.set(`${record.id}\u0001${record.source}`, {
      place,
      id: record.id,
      source: record.source,
      title: words >= LEAST_TITLE_WORDS ? folded : '',
      surname: surname(record.authors[0] ?? ''),
      abstractLength: record.abstract.length,
    })
    place += 1
  }
  return records
}

function joinBySurname(members: number[], records: Light[], sets: UnionFind): void {
  if (members.length < 2) return
  const firstOf = new Map<string, number>()
  for (const member of members) {
    const name = records[member]?.surname ?? ''
    const first = firstOf.get(name)
    if (name === '') continue
    if (first === undefined) firstOf.set(name, member)
    else sets.join(first, member)
  }
  const [only] = firstOf.values()
  if (firstOf.size !== 1 || only === undefined) return
  for (const member of members) sets.join(only, member)
}

function paperOf(group: Light[]): PaperIdentity {
  const ordered = group.sort(
    (a, b) => rank(a.id) - rank(b.id) || compareText(a.id, b.id) || compareText(a.source, b.source),
  )
  // Of equally long abstracts the first by id counts, which is not the order of prefixes.
  const byId = [...ordered].sort((a, b) => compareText(a.id, b.id) || compareText(a.source, b.source))
  const chosen = byId.reduce((best, record) => (record.abstractLength > best.abstractLength ? record : best))
  return {
    id: ordered[0]?.id ?? chosen.id,
    chosen: chosen.place,
    records: [chosen.place, ...ordered.filter((record) => record !== chosen).map((record) => record.place)],
    sources: sortedSet(group.flatMap((record) => [record.id, record.source])),
  }
}

function rank(id: PaperRecord['id']): number {
  const known = PREFIXES.findIndex((prefix) => id.startsWith(prefix))
  if (known >= 0) return known
  return id.startsWith('title:') ? PREFIXES.length + 1 : PREFIXES.length
}

/** The last word of a surname, folded: of "Ada Lovelace", "Lovelace, Ada", "van der Berg, Jan" and "Smith Jr., John". */
export function surname(author: string): string {
  const [beforeComma = ''] = author.split(',')
  const words = foldTitle(beforeComma).folded.split(' ')
  while (words.length > 1 && /^(jr|sr|ii|iii|iv|.)$/u.test(words.at(-1) ?? '')) words.pop()
  return words.at(-1) ?? ''
}
