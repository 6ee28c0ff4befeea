import type { NumberPlace, ScoreAnalysis } from './analysis.ts'
import { AFTER, BEFORE } from './cues.ts'
import { hintFeatures, systemFeatures } from './kind-features.ts'
import type { Metric } from './metrics.ts'
import type { Features } from './model.ts'
import type { ResultNumber } from './numbers.ts'

const UNITS = { '': 0, '%': 1, points: 2, x: 3 }
const REPORTS =
  /\b(?:achiev|reach|attain|obtain|outperform|beat|surpass|exceed|improv|increas|boost|scor|yield|gain|rais|state-of-the-art|sota)/i

/** What is known of a number by itself. The features of one number are worked out once for all benchmarks. */
export function numberFeatures(analysis: ScoreAnalysis, place: NumberPlace): Features {
  const { number, sentence, index, numbers, metrics, list } = place
  const text = analysis.document.paper.abstract
  const before = text.slice(Math.max(sentence.start, number.start - 90), number.start)
  const after = text.slice(number.unitEnd, Math.min(sentence.end, number.unitEnd + 90))
  const size = Math.abs(Number(number.value.replace(/,/g, '')))
  const found: Features = new Map<string, number>([
    ['unit', UNITS[number.unit]],
    [`unit=${number.unit}`, 1],
    ['size', size],
    ['decimals', number.value.split('.')[1]?.length ?? 0],
    ['plus', /^\+/.test(number.value) ? 1 : 0],
    ['minus', /^-/.test(number.value) ? 1 : 0],
    ['below1', size < 1 ? 1 : 0],
    ['numbers', numbers.length],
    ['index', index],
    ['list', list.length],
    ['sentence', place.at],
    ['fromEnd', analysis.document.sentences.length - place.at],
    ['reports', REPORTS.test(text.slice(sentence.start, sentence.end)) ? 1 : 0],
    ['allNumbers', analysis.numbers.length],
  ])
  hintFeatures(found, text, place)
  systemFeatures(found, analysis, place, text.slice(sentence.start, sentence.end))
  for (const [name, cue] of BEFORE) if (cue.test(before)) found.set(`b:${name}`, 1)
  for (const [name, cue] of AFTER) if (cue.test(after)) found.set(`a:${name}`, 1)
  metricFeatures(found, text, number, metrics)
  const words = before.match(/[\p{L}\p{N}]+|[^\s$\\{}]/gu) ?? []
  for (const [distance, word] of words.slice(-3).reverse().entries()) found.set(`w-${distance + 1}=${plain(word)}`, 1)
  const next = after.match(/[\p{L}\p{N}]+|[^\s$\\{}]/gu) ?? []
  for (const [distance, word] of next.slice(0, 3).entries()) found.set(`w+${distance + 1}=${plain(word)}`, 1)
  const previous = numbers[index - 1]
  if (previous) {
    found.set('gapNumber', Math.min(100, number.start - previous.unitEnd))
    found.set('sameUnit', previous.unit === number.unit ? 1 : 2)
  }
  return found
}

function plain(word: string): string {
  return /\d/.test(word) ? '0' : word.toLowerCase()
}

function metricFeatures(found: Features, text: string, number: ResultNumber, metrics: Metric[]): void {
  let [left, right] = [200, 200]
  for (const { start, end } of metrics) {
    if (end <= number.start) left = Math.min(left, number.start - end)
    else if (start >= number.end) right = Math.min(right, start - number.unitEnd)
  }
  found.set('metricLeft', left)
  found.set('metricRight', right)
  found.set('metrics', metrics.length)
  const near = metrics.filter((metric) => metric.start - number.unitEnd < 25 && number.start - metric.end < 40)
  for (const { text: name } of near.slice(0, 3)) found.set(`m=${name.toLowerCase().split(/\s/).at(-1)}`, 1)
  const gap = text.slice(number.unitEnd, number.unitEnd + Math.min(right, 30))
  found.set('metricJoined', right < 12 && !/[,.;()]/.test(gap) ? 1 : 0)
}
