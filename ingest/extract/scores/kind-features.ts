import type { NumberPlace, ScoreAnalysis } from './analysis.ts'
import { KIND_HINTS, type KindHint, kindHint } from './kinds.ts'
import type { Features } from './model.ts'
import type { ResultNumber } from './numbers.ts'

/** What the words say of a number's kind, and of those before it in its list, range or bracket. */
export function hintFeatures(
  found: Features,
  text: string,
  { number, numbers, index, list, sentence }: NumberPlace,
): void {
  const hintOf = (one: ResultNumber): KindHint =>
    kindHint(
      one.value,
      one.unit,
      text.slice(Math.max(sentence.start, one.start - 90), one.start),
      text.slice(one.unitEnd, Math.min(sentence.end, one.unitEnd + 90)),
    )
  const own = hintOf(number)
  found.set(`hint=${own}`, 1)
  const [first, last] = [list[0], list.at(-1)]
  if (first && first !== number) found.set(`hintFirst=${hintOf(first)}`, 1)
  if (last && last !== number) found.set(`hintLast=${hintOf(last)}`, 1)
  const previous = numbers[index - 1]
  if (previous) {
    const gap = text.slice(previous.unitEnd, number.start)
    found.set('hintPrevious', KIND_HINTS.indexOf(hintOf(previous)) + 1)
    if (/^[\s$}]*(?:[-–~]|--|to|\\sim)[\s$]*$/.test(gap)) found.set(`hintRange=${hintOf(previous)}`, 1)
    if (gap.length < 60 && !/[;.]\s/.test(gap) && /,|\band\b/.test(gap)) found.set(`hintRow=${hintOf(previous)}`, 1)
    if (/\([^)]*$/.test(gap) && gap.length < 40) found.set('inBracketAfter', 1)
  }
  const next = numbers[index + 1]
  if (next) found.set('hintNext', KIND_HINTS.indexOf(hintOf(next)) + 1)
}

const OTHERS =
  /\b(?:baselines?|existing|previous|prior|standard|naive|vanilla|original|conventional|traditional|default|competing|human|random|untrained|zero-shot|base model|state-of-the-art|sota|whereas|while|only)\b/gi
const OURS = /\b(?:our|we|ours|proposed|this (?:paper|work))\b/gi

/** Whose number it may be: the paper's own things and other things named before it. */
export function systemFeatures(
  found: Features,
  analysis: ScoreAnalysis,
  { number, sentence, at }: NumberPlace,
  text: string,
): void {
  const here = analysis.systems.filter((system) => system.sentence === at)
  const before = here.filter((system) => system.end <= number.start).at(-1)
  const next = here.find((system) => system.start >= number.unitEnd)
  if (before) {
    found.set('s:before', before.isOwn ? 1 : 2)
    found.set('s:beforeGap', Math.min(200, number.start - before.end))
    found.set(
      's:bracket',
      /^\s?\($/.test(analysis.document.paper.abstract.slice(before.end, number.start)) ? (before.isOwn ? 1 : 2) : 0,
    )
  }
  if (next)
    found.set(
      's:next',
      (next.isOwn ? 1 : 2) +
        (/^\W{0,3}(?:for|by|of|with)\s(?:the\s)?$/.test(
          analysis.document.paper.abstract.slice(number.unitEnd, next.start),
        )
          ? 2
          : 0),
    )
  found.set('s:own', here.filter(({ isOwn }) => isOwn).length)
  found.set('s:other', here.filter(({ isOwn }) => !isOwn).length)
  found.set('s:anyOwn', analysis.systems.some(({ isOwn }) => isOwn) ? 1 : 0)
  const head = text.slice(0, number.start - sentence.start)
  const [others, ours] = [lastOf(head, OTHERS), lastOf(head, OURS)]
  if (others >= 0) found.set('s:othersGap', head.length - others)
  if (ours >= 0) found.set('s:oursGap', head.length - ours)
  if (others > ours) found.set('s:othersLast', 1)
}

function lastOf(text: string, pattern: RegExp): number {
  let at = -1
  for (const match of text.matchAll(pattern)) at = match.index
  return at
}
