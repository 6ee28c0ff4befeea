import type { Entity, ScoreKind } from '../../extraction.ts'
import type { NumberPlace, ScoreAnalysis, SystemPlace } from './analysis.ts'
import { isMetricName } from './metrics.ts'

/** The paper's own system where it has no name. */
const UNNAMED = 'this paper'
/** "GPT-4 achieves only 23.9%": the words between a system and its number. */
const ITS_RESULT =
  /^(?:\s\([^()]{0,30}\))?[^;.()]{0,90}?\b(?:achiev|reach|attain|obtain|scor|yield|get|got|deliver|improv|increas|boost|outperform|surpass|exceed|beat|rais|reduc|drop|fall|averag|lead|perform|gain|report|show|enabl|advanc|push|bring|set|provid|demonstrat|maintain|retain|rank|record|produc|exhibit|succeed|solv|cut|lower|decreas|lag|establish)\w*\b/i
/** "(GPT-4: 54%)", "GPT-4 (54%)", "54% for GPT-4". */
const BRACKET = /^(?:\s?[(:=]|\s?\()\s?[$~+]*$/
const FOR_SYSTEM = /^[^.;,()\d]{0,40}?\b(?:for|by|of|from|with)\s(?:the\s)?$/i
const OURS = /\b(?:our|we|ours|proposed|this (?:paper|work)|the (?:model|method|system|approach|framework))\b/i

/** Whose result a number is, as the text names it: empty where a compared system has no name. */
export function systemOf(analysis: ScoreAnalysis, place: NumberPlace, kind: ScoreKind): string {
  const { number, sentence, at, numbers, index } = place
  const text = analysis.document.paper.abstract
  const here = analysis.systems.filter((system) => system.sentence === at && !isMetricName(system.name))
  const before = here.filter((system) => system.end <= number.start)
  const last = before.at(-1)
  const next = here.find((system) => system.start >= number.unitEnd)
  const bound = numbers[index + 1]?.start ?? sentence.end
  if (last && kind !== 'gain' && kind !== 'drop' && BRACKET.test(text.slice(last.end, number.start))) return last.name
  if (kind === 'baseline') return baselineOf(text, place, last, next, bound)
  if (
    next &&
    next.end <= bound &&
    !next.isOwn &&
    kind === 'absolute' &&
    FOR_SYSTEM.test(text.slice(number.unitEnd, next.start))
  )
    return next.name
  const subject =
    before.filter((system) => system.isOwn && /\p{Lu}|\d/u.test(system.name)).at(-1) ??
    before.find((system) => ITS_RESULT.test(text.slice(system.end, number.start)))
  const main = mainSystem(analysis.entities)
  if (subject?.isOwn) return subject.name.replace(/['’]s$/, '')
  if (subject && !main && !OURS.test(text.slice(sentence.start, number.start))) return subject.name
  if (
    subject &&
    subject.start - sentence.start < 25 &&
    kind === 'absolute' &&
    !OURS.test(text.slice(sentence.start, number.start))
  )
    return subject.name
  return main ?? UNNAMED
}

function baselineOf(
  text: string,
  { number }: NumberPlace,
  last: SystemPlace | undefined,
  next: SystemPlace | undefined,
  bound: number,
): string {
  if (next && !next.isOwn && next.end <= bound && FOR_SYSTEM.test(text.slice(number.unitEnd, next.start)))
    return next.name
  if (
    last &&
    !last.isOwn &&
    number.start - last.end < 60 &&
    /\b(?:achiev|reach|attain|obtain|scor|yield|get|at|of)\w*\b/i.test(text.slice(last.end, number.start))
  )
    return last.name
  return ''
}

/** The name of the system that the paper introduces: of several the one in the title, else the one named most. */
function mainSystem(entities: Entity[]): string | undefined {
  const own = entities.filter(
    ({ type, role, name, aliases }) =>
      (type === 'method' || type === 'model') &&
      role === 'introduces' &&
      [name, ...aliases].some((form) => /\p{Lu}|\d/u.test(form)) &&
      !isMetricName(name),
  )
  const inTitle = own.find(({ mentions }) => mentions.some(({ field }) => field === 'title'))
  const best = inTitle ?? [...own].sort((a, b) => b.mentions.length - a.mentions.length)[0]
  if (!best) return undefined
  const isName = (form: string): boolean => /^\S*\p{Lu}\S*$/u.test(form)
  return isName(best.name) ? best.name : (best.aliases.find(isName) ?? best.name)
}
