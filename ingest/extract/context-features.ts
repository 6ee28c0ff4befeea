import type { Analysis, Place } from './candidates.ts'
import { FUNCTION_WORDS } from './phrases.ts'

/** Adds the words beside a place, those near it, and what stands beside it in a list. */
export function contextFeatures(found: Set<string>, analysis: Analysis, { sentence, from, to }: Place): void {
  const { tokens, field } = sentence
  const word = (at: number): string => (at < 0 ? '<s>' : (tokens[at]?.text.toLowerCase() ?? '</s>'))
  const side = field === 'title' ? 'T' : ''
  const [left, left2, right, right2] = [word(from - 1), word(from - 2), word(to + 1), word(to + 2)]
  found.add(`${side}l=${left}`)
  found.add(`${side}ll=${left2}_${left}`)
  found.add(`${side}r=${right}`)
  found.add(`${side}rr=${right}_${right2}`)
  if (field === 'title') return
  for (let at = Math.max(0, from - 6); at < from - 1; at++)
    if (/^\p{Ll}{3,}$/u.test(tokens[at]?.text ?? '') && !LIGHT.has(word(at))) found.add(`L=${word(at)}`)
  for (let at = to + 2; at <= Math.min(tokens.length - 1, to + 5); at++)
    if (/^\p{Ll}{3,}$/u.test(tokens[at]?.text ?? '') && !LIGHT.has(word(at))) found.add(`R=${word(at)}`)
  const opening = tokens
    .slice(0, 6)
    .map((token) => token.text.toLowerCase())
    .find((text) => CUES.has(text))
  if (opening) found.add(`cue=${opening}`)
  neighbourFeatures(found, analysis, sentence, from, to)
}

const LIGHT = new Set(
  [...FUNCTION_WORDS].filter(
    (word) => !/^(propos|present|introduc|call|name|use|using|outperform|show|achiev)/.test(word),
  ),
)
const CUES = new Set(
  'propose proposes introduce introduces present presents develop develops release evaluate experiments results called named study investigate'.split(
    ' ',
  ),
)

/** What stands beside it in a list: of "A, B, and C" all three are probably things of one type. */
function neighbourFeatures(
  found: Set<string>,
  analysis: Analysis,
  sentence: Place['sentence'],
  from: number,
  to: number,
): void {
  const { tokens } = sentence
  const joint = (at: number): boolean => /^(?:,|and|or|\/|&)$/.test(tokens[at]?.text ?? '')
  if (joint(from - 1)) {
    let at = from - 2
    if (joint(at)) at--
    const type = neighbourType(analysis, tokens[at]?.text)
    if (type) found.add(`nl=${type}`)
  }
  if (joint(to + 1)) {
    let at = to + 2
    if (joint(at)) at++
    const type = neighbourType(analysis, tokens[at]?.text)
    if (type) found.add(`nr=${type}`)
  }
}

function neighbourType(analysis: Analysis, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const shape = /^.+\p{Lu}|\d/u.test(text) ? 'N' : /^\p{Lu}/u.test(text) ? 'C' : 'w'
  const counts = analysis.candidates.get(text.toLowerCase().replace(/[-.]/g, ''))?.counts
  if (!counts) return shape
  const types = ['method', 'model', 'benchmark', 'topic'] as const
  const best = types.reduce((a, b) => (counts[b] > counts[a] ? b : a))
  return `${shape}${counts[best] > counts.papers * 0.2 ? best : '-'}`
}
