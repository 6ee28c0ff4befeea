import type { Analysis, Place } from './candidates.ts'
import type { FeatureList } from './model/feature-list.ts'
import { hashText, mix } from './model/hashing.ts'
import { viewOf } from './sentence-view.ts'

const LEFT = hashText('left')
const LEFT_TWO = hashText('left two')
const RIGHT = hashText('right')
const RIGHT_TWO = hashText('right two')
const AROUND = hashText('around')
const NEAR_LEFT = hashText('near left')
const NEAR_RIGHT = hashText('near right')
const CUE = hashText('cue')
const KIND_LEFT = hashText('kind left')
const KIND_RIGHT = hashText('kind right')
const LIST_LEFT = hashText('list left')
const LIST_RIGHT = hashText('list right')
const START = hashText('<s>')
const END = hashText('</s>')

/** Farther away, a word such as "dataset" says nothing about a name. */
const KIND_WITHIN = 12

/** 1, 2 to 4, farther. */
function distance(tokens: number): number {
  return tokens === 1 ? 1 : tokens <= 4 ? 2 : 3
}

/** Adds the words beside a place, those near it, and what stands beside it in a list. */
export function contextFeatures(list: FeatureList, analysis: Analysis, { sentence, from, to }: Place): void {
  const { hashes, isContent, cue, kinds } = viewOf(sentence)
  const count = hashes.length
  const word = (at: number): number => (at < 0 ? START : at >= count ? END : (hashes[at] ?? END))
  const side = sentence.field === 'title' ? 7 : 0
  const left = word(from - 1)
  const right = word(to + 1)
  list.add(LEFT + side, left)
  list.add(LEFT_TWO + side, mix(word(from - 2), left))
  list.add(RIGHT + side, right)
  list.add(RIGHT_TWO + side, mix(word(to + 2), right))
  list.add(AROUND + side, mix(left, right))
  if (side) return
  for (let at = Math.max(0, from - 6); at < from - 1; at++) if (isContent[at]) list.add(NEAR_LEFT, word(at))
  for (let at = to + 2; at <= Math.min(count - 1, to + 5); at++) if (isContent[at]) list.add(NEAR_RIGHT, word(at))
  if (cue) list.add(CUE, cue)
  let [before, after] = [-1, -1]
  for (const at of kinds)
    if (at < from) before = at
    else if (at > to && after < 0) after = at
  if (before >= 0 && from - before <= KIND_WITHIN) list.add(KIND_LEFT, mix(word(before), distance(from - before)))
  if (after >= 0 && after - to <= KIND_WITHIN) list.add(KIND_RIGHT, mix(word(after), distance(after - to)))
  neighbourFeatures(list, analysis, sentence, from, to)
}

/** What joins the things of a list. */
export const JOINTS: ReadonlySet<string> = new Set([',', 'and', 'or', '/', '&'])

/** What stands beside it in a list: of "A, B, and C" all three are probably things of one type. */
function neighbourFeatures(
  list: FeatureList,
  analysis: Analysis,
  sentence: Place['sentence'],
  from: number,
  to: number,
): void {
  const { words } = viewOf(sentence)
  const joint = (at: number): boolean => JOINTS.has(words[at] ?? '')
  if (joint(from - 1)) list.add(LIST_LEFT, neighbourType(analysis, sentence, joint(from - 2) ? from - 3 : from - 2))
  if (joint(to + 1)) list.add(LIST_RIGHT, neighbourType(analysis, sentence, joint(to + 2) ? to + 3 : to + 2))
}

/** A small number: the shape of the word, and what the phrase that it is mostly names. */
function neighbourType(analysis: Analysis, { tokens }: Place['sentence'], at: number): number {
  const text = tokens[at]?.text
  if (text === undefined) return 0
  const shape = /^.+\p{Lu}|\d/u.test(text) ? 1 : /^\p{Lu}/u.test(text) ? 2 : 3
  const counts = analysis.candidates.get(text.toLowerCase().replace(/[-.]/g, ''))?.counts
  if (!counts) return shape
  const shares = [counts.method, counts.model, counts.benchmark, counts.topic]
  const best = shares.indexOf(Math.max(...shares))
  return shape + ((shares[best] ?? 0) > counts.papers * 0.2 ? 4 * (best + 2) : 4)
}
