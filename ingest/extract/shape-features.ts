import type { FeatureList } from './model/feature-list.ts'
import { hashText, mix } from './model/hashing.ts'
import { commonWords } from './tables.ts'

const SHAPE = hashText('shape')
const WORDS = hashText('words')
const CAPS = hashText('caps')
const DIGITS = hashText('digits')
const CAMEL = hashText('camel')
const ACRONYM = hashText('acronym')
const HEAD = hashText('head')
const FIRST = hashText('first')
const HEAD_TWO = hashText('head two')
const WORD = hashText('word')
const ALONE = hashText('alone')
const END = hashText('end')
const START = hashText('start')
const PART = hashText('part')
const COMMON = hashText('common')
const ALL_COMMON = hashText('all common')

/** Adds what the letters of a name tell by themselves. */
export function shapeFeatures(list: FeatureList, surface: string): void {
  const parts = surface.split(/[\s/]+/)
  const count = parts.length
  list.text(SHAPE, shapeOf(surface))
  list.add(WORDS, Math.min(count, 5))
  const isLower = /^[a-z -]+$/.test(surface)
  let capitalised = 0
  if (!isLower) for (const part of parts) if (/^\p{Lu}/u.test(part)) capitalised++
  list.add(CAPS, Math.min(count, 3) + (capitalised === count ? 10 : capitalised === 0 ? 20 : 30))
  if (!isLower) {
    if (/\p{L}\d|\d\p{L}|-\d/u.test(surface)) list.add(DIGITS)
    if (/\p{Ll}\p{Lu}/u.test(surface)) list.add(CAMEL)
    if (/^[\p{Lu}\d]{2,}s?$/u.test(surface)) list.add(ACRONYM, Math.min(surface.length, 6))
  }
  const low = parts.map((one) => one.toLowerCase())
  const hashes = low.map(hashText)
  const last = hashes[count - 1] ?? 0
  list.add(HEAD, last)
  if (count > 1) {
    list.add(FIRST, hashes[0])
    list.add(HEAD_TWO, mix(hashes[count - 2] ?? 0, last))
    for (const hash of hashes) list.add(WORD, hash)
  } else list.add(ALONE, last)
  const headWord = parts[count - 1] ?? ''
  for (const length of [3, 4]) if (headWord.length > length) list.text(END, headWord.slice(-length))
  if (surface.length > 3) list.text(START, surface.slice(0, 3))
  const before = /^[^-\s/]+/.exec(surface)?.[0] ?? ''
  if (before !== surface) list.text(PART, before.toLowerCase())
  if (count === 1 && commonWords().has(low[0] ?? '')) list.add(COMMON)
  if (low.every((one) => commonWords().has(one))) list.add(ALL_COMMON, Math.min(count, 3))
}

/** The kinds of its letters, no more than two of a kind in a row: "XXx-0". */
function shapeOf(surface: string): string {
  let found = ''
  let last = ''
  let run = 0
  for (const char of surface) {
    const code = char.charCodeAt(0)
    const isLower = (code >= 97 && code <= 122) || (code > 127 && /[\p{Ll}\p{Lo}]/u.test(char))
    const isUpper = !isLower && ((code >= 65 && code <= 90) || (code > 127 && /\p{Lu}/u.test(char)))
    const sign = isLower ? 'x' : isUpper ? 'X' : code >= 48 && code <= 57 ? '0' : char
    run = sign === last ? run + 1 : 1
    last = sign
    if (run <= 2 || !'xX0'.includes(sign)) found += sign
    if (found.length >= 14) break
  }
  return found
}
