const ASCII = /^[ -~]*$/

/**
 * Text as search compares it: compatibility forms, case and accents folded away ("Ünï" is "uni"), whatever is neither letter
 * nor digit a space. More forgiving than the fold of ids: GPT-4, gpt 4 and GPT4 find each other.
 */
export function foldForSearch(text: string): string {
  // Nearly all names: an index of 100,000 papers folds a million.
  if (ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
  return plain
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A folded text without its spaces: the form in which whole names are compared. */
export function compact(folded: string): string {
  return folded.replaceAll(' ', '')
}

// Scripts that write without spaces: each character is a word of its own, so that any part of a title can be found.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const WORDS = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}])+`, 'gu')

/** The words of a folded text. */
export function wordsOf(folded: string): string[] {
  if (ASCII.test(folded)) return folded === '' ? [] : folded.split(' ')
  return folded.match(WORDS) ?? []
}

/** True for text of which any part may be asked for, not only the beginning of a word. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text)
}

const RUNS = new RegExp(`(?:${UNSPACED.source})+|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}])+`, 'gu')

/**
 * The words of a long folded text, or of a question to it. A run of a script without spaces is told by its pairs of neighbours,
 * so that what stands together is found together though the text itself is not kept; a text's last character also stands alone,
 * so that a question of one character finds every text that holds it.
 */
export function longTextWords(folded: string, isQuestion: boolean): string[] {
  if (ASCII.test(folded)) return folded === '' ? [] : folded.split(' ')
  return (folded.match(RUNS) ?? []).flatMap((run) => {
    if (!isUnspaced(run)) return [run]
    const characters = [...run]
    const pairs = characters.slice(1).map((character, place) => `${characters[place]}${character}`)
    return isQuestion && pairs.length > 0 ? pairs : [...pairs, characters.at(-1) ?? '']
  })
}
