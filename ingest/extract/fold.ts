import { tokenize } from './document.ts'
import { isSmall } from './letters.ts'

/** One token as it counts in a comparison of names: case, accents, hyphens and quotes do not; a dot between digits does. */
export function foldToken(text: string): string {
  if (isSmall(text)) return text
  let plain = text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the fast way round normalisation
  if (/[^\x00-\x7f]/.test(text)) plain = text.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().replace(/(?<!\d)\.|\.(?!\d)|[-‐‑–—_/,:'’"“”`()[\]{}\\$^]/g, '')
}

/** The singular of a folded last word, by its letters alone. */
export function singular(word: string): string {
  if (word.length < 4 || !/[^su]s$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.replace(/(?<=[sxz]|[cs]h)es$|s$/, '')
}

/** The key under which two spellings of one name meet within a paper: "Auto-Encoders" and "autoencoder" share one. */
export function foldKey(name: string): string {
  const all = tokenize(name)
  const words = all.filter((token) => /[\p{L}\p{N}]/u.test(token.text))
  const tokens = words.length > 0 ? words : all
  if (tokens.length > 1 && tokens[0]?.text.toLowerCase() === 'the') tokens.shift()
  const pieces = tokens.map((token) => foldToken(token.text))
  const last = pieces.pop()
  return last === undefined ? '' : pieces.join('') + singular(last)
}
