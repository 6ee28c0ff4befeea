import type { NumberPlace } from './analysis.ts'
import type { Metric } from './metrics.ts'
import type { ResultNumber } from './numbers.ts'

const CHANGE =
  '(?:improvements?|gains?|increases?|boosts?|drops?|reductions?|decreases?|declines?|degradation|lift|jump|higher|better|lower|worse|advantage|loss|margin|uplift)'
/** "84.2% accuracy", "3.1 points higher F1", "a 2% gain in accuracy". */
const TIGHT_AFTER = new RegExp(
  `^[\\s$})%\\\\]*(?:(?:absolute|relative|average|averaged|mean|overall|points?|percentage|percent|pp|an?|${CHANGE})\\s?)*(?:(?:in|of|on|for)\\s)?(?:(?:terms of|the|its|average|overall)\\s)*$`,
  'i',
)
/** Between a measure and its number: "accuracy of", "accuracy by up to", "WER from 12 to". */
const LOOSE_BEFORE = /^[^;]{0,70}$/
const TIGHT_BEFORE =
  /^(?:\s\([^()]{0,20}\))?[\s$]*(?:scores?\s)?(?:(?:of|=|:|is|was|by|at|reaching|to|from)\s?)?(?:(?:up to|over|about|nearly|around|approximately|an?|average|more than|only|above)\s)*[$\\{a-z~+(-]*$/i

/** The name of the measure of a number, as written but without "average" and "score", which say little; empty where none is named. */
export function measureOf(text: string, place: NumberPlace): string {
  const name = phraseOf(text, place)
  const short = name.replace(
    /^(?:averaged?|mean|overall|zero-shot)\s(?=\S*(?:\p{Lu}|\d|accura|WER))(?!average precision|mean average)/iu,
    '',
  )
  return short.replace(
    /(?<=^|\s|-)((?:\S*-)?(?:F_?[12]|[\p{Lu}\d-]*BLEU(?:-\d)?|METEOR|ROUGE\S*|CIDEr\S*|mIoU|mAP|PSNR|chrF\S*|COMET|BERTScore|MRR|AUC|WER))[\s-](?:scores?|measures?|metrics?|values?)$/iu,
    '$1',
  )
}

/** The one right beside it, else that of its list, else the nearest before it, else a phrase that stands like one. */
function phraseOf(text: string, place: NumberPlace): string {
  const { number, numbers, index, list, metrics } = place
  const own = tight(text, number, place)
  if (own) return own.text
  const last = list.at(-1)
  const listed =
    (last && last !== number && tight(text, last, place)) ||
    (list[0] && list[0] !== number && tight(text, list[0], place))
  if (listed) return listed.text
  const unnamed = unnamedMeasure(text.slice(Math.max(place.sentence.start, number.start - 80), number.start))
  if (unnamed) return unnamed
  const previous = numbers[index - 1]
  // "from 12.1 to 15.3 BLEU", "75.3% (vs. 70.1%) accuracy".
  const next = numbers[index + 1]
  if (next && next.start - number.unitEnd < 14) {
    const shared = tight(text, next, place)
    if (shared && shared.start > next.start) return shared.text
  }
  const before = metrics.filter((metric) => metric.end <= number.start).at(-1)
  const after = metrics.find((metric) => metric.start >= number.unitEnd && metric.start - number.unitEnd < 45)
  const isOpen = after && !/[;,.()\d]/.test(text.slice(number.unitEnd, after.start))
  if (before && LOOSE_BEFORE.test(text.slice(before.end, number.start))) return before.text
  if (isOpen) return after.text
  if (previous && before) return before.text
  return ''
}

function tight(text: string, number: ResultNumber, { metrics }: NumberPlace): Metric | undefined {
  const after = metrics.find((metric) => metric.start >= number.end)
  if (after && TIGHT_AFTER.test(text.slice(number.end, after.start).slice(0, 60))) return after
  const before = metrics.filter((metric) => metric.end <= number.start).at(-1)
  return before && TIGHT_BEFORE.test(text.slice(before.end, number.start)) ? before : undefined
}

const TAIL =
  '(?:(?:up to|over|about|nearly|around|approximately|an?|average|of|more than|only|at least|roughly)\\s)*[$\\\\~+(-]*$'
const BY = new RegExp(
  `\\b(?:improv|reduc|increas|boost|rais|decreas|lower|enhanc)(?:es?|ed|ing|s)?\\s(?:the\\s|its\\s|overall\\s|average\\s|mean\\s)*((?:[\\p{L}@\\d-]+\\s){1,3})(?:rates?\\s)?by\\s${TAIL}`,
  'iu',
)
const OF = new RegExp(
  `\\b(?:an?|the)\\s(?:average\\s|mean\\s|overall\\s|median\\s)?((?:[\\p{L}@\\d-]+\\s){1,3})of\\s${TAIL}`,
  'iu',
)
/** Phrases that stand like a measure and are none. */
const NO_MEASURE =
  /\b(?:performance|results?|baselines?|models?|methods?|state-of-the-art|sota|improvements?|gains?|increase|drop|reduction|decrease|average|total|margin|speed-?ups?|range|factor|over|upon|on|it|them|by|of|in|than|level|rank|gap|value|maximum|minimum|decline|degradation|boost|jump|and|set|subset|sample|number|size)\b/i

/** "reduces residual leakage by 3%", "a rescue rate of 0.8": what stands where the name of a measure would. */
function unnamedMeasure(before: string): string | undefined {
  const phrase = (BY.exec(before) ?? OF.exec(before))?.[1]?.trim()
  return phrase && !NO_MEASURE.test(phrase) ? phrase : undefined
}
