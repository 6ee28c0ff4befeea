import { LONGEST_PHRASE } from '../candidates.ts'
import { prepareDocument } from '../document.ts'
import { HashSet, hashText } from '../model/hashing.ts'
import { keyOf, phrasesOf } from '../phrases.ts'
import type { PhraseCounts } from '../tables.ts'
import { byName, writeTable } from './corpus.ts'
import type { Say } from './say.ts'
import { LABELS, type SilverDocument } from './silver.ts'

/** A phrase that names something in fewer papers is not kept. */
export const LEAST_PAPERS = 2
/** A word is common that stands so often in small letters, and thrice as often as with a capital. */
const LEAST_LOWER = 40

/** How often abstracts write a word in small letters, and with a capital inside a sentence. */
export type WordCounts = Map<string, { lower: number; upper: number }>

/** Writes phrase counts and common words from the papers with silver labels; returns the counts of all words. */
export function writePhraseTables(documents: readonly SilverDocument[], say: Say): WordCounts {
  const counts = labelCounts(documents)
  const words = countOccurrences(counts, documents)
  const rows = [...counts].filter(([, row]) => row.papers > 0).sort(byName)
  const columns = ['papers', 'titles', ...LABELS] as const
  writeTable(
    'phrases.tsv',
    'folded phrase, papers that hold it, of these in the title, papers that name it as method, model, benchmark, topic',
    rows.map(([key, row]) => [key, ...columns.map((column) => row[column])].join('\t')),
  )
  const common = [...words].filter(([, { lower, upper }]) => lower >= LEAST_LOWER && lower > upper * 3)
  writeTable(
    'common-words.txt',
    'words that abstracts write in lower case all the time',
    common.map(([word]) => word).sort(),
  )
  say(`${rows.length} phrases, ${common.length} common words`)
  return words
}

/** In how many papers each phrase counts as a name of each type. */
function labelCounts(documents: readonly SilverDocument[]): Map<string, PhraseCounts> {
  const counts = new Map<string, PhraseCounts>()
  for (const { labels } of documents)
    for (const [key, types] of labels) {
      const row = counts.get(key) ?? { papers: 0, titles: 0, method: 0, model: 0, benchmark: 0, topic: 0 }
      for (const type of types) row[type]++
      counts.set(key, row)
    }
  for (const [key, row] of counts)
    if (LABELS.reduce((sum, type) => sum + row[type], 0) < LEAST_PAPERS) counts.delete(key)
  return counts
}

/** Counts the papers that hold each phrase; returns how often each word stands in lower case and with a capital. */
function countOccurrences(counts: Map<string, PhraseCounts>, documents: readonly SilverDocument[]): WordCounts {
  const words: WordCounts = new Map()
  const wanted = new HashSet([...counts.keys()].map(hashText), counts.size)
  for (const { paper } of documents) {
    const seen = new Set<string>()
    for (const { field, tokens } of prepareDocument(paper).sentences) {
      for (const phrase of phrasesOf(tokens, LONGEST_PHRASE)) {
        if (!wanted.has(phrase.hash)) continue
        const key = keyOf(tokens, phrase.from, phrase.to)
        const row = counts.get(key)
        if (!row || seen.has(key)) continue
        seen.add(key)
        row.papers++
        // The title comes first.
        if (field === 'title') row.titles++
      }
      if (field === 'abstract')
        for (const { text } of tokens.slice(1)) {
          if (!/^\p{L}[\p{L}-]*$/u.test(text)) continue
          const word = words.get(text.toLowerCase()) ?? { lower: 0, upper: 0 }
          if (/^\p{Lu}/u.test(text)) word.upper++
          else word.lower++
          words.set(text.toLowerCase(), word)
        }
    }
  }
  return words
}
