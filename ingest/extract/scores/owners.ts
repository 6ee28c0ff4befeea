import type { NumberPlace, ScoreAnalysis } from './analysis.ts'
import type { Benchmark } from './benchmarks.ts'
import type { ResultNumber } from './numbers.ts'

/** Ways in which words tie a number to benchmarks, the surest first. */
export const OWNER_RULES = [
  'aligned',
  'bracket',
  'bracketAfter',
  'turn',
  'on',
  'before',
  'onNext',
  'beforeAll',
  'lone',
] as const
export type OwnerRule = (typeof OWNER_RULES)[number]
/** For each rule that applies, the benchmarks that it gives the number to. */
export type Owners = Map<OwnerRule, Set<Benchmark>>

interface Spot {
  start: number
  end: number
  names: Benchmark[]
}

const NOUN = '(?:\\s(?:data ?sets?|benchmarks?|corpus|corpora|tasks?|test sets?|tests?|simulator|games))?'
const JOINT = new RegExp(
  `^(?:\\s?\\([^()]{0,30}\\))?${NOUN}\\s?(?:,|and|&|\\/|as well as|, and|or|, as well as)\\s?(?:and\\s)?(?:on\\s)?(?:the\\s)?(?:[\\p{Ll}-]+\\s){0,2}$`,
  'u',
)
const BRACKET = new RegExp(
  `^(?:\\s\\([^()]{0,25}\\))?${NOUN}\\s?(?:\\(|\\[|:|=|,)\\s?(?:[\\p{L}\\d@+-]+\\s?[:=]?\\s?){0,4}[$+~−-]*$`,
  'u',
)
const ON = /^[^;]{0,90}\b(?:on|for|in|over|across|of|at|to|against)\s(?:the\s|both\s|all\s)?(?:[\p{L}\d-]+\s){0,4}$/u

/** Which benchmarks of its own sentence the words around a number give it to. */
export function ownersOf(analysis: ScoreAnalysis, place: NumberPlace): Owners {
  const owners: Owners = new Map()
  const spots = spotsOf(analysis, place)
  if (spots.length === 0) return owners
  const text = analysis.document.paper.abstract
  const rows = rowsOf(text, spots)
  const { number, numbers, index, list } = place
  const next = numbers[index + 1]
  const previous = numbers[index - 1]
  const set = (rule: OwnerRule, found: Spot[] | undefined): void => {
    if (found && found.length > 0) owners.set(rule, new Set(found.flatMap((spot) => spot.names)))
  }
  set('aligned', aligned(rows, number, list))
  const before = spots.filter((spot) => spot.end <= number.start).at(-1)
  const after = spots.find((spot) => spot.start >= number.unitEnd)
  const isFirstBehind = before && (!previous || previous.end <= before.start)
  if (before && isFirstBehind && BRACKET.test(text.slice(before.end, number.start))) set('bracket', [before])
  if (
    after &&
    /^[\s$}]*(?:(?:absolute|points?|[\p{L}\d@-]+)\s){0,2}[([](?:on\s|for\s)?$/u.test(
      text.slice(number.unitEnd, after.start),
    )
  )
    set('bracketAfter', [after])
  const rowAfter = after && rows.find((row) => row.includes(after))
  set('turn', turn(rows, place))
  const isOn = after && ON.test(text.slice(number.unitEnd, after.start))
  if (after && isOn && (!next || next.start >= after.end))
    set(
      'on',
      rowAfter?.filter((spot) => !next || spot.end <= next.start || spot === after),
    )
  else if (after && isOn) set('onNext', rowAfter)
  const rowBefore = before && rows.find((row) => row.includes(before))
  if (before) set(isFirstBehind ? 'before' : 'beforeAll', rowBefore)
  if (spots.length === 1) set('lone', spots)
  return owners
}

/** "75.3 and 68.1 on A and B", "on A and B, 75.3 and 68.1": the list of numbers beside a list of as many benchmarks. */
function aligned(rows: Spot[][], number: ResultNumber, list: ResultNumber[]): Spot[] | undefined {
  const [first, last] = [list[0], list.at(-1)]
  if (list.length < 2 || !first || !last) return undefined
  const after = rows.find((row) => (row[0]?.start ?? 0) >= last.end)
  const before = rows.filter((row) => (row.at(-1)?.end ?? 0) <= first.start).at(-1)
  const row = [after, before].find((row) => row?.length === list.length)
  const spot = row?.[list.indexOf(number)]
  return spot && [spot]
}

/**
 * A sentence that begins with numbers and ends with a benchmark says each benchmark behind its numbers ("88 and 90 on A, and 75 and
 * 77 on B"); one that begins with a benchmark and ends with numbers says it before them.
 */
function turn(rows: Spot[][], { number, numbers }: NumberPlace): Spot[] | undefined {
  const [firstSpot, lastSpot] = [rows[0]?.[0], rows.at(-1)?.at(-1)]
  const [firstNumber, lastNumber] = [numbers[0], numbers.at(-1)]
  if (!firstSpot || !lastSpot || !firstNumber || !lastNumber || rows.length < 2) return undefined
  const isNumberFirst = firstNumber.end <= firstSpot.start
  const isNumberLast = lastNumber.start >= lastSpot.end
  if (isNumberFirst === isNumberLast) return undefined
  return isNumberFirst
    ? rows.find((row) => (row[0]?.start ?? 0) >= number.end)
    : rows.filter((row) => (row.at(-1)?.end ?? 0) <= number.start).at(-1)
}

/** Lists of benchmarks: "A, B, and C". */
function rowsOf(text: string, spots: Spot[]): Spot[][] {
  const rows: Spot[][] = []
  for (const spot of spots) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && JOINT.test(text.slice(last.end, Math.min(spot.start, last.end + 80)))) row.push(spot)
    else rows.push([spot])
  }
  return rows
}

/** The places of likely benchmarks in a number's sentence; names inside one another share the longest place. */
function spotsOf(analysis: ScoreAnalysis, { at }: NumberPlace): Spot[] {
  const known = analysis.spots.get(at)
  if (known) return known
  const places = analysis.benchmarks
    .filter((benchmark) => isLikely(benchmark) || isPossible(benchmark))
    .flatMap((benchmark) =>
      benchmark.places
        .filter(({ field, sentence }) => field === 'abstract' && sentence === at)
        .map((place) => ({ ...place, benchmark })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const spots: Spot[] = []
  for (const { start, end, benchmark } of places) {
    const last = spots.at(-1)
    if (last && start < last.end) {
      last.names.push(benchmark)
      last.end = Math.max(last.end, end)
    } else spots.push({ start, end, names: [benchmark] })
  }
  const text = analysis.document.paper.abstract
  // What only stands like a benchmark counts beside a likely one: "on ImageNet and Open Images", and where it is alone.
  const kept = rowsOf(text, spots)
    .filter((row) => row.some((spot) => spot.names.some(isLikely)))
    .flat()
  const found = kept.length > 0 ? kept : spots
  analysis.spots.set(at, found)
  return found
}

function isPossible({ entity, hasPreposition, name }: Benchmark): boolean {
  return entity === undefined && hasPreposition && /\p{Lu}.*[\p{Lu}\d]/u.test(name)
}

function isLikely({ isEntity, hasNoun, isInLexicon, share, entity }: Benchmark): boolean {
  return isEntity || ((hasNoun || isInLexicon || share > 0.3) && entity === undefined)
}
