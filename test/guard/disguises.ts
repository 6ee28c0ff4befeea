import { pick } from './random.ts'

/** Ways of writing one clause that mean the same to some engine. Each leaves the text inside of quotes alone. */
export type Disguise = (text: string, random: () => number) => string

/** Applies `change` to each run of letters outside of strings, and `gap` to each run of spaces there. */
function outsideStrings(
  text: string,
  change: (word: string) => string,
  gap: (spaces: string) => string = (spaces) => spaces,
): string {
  return text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|[A-Za-z]+| +/g, (part) => {
    if (/^["'`]/.test(part)) return part
    return part.startsWith(' ') ? gap(part) : change(part)
  })
}

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

export const CASES: Readonly<Record<string, Disguise>> = {
  'as written': (text) => text,
  // Keywords only: to a store, names in another case are other names.
  'small letters': (text) => outsideStrings(text, (word) => (/^[A-Z]{2,}$/.test(word) ? word.toLowerCase() : word)),
  'mixed letters': (text, random) =>
    outsideStrings(text, (word) =>
      /^[A-Z]{2,}$/.test(word)
        ? [...word].map((letter) => (random() < 0.5 ? letter.toLowerCase() : letter)).join('')
        : word,
    ),
}

const GAP_TEXTS: Readonly<Record<string, string>> = {
  space: ' ',
  spaces: '    ',
  tabulator: '\t',
  'new line': '\n',
  'Windows line': '\r\n',
  'block comment': '/**/',
  'talking comment': ' /* MATCH (n) RETURN n */ ',
  'comment with quotes': ' /* it\'s " ` */ ',
  'line comment': ' // reads only\n',
  'line comment with Windows end': ' // reads only\r\n',
  'line comment with a string': " // '\n",
  'form feed': '\f',
  'vertical tabulator': '\v',
  'no-break space': '\u00a0',
  'em space': '\u2003',
  'ideographic space': '\u3000',
  'line separator': '\u2028',
  'unit separator': '\u001f',
  'byte order mark': '\ufeff',
  'zero-width space': '\u200b',
  'escaped space': '\\u0020',
  'escaped new line': '\\u000a',
  'escaped comment': '\\u002f\\u002a*/',
}

export const GAPS: Readonly<Record<string, Disguise>> = Object.fromEntries(
  Object.entries(GAP_TEXTS).map(([name, gap]) => [
    name,
    (text: string) =>
      outsideStrings(
        text,
        (word) => word,
        () => gap,
      ),
  ]),
)

export const SPELLINGS: Readonly<Record<string, Disguise>> = {
  plain: (text) => text,
  'first letters escaped': (text) => outsideStrings(text, (word) => `${escaped(word.charAt(0))}${word.slice(1)}`),
  'one letter escaped': (text, random) =>
    outsideStrings(text, (word) => {
      const at = Math.floor(random() * word.length)
      return `${word.slice(0, at)}${escaped(word.charAt(at))}${word.slice(at + 1)}`
    }),
  'all letters escaped': (text) => outsideStrings(text, (word) => [...word].map(escaped).join('')),
  'with several u': (text) =>
    outsideStrings(text, (word) => `${escaped(word.charAt(0)).replace('u', 'uuu')}${word.slice(1)}`),
  'names in backticks': (text) =>
    text.replace(/\b(?:[a-z]+\.)+[A-Za-z]+(?=\()|\b(?:victim|canary)\w*\b(?!['-])/g, (name) =>
      name
        .split('.')
        .map((part) => `\`${part}\``)
        .join('.'),
    ),
  'wide letters': (text) =>
    outsideStrings(text, (word) =>
      /^[A-Z]{2,}$/.test(word)
        ? [...word].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')
        : word,
    ),
  'long s and dotless i': (text) => text.replace(/S(?=[A-Z])/g, '\u017f').replace(/(?<=[A-Z])I(?=[A-Z])/g, '\u0131'),
}

export interface Looks {
  letters: string
  gap: string
  spelling: string
}

/** A look for each dimension, each drawn by itself. */
export function drawLooks(random: () => number): Looks {
  return {
    letters: pick(Object.keys(CASES), random()),
    gap: pick(Object.keys(GAPS), random()),
    spelling: pick(Object.keys(SPELLINGS), random()),
  }
}

export function disguise(text: string, { letters, gap, spelling }: Looks, random: () => number): string {
  const change = [CASES[letters], SPELLINGS[spelling], GAPS[gap]]
  return change.reduce((changed, look) => (look === undefined ? changed : look(changed, random)), text)
}
