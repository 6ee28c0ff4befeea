import { normaliseText } from './normalise.ts'

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i
const COMPANY = /^(?:inc|ltd|llc|gmbh|corp|co)\.?$/i
const OTHERS = /^(?:et\.? al\.?|others)$/i

/**
 * Authors as "Given Family", in order. In: a list of names (or of objects with a name), or one text in any of the usual
 * forms: "A; B", "A and B", "Family, Given and Family, Given", "A, B and C". "et al." and "others" are dropped.
 */
export function authorNames(value: unknown): string[] {
  const names = Array.isArray(value) ? value.flatMap(nameOf) : typeof value === 'string' ? splitNames(value) : []
  return names
    .map((name) => givenFirst(normaliseText(name)))
    .filter((name) => /\p{L}/u.test(name) && !OTHERS.test(name))
}

function nameOf(item: unknown): string[] {
  if (typeof item === 'string') return [item]
  if (typeof item !== 'object' || item === null) return []
  if ('name' in item && typeof item.name === 'string') return [item.name]
  return []
}

function splitNames(text: string): string[] {
  const parts = text
    .replace(/,?\s*\bet\.? al\.?\s*$/i, '')
    .split(/\s*[;|\n]\s*|\s+and\s+|\s+&\s+/)
    .map((part) => part.trim().replace(/,$/, ''))
    .filter((part) => part !== '')
  // "Jane Doe, John Smith": commas part people only where each piece is a whole name; in "Doe, Jane" they do not.
  const pieces = parts.flatMap((part) => part.split(/\s*,\s*/))
  const hasSemicolons = /[;|\n]/.test(text)
  return !hasSemicolons && pieces.every((piece) => /\S\s\S/.test(piece)) ? pieces : parts
}

function givenFirst(name: string): string {
  const parts = name.split(/\s*,\s*/).filter((part) => part !== '')
  const [family, second, third] = parts
  if (family === undefined || second === undefined || parts.length > 3 || COMPANY.test(second)) return name
  if (SUFFIX.test(second)) return third === undefined ? `${family} ${second}` : `${third} ${family} ${second}`
  if (third === undefined) return `${second} ${family}`
  return SUFFIX.test(third) ? `${second} ${family} ${third}` : name
}
