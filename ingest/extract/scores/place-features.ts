import type { NumberPlace, ScoreAnalysis } from './analysis.ts'
import type { BenchmarkPlace } from './benchmarks.ts'
import type { Features } from './model.ts'
import type { ResultNumber } from './numbers.ts'

const BREAK = /[;:]|,\s(?:while|whereas|but|which|and\s\w+(?:s|ing)\b)|\b(?:while|whereas|although|but)\b/
const ENDS_ON = /\b(on|over|across|for|in|of|to|from|at|with)\s(?:the\s|both\s|all\s|its\s)?(?:[\p{L}-]+\s){0,3}$/u

/** Adds how a number and a benchmark of one sentence stand to each other. */
export function hereFeatures(
  found: Features,
  analysis: ScoreAnalysis,
  { number, sentence, numbers, list }: NumberPlace,
  here: BenchmarkPlace[],
  rivals: { at: BenchmarkPlace; isSure: boolean }[],
): void {
  const text = analysis.document.paper.abstract
  const gapOf = ({ start, end }: BenchmarkPlace): number =>
    start >= number.end ? start - number.unitEnd : number.start - end
  // The best place is the nearest one that no other number stands before.
  const between = (at: BenchmarkPlace): number =>
    numbers.filter(
      (other) =>
        other !== number &&
        (at.start >= number.end
          ? other.start > number.start && other.end <= at.start
          : other.end <= number.start && other.start >= at.end),
    ).length
  const [best] = here
    .map((at) => ({ at, gap: gapOf(at), between: between(at) }))
    .sort((a, b) => a.between - b.between || a.gap - b.gap)
  if (!best) return
  const { at, gap } = best
  const isAfter = at.start >= number.end
  const words = isAfter ? text.slice(number.unitEnd, at.start) : text.slice(at.end, number.start)
  const low = isAfter ? number.end : at.end
  const high = isAfter ? at.start : number.start
  const inside = rivals.filter((rival) => rival.at.start >= low && rival.at.end <= high)
  const side = isAfter ? 'after' : 'before'
  found.set('after', isAfter ? 1 : 0)
  found.set('gap', Math.max(0, gap))
  found.set(`gap:${side}`, Math.max(1, gap))
  found.set(`numbersBetween:${side}`, best.between + 1)
  found.set(`rivalsBetween:${side}`, inside.length + 1)
  found.set('sureRivalsBetween', inside.filter(({ isSure }) => isSure).length)
  const shut = words.slice(-200)
  if (BREAK.test(shut)) found.set('break', 1)
  if (/\)/.test(shut) && !/\(/.test(shut)) found.set('leavesBracket', 1)
  if (/[(]\s?[$+~]*$/.test(words) && !isAfter && gap < 30) found.set('bracketed', 1)
  if (
    !isAfter &&
    /^(?:\s(?:data ?set|benchmark|test set|corpus)s?)?\s?(?:\(|:|=|,|by|to|of)?\s?[^\s\d]{0,3}\s?[$+]*$/i.test(words)
  )
    found.set('tightBefore', 1)
  const on = ENDS_ON.exec(isAfter ? shut : text.slice(Math.max(sentence.start, at.start - 40), at.start))
  if (on?.[1]) found.set(`on:${side}=${on[1]}`, 1)
  if (isAfter && /^[\s$})]*(?:[\p{L}\d-]+\s){0,3}(?:on|for|in|over|across)\s(?:the\s)?$/iu.test(words))
    found.set('tightOn', 1)
  const nearest = rivals.filter((rival) => rival.isSure).map((rival) => gapOf(rival.at))
  if (nearest.length > 0) found.set('nearerBy', Math.min(...nearest) - gap)
  listFeatures(
    found,
    text,
    number,
    list,
    at,
    rivals.filter(({ isSure }) => isSure).map((rival) => rival.at),
  )
}

const LIST_GAP =
  /^(?:\s?\([^()]{0,30}\))?\s?(?:data ?sets?|benchmarks?|tasks?)?\s?(?:,|and|&|\/|as well as|, and|or)\s?(?:and\s)?(?:the\s|on\s)?(?:[\p{Ll}-]+\s){0,2}$/u

/** "75.3 and 68.1 on A and B": whether the number's place in its list is that of the benchmark in its own. */
function listFeatures(
  found: Features,
  text: string,
  number: ResultNumber,
  list: ResultNumber[],
  at: BenchmarkPlace,
  rivals: BenchmarkPlace[],
): void {
  const row = [...rivals, at].sort((a, b) => a.start - b.start)
  const mine = row.indexOf(at)
  const isJoint = (index: number): boolean => {
    const [one, next] = [row[index], row[index + 1]]
    return one !== undefined && next !== undefined && LIST_GAP.test(text.slice(one.end, next.start).slice(0, 60))
  }
  let [first, last] = [mine, mine]
  while (first > 0 && isJoint(first - 1)) first--
  while (last < row.length - 1 && isJoint(last)) last++
  const length = last - first + 1
  found.set('benchmarkList', length)
  found.set('benchmarkIndex', mine - first)
  if (length < 2) return
  if (list.length === length) found.set('aligned', list.indexOf(number) === mine - first ? 1 : 2)
  else if (list.length > 1) found.set('unequal', 1)
  if (list.length === 1) found.set('oneOnMany', 1)
}
