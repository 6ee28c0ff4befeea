/**
 * Makes the tables that the extractor reads (all but the weights): phrase counts and common words from 39,245 papers with
 * silver labels, the lexicon from public catalogues, aliases from the training papers. Deterministic; reads ../shared.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PaperRecord } from '../../paper.ts'
import { LONGEST_PHRASE } from '../candidates.ts'
import { prepareDocument } from '../document.ts'
import { foldKey } from '../fold.ts'
import { phrasesOf } from '../phrases.ts'
import { type GoldPaper, readLines, SHARED, type SilverPaper, writeTable } from './corpus.ts'

const TYPES = ['method', 'model', 'benchmark', 'topic'] as const
const LEAST_PAPERS = 2
const CERTAIN = 0.4

type Counts = { papers: number; method: number; model: number; benchmark: number; topic: number }

function main(): void {
  const silver = readLines<SilverPaper>('eval', 'silver.jsonl.gz')
  const wanted = new Set(silver.map((paper) => paper.id))
  const texts = new Map<string, PaperRecord>()
  for (const paper of readLines<PaperRecord>('corpora', 'papers-100k.jsonl.gz'))
    if (wanted.has(paper.id)) texts.set(paper.id, { ...paper, abstract: paper.abstract ?? '' })
  const counts = labelCounts(silver, texts)
  const lower = countOccurrences(counts, texts)
  writePhrases(counts)
  writeCommonWords(lower)
  writeLexicon(lower)
  writeAliases()
}

function labelCounts(silver: SilverPaper[], texts: Map<string, PaperRecord>): Map<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const { id, spans } of silver) {
    const paper = texts.get(id)
    if (!paper) continue
    const points = { title: [...paper.title], abstract: [...paper.abstract] }
    const seen = new Set<string>()
    for (const [field, start, end, type, probability] of spans) {
      if (probability < CERTAIN || type === 'repo') continue
      const key = foldKey(points[field].slice(start, end).join(''))
      if (key.length < 2 || seen.has(`${key}\t${type}`)) continue
      seen.add(`${key}\t${type}`)
      const row = counts.get(key) ?? { papers: 0, method: 0, model: 0, benchmark: 0, topic: 0 }
      row[type]++
      counts.set(key, row)
    }
  }
  for (const [key, row] of counts)
    if (TYPES.reduce((sum, type) => sum + row[type], 0) < LEAST_PAPERS) counts.delete(key)
  return counts
}

/** Counts the papers that hold each phrase; returns how often each word stands in lower case and with a capital. */
function countOccurrences(
  counts: Map<string, Counts>,
  texts: Map<string, PaperRecord>,
): Map<string, { lower: number; upper: number }> {
  const words = new Map<string, { lower: number; upper: number }>()
  for (const paper of texts.values()) {
    const seen = new Set<string>()
    for (const { field, tokens } of prepareDocument(paper).sentences) {
      for (const phrase of phrasesOf(tokens, LONGEST_PHRASE)) {
        const row = counts.get(phrase.key)
        if (!row || seen.has(phrase.key)) continue
        seen.add(phrase.key)
        row.papers++
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

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)

function writePhrases(counts: Map<string, Counts>): void {
  const rows = [...counts].filter(([, row]) => row.papers > 0).sort(byName)
  const lines = rows.map(([key, row]) => [key, row.papers, ...TYPES.map((type) => row[type])].join('\t'))
  writeTable(
    'phrases.tsv',
    `# folded phrase, papers that hold it, papers that name it as method, model, benchmark, topic\n${lines.join('\n')}\n`,
  )
  console.error(`${rows.length} phrases`)
}

function writeCommonWords(words: Map<string, { lower: number; upper: number }>): void {
  const common = [...words].filter(([, { lower, upper }]) => lower >= 40 && lower > upper * 3).map(([word]) => word)
  writeTable(
    'common-words.txt',
    `# words that abstracts write in lower case all the time\n${common.sort().join('\n')}\n`,
  )
}

function writeLexicon(words: Map<string, { lower: number; upper: number }>): void {
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
    `# name as the field writes it, type; gathered from public catalogues (Papers with Code lists, Hugging Face transformers,\n# datasets and diffusers, timm, OpenMMLab, lm-evaluation-harness, OpenCompass, HELM, mirdata and others)\n${rows.map((row) => row.join('\t')).join('\n')}\n`,
  )
  console.error(`${rows.length} lexicon names`)
}

function writeAliases(): void {
  const names = new Map<string, Map<string, number>>()
  for (const paper of readLines<GoldPaper>('eval', 'train-gold.jsonl'))
    for (const { type, name, aliases } of paper.entities) {
      if (type === 'repo') continue
      for (const alias of aliases) {
        const [from, to] = [foldKey(alias), foldKey(name)]
        if (from === to || from.length < 2) continue
        const targets = names.get(from) ?? new Map<string, number>()
        targets.set(to, (targets.get(to) ?? 0) + 1)
        names.set(from, targets)
      }
    }
  const rows: [string, string][] = []
  for (const [alias, targets] of names) {
    const ranked = [...targets].sort((a, b) => b[1] - a[1] || byName(a, b))
    const total = ranked.reduce((sum, [, count]) => sum + count, 0)
    const [best, count] = ranked[0] ?? ['', 0]
    if (count >= 2 && count > total * 0.7) rows.push([alias, best])
  }
  writeTable(
    'aliases.tsv',
    `# folded alias, folded name of the same thing\n${rows
      .sort(byName)
      .map((row) => row.join('\t'))
      .join('\n')}\n`,
  )
  console.error(`${rows.length} aliases`)
}

function tsv(name: string): string[][] {
  return readFileSync(join(SHARED, 'lexicon', name), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}

main()
