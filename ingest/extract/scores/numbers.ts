import type { Score } from '../../extraction.ts'
import type { Sentence } from '../extractor.ts'

/** A number of a sentence that can be a result. Offsets are UTF-16 into the sentence's field. */
export interface ResultNumber {
  value: string
  unit: Score['unit']
  start: number
  /** Where the digits end, and where the unit behind them ends. */
  end: number
  unitEnd: number
}

/** Longer sentences are tables or noise; so is what has more numbers than this. */
const LONGEST_SENTENCE = 1500
const MOST_NUMBERS = 40

const NUMBER =
  /(?<![\p{L}\p{N}_@^.,])(?<![\p{L})\]][-–‑/])([+−-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,4}(?:\.\d+)?|\.\d+))(?![\d_@])/gu

/** What stands between the digits and the unit in LaTeX: "$92\%$", "\mathbf{92}\%", "$+0.5$ points". */
const CLOSE = '(?:\\s?[$}])*'
const PERCENT = new RegExp(
  `^${CLOSE}(?:\\s?\\\\?[%％]|[ -]?per ?cent(?:age)?(?!\\p{L}))${CLOSE}((?:[ -]?(?:absolute |relative |percentage )?points?(?!\\p{L}))?)`,
  'iu',
)
const POINTS = new RegExp(
  `^${CLOSE}[ -]?(?:p\\.p\\.|pps?(?!\\p{L})|pts?(?!\\p{L})|(?:[\\p{L}\\d@-]+\\s){0,2}?(?:absolute |relative |percentage |percent |average )*points?(?!\\p{L}))`,
  'iu',
)
const TIMES = new RegExp(
  `^${CLOSE}(?:\\s?\\\\times(?!\\p{L})|\\s?×|x(?!\\p{L})|[- ]times(?= (?:better|higher|more|improv|increase|the)))${CLOSE}`,
  'iu',
)
/** Sizes ("7B", "3D", "10k"), and what a hyphen joins to a word ("5-shot", "30-day"). */
const NO_NUMBER = /^(?:\p{L}|[-–‑](?!point|percent)\p{L}|[-–]\d+[- ]?(?:shot|year|day|way|bit)|:\d)/iu
/** Standard deviations and confidence intervals. */
const DEVIATION =
  /(?:±|\\pm|\+\/-)\s?[$]?\s?$|\bCI\b[\s,:=]*[[(]?\s?(?:\d*\.?\d+%?\s?(?:-|–|,|to)\s?)?$|\b[pP]\s?[<>=]\s?$/
const INTERVAL_AFTER = /^\s?(?:CI\b|confidence interval|credible interval)/
/** Speeds, times and costs: "by 85% fewer tokens", "at 15.8 FPS", "cuts inference time by 40%". */
const COST_AFTER =
  /^[\s$})]*(?:fps\b|ms\b|milliseconds?|seconds?|hours?|minutes|days\b|[gmk]i?b\b|tokens\b|gpu|steps\b|epochs|(?:computational |inference |training )?(?:speed-?ups?|acceleration)|faster|fewer (?:parameters|tokens|flops|steps|samples|queries|labels)|(?:less|lower) (?:memory|time|compute|latency|cost)|(?:computational (?:complexity|cost)|memory|latency|parameters?|token|cost|energy|flops|storage|inference(?: time)?) (?:usage |cost )?(?:reductions?|savings?|overhead))/i
const COST_BEFORE =
  /\b(?:time|costs?|latency|memory(?: usage| footprint| consumption)?|(?<!per-)tokens|queries|flops|parameters|energy|overhead|bandwidth|footprint|throughput)\s(?:by|of)\s(?:(?:up to|over|about|more than|nearly|around|approximately|an|average|of|at|least)\s)*[$~]*$/i

function isNoResult(before: string, unit: string, after: string): boolean {
  if (DEVIATION.test(before) || INTERVAL_AFTER.test(after)) return true
  return COST_AFTER.test(after) || (unit !== '' && COST_BEFORE.test(before))
}
const YEAR = /^(?:19|20)\d\d$/

/** The numbers of a sentence that can be results, in order. Careless: what is a result, a classifier decides. */
export function resultNumbers(text: string, sentence: Sentence): ResultNumber[] {
  if (sentence.end - sentence.start > LONGEST_SENTENCE) return []
  const found: ResultNumber[] = []
  for (const match of text.slice(sentence.start, sentence.end).matchAll(NUMBER)) {
    let value = match[1] ?? ''
    const start = sentence.start + match.index
    const end = start + value.length
    const tail = text.slice(end, Math.min(end + 60, sentence.end))
    const { unit, length } = unitOf(tail)
    if (
      isNoResult(
        text.slice(Math.max(sentence.start, start - 60), start),
        unit,
        text.slice(end + length, end + length + 40),
      )
    )
      continue
    if (unit === '' && (NO_NUMBER.test(tail) || YEAR.test(value))) continue
    if (unit === '' && !/[.]/.test(value) && (value.length > 3 || !nearsMeasure(text, start, end))) continue
    // A hyphen behind a digit or a percent sign is that of a range.
    const isRange = /^[-−]/.test(value) && /[\d%}]/.test(text[start - 1] ?? '')
    if (isRange) value = value.slice(1)
    found.push({ value: value.replace('−', '-'), unit, start: isRange ? start + 1 : start, end, unitEnd: end + length })
    if (found.length > MOST_NUMBERS) return []
  }
  return found
}

/** A whole number without a unit is a result at most where a measure stands beside it: "28 BLEU", "from 4 to 7". */
const MEASURE_AFTER =
  /^[$}\s]*(?:(?:in|absolute|relative|average)\s)?(?:BLEU|F1|ROUGE|mAP|AP|mIoU|accuracy|AUC|WER|chrF|METEOR|CIDEr|[\p{L}-]* ?scores?|[\p{L}-]+ (?:rate|accuracy))(?![\p{L}])|^[$}\s]*(?:to|vs\.?|->|→)\s\d/iu
const MEASURE_BEFORE =
  /(?:BLEU|F1|AP|mIoU|accuracy|AUC|WER|FID|FVD|scores?|rate)(?: scores?)?(?: of| by|:|=| =)? ?(?:(?:over|about|up to) )?$|\bfrom \d[\d.]*%? to $/i

function nearsMeasure(text: string, start: number, end: number): boolean {
  return (
    MEASURE_AFTER.test(text.slice(end, end + 40)) || MEASURE_BEFORE.test(text.slice(Math.max(0, start - 40), start))
  )
}

function unitOf(tail: string): { unit: Score['unit']; length: number } {
  const percent = PERCENT.exec(tail)
  if (percent) return { unit: percent[1] ? 'points' : '%', length: percent[0].length }
  const points = POINTS.exec(tail)
  if (points) return { unit: 'points', length: points[0].length }
  const times = TIMES.exec(tail)
  return times ? { unit: 'x', length: times[0].length } : { unit: '', length: 0 }
}
