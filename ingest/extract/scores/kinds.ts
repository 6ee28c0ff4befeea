import type { ScoreKind } from '../../extraction.ts'

const MARKS = '[$\\\\{~+(−-]*'
const ABOUT =
  '(?:(?:an?|the|about|around|roughly|approximately|nearly|over|only|just|average|of|baseline|up to|more than|at least)\\s)*'
const RISE =
  'improv|gain|increas|boost|outperform|surpass|exceed|rais|advanc|reduc|decreas|lift|enhanc|margin|cuts?\\b|lower|jump|beat|accelerat|uplift|ris(?:e|ing)\\b|rose'
const FALL =
  'degrad|declin|deteriorat|drop|\\bfalls?\\b|\\bfell\\b|worsen|\\blags?\\b|underperform|\\bloss|collaps|plummet|impair|suffer'

const BASELINE_BEFORE = new RegExp(
  `(?:(?:\\bvs\\.?|versus|compared(?: (?:to|with))?|against|as opposed to|than|over the|lead over|down from|up from|published|original|previous(?:ly)?|prior|baselines?|existing|standard|naive|vanilla)\\s(?:the\\s)?(?:\\S+\\s){0,4}\\(?|(?:outperform|exceed|surpass|beat)\\w*\\s[^();]{0,80}\\()${ABOUT}${MARKS}$`,
  'i',
)
const FROM = new RegExp(`\\bfrom\\s${ABOUT}${MARKS}$`, 'i')
const FROM_TO = new RegExp(
  `(?:\\bfrom\\b[^;]{0,60}?\\bto\\s${ABOUT}|\\d[%\\\\$]*\\s?(?:->|→|\\$?\\\\rightarrow|\\$?\\\\to)\\s?\\$?)${MARKS}$`,
  'i',
)
const ARROW_AFTER = /^[$%\\}\s]*(?:->|→|\\rightarrow|\\to)/
const CHANGE_RANGE = new RegExp(`(?:${RISE})\\w*\\s(?:\\S+\\s){0,5}?(?:rang\\w+\\s)?from\\b[^;,]{0,40}$`, 'i')
const RANGED = /\b(?:gain|improvement|increase|reduction|boost)s?\s(?:\S+\s){0,3}?(?:rang\w+\s)?from\b[^;,]{0,40}$/i
const FALL_RANGED =
  /\b(?:drop|decrease|decline|degradation|loss)(?:es|s)?\s(?:\S+\s){0,5}?(?:rang\w+\s)?from\b[^;,]{0,40}$/i
const DROP_BEFORE = new RegExp(
  `(?:${FALL}|\\bgap\\b|behind|decrease in (?:performance|accuracy))\\S*\\s(?:\\S+\\s){0,7}?(?:by|of|up to|average|only|within)\\s${ABOUT}${MARKS}$`,
  'i',
)
const DROP_AFTER =
  /^[$%\\}\s]*(?:points?\s|pp\s|percentage\s)*(?:\S+\s){0,2}(?:drop|degradation|decline|worse|lower (?:than|accuracy|performance)|below|short (?:of|to)|behind|loss|gap|collapse)\b/i
const GAIN_BEFORE = new RegExp(
  `(?:${RISE}|higher|better)\\S*\\s(?:[^.;]{0,70}?\\b(?:by|of|up to)\\s|up to\\s|over\\s)[^;]{0,60}$`,
  'i',
)
/** Both say "gain" whatever else is compared: "surpasses the previous best by 3", "a 3% gain". */
const GAIN_BY = new RegExp(
  `(?:${RISE}|higher|better)\\S*\\s[^.;]{0,80}?\\b(?:by|improvements? of|gains? of|increase of)\\s${ABOUT}${MARKS}$`,
  'i',
)
const CLOSE_GAIN_AFTER =
  /^[$%\\}\s]*(?:points?\s|pp\s|percentage\s|absolute\s|relative\s)*(?:improvements?|gains?|increase|boost|higher|better|reductions?|lift)\b/i
const LAST_RISE = new RegExp(`^.*(?:${RISE}|higher|better)`, 'i')
const REACH_AFTER_RISE = /(?:achiev|reach|attain|obtain|scor)\w*\s[^;]{0,40}$|\bto\s[^;,]{0,12}$/i
const GAIN_AFTER =
  /^[$%\\}]*(?:\s?(?:and|,)\s\S+)?[^.;,\d]{0,40}\b(?:improvements?|gains?|increase|boost|higher|better|reductions?|lift|margin|above|stronger|relative)\b/i
const REACH_BEFORE = new RegExp(
  `(?:achiev|reach|attain|obtain|scor|yield|get|averag|report|deliver|record)\\w*\\s(?:[^\\d;,]{0,45}\\s)?${ABOUT}${MARKS}$`,
  'i',
)

/** What the words beside a number suggest, or nothing; finer than the kinds of scores. */
export type KindHint = ScoreKind | 'reached' | 'versus' | 'unknown'
export const KIND_HINTS: readonly KindHint[] = ['unknown', 'absolute', 'reached', 'gain', 'drop', 'baseline', 'versus']

/** `before` and `after` are at most some 90 characters of the number's sentence. */
export function kindHint(value: string, unit: string, before: string, after: string): KindHint {
  if (FALL_RANGED.test(before)) return 'drop'
  if (RANGED.test(before)) return 'gain'
  if (ARROW_AFTER.test(after)) return 'baseline'
  if (FROM.test(before)) return 'baseline'
  if (FROM_TO.test(before)) return 'absolute'
  if (CHANGE_RANGE.test(before) && /\bto\b[^;]{0,20}$/.test(before)) return 'absolute'
  if (DROP_AFTER.test(after) || DROP_BEFORE.test(before)) return 'drop'
  if (GAIN_BY.test(before) || CLOSE_GAIN_AFTER.test(after)) return 'gain'
  if (BASELINE_BEFORE.test(before)) return 'baseline'
  if (/^[$%\\}\s]*vs\.?\s|^[$%\\}\s]*versus\s/.test(after)) return 'versus'
  if (value.startsWith('+') || /[+]\$?$/.test(before)) return 'gain'
  if (
    (unit === 'points' || unit === 'x') &&
    !/(?:BLEU|scores?|achiev\w+|reach\w+|obtain\w+)\s(?:of\s)?\$?$/i.test(before)
  )
    return 'gain'
  if (GAIN_BEFORE.test(before) && !REACH_AFTER_RISE.test(before.replace(LAST_RISE, ''))) return 'gain'
  if (GAIN_AFTER.test(after)) return 'gain'
  return REACH_BEFORE.test(before) ? 'reached' : 'unknown'
}
