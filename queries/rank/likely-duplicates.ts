import { editDistance } from '../search/edit-distance.ts'
import { compact, foldForSearch } from '../search/fold.ts'
import { compareCodePoints } from '../store/code-points.ts'
import { fieldsOf, numberParameter, type Rank } from './rank.ts'

/** Below this many letters one letter makes another name. */
const LEAST_LETTERS = 7
/** A key that more names share tells nothing ("model" with each letter left out). */
const MOST_SHARING = 30
const REASONS = ['the same letters', 'acronym', 'one letter apart'] as const

interface Thing {
  id: string
  name: string
  type: string
  papers: number
  /** Compact folded names: its own first, then its aliases. */
  forms: string[]
}

/**
 * Pairs of concepts that may be one: names or aliases of the same letters and digits; one the acronym of the other; names
 * that differ in one letter (never in a digit: those are versions), found by leaving out one letter each, after Mor and
 * Fraenkel, "A hash code method for detecting and correcting spelling errors", CACM 25(12), 1982. Pairs that VARIANT_OF links
 * are left out. Sorted by reason, then by how many papers name the rarer of the two, then by id.
 *
 * In: id, name, type, papers, aliases, variantOf (a row for each variant). Out: id, name, type, papers, the same of the other, reason.
 */
export const likelyDuplicates: Rank = ({ columns, rows, truncated }, parameters) => {
  const things = new Map<string, Thing>()
  const linked = new Set<string>()
  for (const row of rows) {
    const field = fieldsOf(columns, row)
    const id = String(field('id'))
    const other = field('variantOf')
    if (typeof other === 'string') linked.add(pairKey(id, other))
    if (things.has(id)) continue
    const aliases = field('aliases')
    const names = [String(field('name')), ...(Array.isArray(aliases) ? aliases.map(String) : [])]
    const forms = [...new Set(names.map((name) => compact(foldForSearch(name))))].filter((form) => form !== '')
    things.set(id, { id, name: names[0] ?? '', type: String(field('type')), papers: Number(field('papers')), forms })
  }
  const pairs = new Map<string, { one: Thing; other: Thing; reason: number }>()
  const propose = (a: Thing, b: Thing, reason: number): void => {
    const key = pairKey(a.id, b.id)
    if (a === b || linked.has(key)) return
    const before = pairs.get(key)
    if (before !== undefined && before.reason <= reason) return
    const isFirst = a.papers > b.papers || (a.papers === b.papers && compareCodePoints(a.id, b.id) < 0)
    pairs.set(key, isFirst ? { one: a, other: b, reason } : { one: b, other: a, reason })
  }
  const all = [...things.values()]
  for (const group of groups(all, ({ forms }) => forms)) eachPair(group, (a, b) => propose(a, b, 0))
  const byName = new Map<string, Thing[]>()
  for (const thing of all) if (/^[\p{Lu}\p{N}]{2,8}$/u.test(thing.name)) add(byName, thing.name.toLowerCase(), thing)
  for (const thing of all) for (const short of byName.get(initialsOf(thing.name)) ?? []) propose(short, thing, 1)
  const nearKeys = ({ forms: [form = ''] }: Thing): string[] =>
    form.length < LEAST_LETTERS ? [] : [form, ...Array.from(form, (_, at) => form.slice(0, at) + form.slice(at + 1))]
  for (const group of groups(all, nearKeys)) eachPair(group, (a, b) => isOneLetterApart(a, b) && propose(a, b, 2))

  const ranked = [...pairs.values()].sort(
    (a, b) =>
      a.reason - b.reason ||
      b.other.papers - a.other.papers ||
      b.one.papers - a.one.papers ||
      compareCodePoints(a.one.id, b.one.id) ||
      compareCodePoints(a.other.id, b.other.id),
  )
  const limit = numberParameter(parameters.limit, 100)
  return {
    columns: ['id', 'name', 'type', 'papers', 'otherId', 'otherName', 'otherType', 'otherPapers', 'reason'],
    rows: ranked
      .slice(0, limit)
      .map(({ one, other, reason }) => [...cellsOf(one), ...cellsOf(other), REASONS[reason] ?? '']),
    truncated,
  }
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}\u0001${b}` : `${b}\u0001${a}`)
const cellsOf = ({ id, name, type, papers }: Thing): (string | number)[] => [id, name, type, papers]

function initialsOf(name: string): string {
  const words = foldForSearch(name).split(' ')
  return words.length < 2 ? '' : words.map((word) => word.slice(0, 1)).join('')
}

function isOneLetterApart({ forms: [a = ''] }: Thing, { forms: [b = ''] }: Thing): boolean {
  return a.replace(/\P{N}/gu, '') === b.replace(/\P{N}/gu, '') && editDistance(a, b, 1) === 1
}

function add(groups: Map<string, Thing[]>, key: string, thing: Thing): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [thing])
  else if (group.at(-1) !== thing) group.push(thing)
}

function groups(things: readonly Thing[], keysOf: (thing: Thing) => string[]): Thing[][] {
  const found = new Map<string, Thing[]>()
  for (const thing of things) for (const key of keysOf(thing)) add(found, key, thing)
  return [...found.values()].filter(({ length }) => length > 1 && length <= MOST_SHARING)
}

function eachPair(group: readonly Thing[], use: (a: Thing, b: Thing) => unknown): void {
  group.forEach((a, at) => {
    for (const b of group.slice(at + 1)) use(a, b)
  })
}
