import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byName, SHARED, writeTable } from './corpus.ts'
import type { WordCounts } from './phrase-tables.ts'
import type { Say } from './say.ts'

/** Writes the lexicon from the names gathered from public catalogues, without those that are ordinary words. */
export function writeLexicon(words: WordCounts, say: Say): void {
  const ambiguous = new Set(tsv('ambiguous.tsv').map(([name]) => name))
  const types = new Map<string, string>()
  for (const type of ['benchmark', 'method', 'model']) {
    for (const [name = '', aliases = ''] of tsv(`${type}s.tsv`))
      for (const form of [name, ...aliases.split(' | ')]) {
        const word = words.get(form.toLowerCase())
        const isOrdinary = word !== undefined && word.lower > word.upper
        if (form.length < 3 || form.length > 40 || !/\p{Lu}/u.test(form) || isOrdinary || ambiguous.has(form)) continue
        // Two types for one name say nothing.
        types.set(form, types.has(form) && types.get(form) !== type ? '' : type)
      }
  }
  const rows = [...types].filter(([, type]) => type !== '').sort(byName)
  writeTable(
    'lexicon.tsv',
    'name as the field writes it, type; gathered from public catalogues (Papers with Code lists, Hugging Face transformers,\n# datasets and diffusers, timm, OpenMMLab, lm-evaluation-harness, OpenCompass, HELM, mirdata and others)',
    rows.map((row) => row.join('\t')),
  )
  say(`${rows.length} names in the lexicon`)
}

function tsv(name: string): string[][] {
  return readFileSync(join(SHARED, 'lexicon', name), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}
