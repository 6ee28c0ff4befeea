import type { Score, ScoreKind } from '../extraction.ts'

/** A number of a sentence that can be a result. Offsets are UTF-16 into the sentence. */
export interface ResultNumber {
  value: string
  unit: Score['unit']
  start: number
  end: number
  kind: ScoreKind
  metric: string
}

/** Names of measures, as abstracts write them. */
const METRIC =
  /(?<![\p{L}\d-])(?:(?:top-\d|macro|micro|weighted|mean|average|overall|balanced|averaged|zero-shot|exact|success|word|character|equal|execution|test|classification|validation|absolute|joint goal|label|unlabeled|labeled)[- ]?){0,3}(?:accurac(?:y|ies)|acc\b|f_?\{?1\}?(?:[- ]?(?:scores?|measures?))?|f-?(?:scores?|measures?)|bleu(?:-\d)?|sacrebleu|chrf(?:\+\+)?|comet|meteor|cider|spice|rouge(?:-[\dlw]+)?|map(?:@\d+)?|ap(?:\d+)?|mrr(?:@\d+)?|ndcg(?:@\d+)?|hits?@\d+|recall(?:@\d+)?|precision(?:@\d+)?|pass@\d+|auc(?:-?roc)?|auroc|auprc|m?iou|miou|dice(?: (?:score|coefficient))?|psnr|ssim|lpips|fid(?:-\d+k)?|wer|cer|eer|der|las|uas|mcc|rmse|mae|mse|perplexit(?:y|ies)|ppl|pearson(?: correlation)?|spearman(?: correlation)?|correlation|kappa|error rates?|win rates?|(?:success|accept(?:ance)?|completion|attack success|pass|exact match|solve) rates?|exact match|em\b|scores?)(?![\p{L}\d])/giu

const NUMBER =
  /(?<![\p{L}\d.,_@/^-]|\d[-–])([+−-]?\d{1,3}(?:\.\d+)?)(?![\d.]*\d)(?:\s?\$)?(\s?\\?%|\$\\?%\$|[ -]?percent(?:age)?(?:[ -]points?)?|\s?(?:p\.p\.|pp|pts|points)(?!\p{L})|[x×](?!\p{L}))?(?:\s+(?:absolute |relative |percentage )?points?(?!\p{L}))?/giu

/** What follows a number that is no result: sizes, counts, times, costs. */
const NO_RESULT =
  /^\s?(?:[-–]|[kKMBT]\b|(?:\p{L}+ ){0,2}(?:billion|million|thousand|parameters?|params|hours?|minutes?|seconds?|ms|days?|years?|months?|fps|gb|mb|tokens?|images?|samples?|examples?|sentences?|words?|languages?|datasets?|tasks?|classes|categories|domains|benchmarks|questions|videos?|models?|participants|annotations?|steps|epochs|layers|shots?|gpus?|times|fold|degrees?|of the (?:data|parameters|training|labels|tokens)|training data|labeled|labelled|annotated|CI\b|confidence|faster|fewer|smaller|lower (?:latency|cost|memory)|less|speed-?ups?|latency|inference|memory|cost)\b)/iu
const NO_RESULT_BEFORE =
  /(?:\\pm\s?\$?|±|top|level|version|section|table|p ?[<=>]|[<>≤≥=]\s?\$?|speed-?up of|(?:deviation|agreement|kappa)\s(?:\S+\s){0,8}of|faster by|(?:cost|latency|time|memory|flops|parameters|tokens|size)\s(?:\p{L}+ ){0,3}by(?: up to| over| about)?)\s?$/iu

/** The numbers of a sentence that can be results, in order: with a unit, or next to the name of a measure. */
export function resultNumbers(sentence: string): ResultNumber[] {
  const metrics = [...sentence.matchAll(METRIC)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  const found: ResultNumber[] = []
  for (const match of sentence.matchAll(NUMBER)) {
    const [whole, value = '', rawUnit = ''] = match
    const start = match.index
    const end = start + whole.trimEnd().length
    const unit = unitOf(whole.slice(value.length), rawUnit)
    const before = sentence.slice(Math.max(0, start - 80), start)
    const after = sentence.slice(end, end + 80)
    if (unit === 'x' || NO_RESULT.test(after) || NO_RESULT_BEFORE.test(before)) continue
    const metric = nearMetric(metrics, start, end, sentence)
    if (unit === '' && (metric === '' || !/\d\.\d/.test(value))) continue
    found.push({
      value: value.replace('−', '-'),
      unit,
      start,
      end: start + value.length,
      kind: kindOf(value, unit, before, after),
      metric,
    })
  }
  return spreadKinds(sentence, spreadMetrics(sentence, found))
}

function unitOf(tail: string, raw: string): Score['unit'] {
  if (/point|pp|p\.p\.|pts/i.test(tail)) return 'points'
  if (/%|percent/i.test(raw)) return '%'
  return /[x×]/.test(raw) ? 'x' : ''
}

/** The measure named just behind the number ("84.2% accuracy"), else the nearest before it ("an F1 of 84.2"). */
function nearMetric(
  metrics: { text: string; start: number; end: number }[],
  start: number,
  end: number,
  sentence: string,
): string {
  const behind = metrics.find(
    (metric) => metric.start >= end && /^[^.;,()\d]{0,22}$/.test(sentence.slice(end, metric.start)),
  )
  const before = metrics.filter((metric) => metric.end <= start).at(-1)
  if (
    behind &&
    sentence
      .slice(end, behind.start)
      .trim()
      .replace(/[%$\\]|points?|percent(?:age)?|absolute|relative|in|of|higher|better|lower/g, '')
      .trim() === ''
  )
    return behind.text
  if (before && start - before.end < 90) return before.text
  return behind?.text ?? ''
}

const BASELINE_BEFORE =
  /(?:(?:\bvs\.?|versus|compared (?:to|with)|against|as opposed to|over the)\s(?:the\s)?(?:\S+\s){0,3}\(?|(?:outperform|exceed|surpass|beat)\w*\s[^();,]{0,60}\()\$?$/i
const FROM = /\bfrom\s(?:(?:about|around|roughly|approximately|only)\s)?\$?$/i
const FROM_TO = /\bfrom\b[^;,]{0,50}?\bto\s\$?$/i
const RANGE = /\b(?:gain|improvement|increase)s?\s(?:rang\w+\s)?from\b[^;,]{0,40}$/i
const DROP_BEFORE =
  /(?:degrad|declin|deteriorat|drop|\bfalls?\b|\bfell\b|worsen|lags?\b)\S*\s(?:\S+\s){0,6}?(?:by|of)\s(?:(?:up to|over|about|more than|nearly)\s)?\$?$/i
const DROP_AFTER = /^[$%\\\s]*(?:\S+\s){0,2}(?:drop|degradation|decline|worse|lower than|below|short of|behind)\b/i
const RISE = 'improv|gain|increas|boost|outperform|surpass|exceed|rais|advanc|reduc|decreas|lift|enhanc|margin'
const GAIN_BEFORE = new RegExp(
  `(?:${RISE}|higher|better|beat)\\S*\\s(?:[^.;]{0,70}?\\b(?:by|of|up to)\\s|up to\\s|over\\s)[^;]{0,60}$`,
  'i',
)
const LAST_RISE = new RegExp(`^.*(?:${RISE}|higher|better)`, 'i')
const REACH_AFTER_RISE = /(?:achiev|reach|attain|obtain|scor)\w*\s[^;]{0,40}$/i
const GAIN_AFTER =
  /^[$%\\]*(?:\s?(?:and|,)\s\S+)?[^.;,\d]{0,40}\b(?:improvements?|gains?|increase|boost|higher|better|reduction|lift|margin)\b/i

function kindOf(value: string, unit: Score['unit'], before: string, after: string): ScoreKind {
  if (RANGE.test(before)) return 'gain'
  if (FROM.test(before)) return 'baseline'
  if (FROM_TO.test(before)) return 'absolute'
  if (BASELINE_BEFORE.test(before)) return 'baseline'
  if (DROP_BEFORE.test(before) || DROP_AFTER.test(after)) return 'drop'
  if (value.startsWith('+') || unit === 'points') return 'gain'
  if (GAIN_BEFORE.test(before) && !REACH_AFTER_RISE.test(before.replace(LAST_RISE, ''))) return 'gain'
  return GAIN_AFTER.test(after) ? 'gain' : 'absolute'
}

/** "by 10% on A, 30% on B, and 7% on C": what a list says of its first number holds for the others. */
function spreadKinds(sentence: string, numbers: ResultNumber[]): ResultNumber[] {
  let last: ResultNumber | undefined
  return numbers.map((number) => {
    const between = last ? sentence.slice(last.end, number.start) : ''
    const isList =
      last && number.kind === 'absolute' && last.kind === 'gain' && last.unit === number.unit && LIST_GAP.test(between)
    last = isList ? { ...number, kind: 'gain' } : number
    return last
  })
}

/** "75.3 and 68.1 F1": the measure behind the list is that of each number. */
function spreadMetrics(sentence: string, numbers: ResultNumber[]): ResultNumber[] {
  return numbers.map((number, at) => {
    const next = numbers[at + 1]
    const isPair = next && number.metric === '' && /^\W*(?:and|,|\/)\W*$/.test(sentence.slice(number.end, next.start))
    return isPair ? { ...number, metric: next.metric } : number
  })
}

const LIST_GAP = /^[^.;()]{0,45}(?:,|\band)\s(?:an? )?\$?$/
