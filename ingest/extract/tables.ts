import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PapergraphError } from '../../errors.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { foldKey } from './fold.ts'
import { BagModel } from './model/bag-model.ts'
import { BoostedTrees } from './model/boosted-trees.ts'
import { HashSet, hashText } from './model/hashing.ts'
import { decodeWeights, under } from './model/weights-file.ts'

let folder = join(PACKAGE_ROOT, 'ingest', 'extract', 'tables')

/** Reads other tables than those of the installation: before anything is extracted, and only to train and evaluate. */
export function readTablesFrom(path: string): void {
  folder = path
}

/** The files that decide what is found, in the order of the checksum. */
export const TABLE_FILES = [
  'phrases.tsv',
  'lexicon.tsv',
  'aliases.tsv',
  'common-words.txt',
  'weights.bin',
  'score-trees.tsv',
  'known-names.tsv',
] as const
export type TableFile = (typeof TABLE_FILES)[number]

/** How often a phrase names a thing of each type, over many papers. */
export interface PhraseCounts {
  /** Papers in which the phrase occurs. */
  papers: number
  /** Of these, papers that hold it in their title. */
  titles: number
  method: number
  model: number
  benchmark: number
  topic: number
}
export type LexiconType = 'method' | 'model' | 'benchmark'

/** The bytes of a table. Throws PapergraphError `internal` when the installation lacks it. */
export function readTable(name: TableFile): Buffer {
  const path = join(folder, name)
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new PapergraphError('internal', `The installation lacks ${path}: install papergraph again.`, { cause })
  }
}

/** What was learned: the model that judges candidates one by one, and those that judge them beside each other. */
export interface Models {
  bag: BagModel
  named: BoostedTrees
  topic: BoostedTrees
}

export const models = lazily((): Models => {
  const weights = decodeWeights(readTable('weights.bin'), join(folder, 'weights.bin'))
  return {
    bag: new BagModel(under(weights, 'bag')),
    named: new BoostedTrees(under(weights, 'named')),
    topic: new BoostedTrees(under(weights, 'topic')),
  }
})

/** Phrase statistics by folded key. A row is read when it is first asked for: a short run needs few of them. */
class PhraseTable {
  readonly #rows = new Map<string, string | PhraseCounts>()
  /** The hashes of the keys, to look most phrases up without making a key. */
  readonly hashes: HashSet

  constructor(lines: readonly string[]) {
    const hashes = new Int32Array(lines.length)
    for (const [at, line] of lines.entries()) {
      const key = line.slice(0, line.indexOf('\t'))
      hashes[at] = hashText(key)
      this.#rows.set(key, line)
    }
    this.hashes = new HashSet(hashes, hashes.length)
  }

  get(key: string): PhraseCounts | undefined {
    const row = this.#rows.get(key)
    if (typeof row !== 'string') return row
    const [papers = 0, titles = 0, method = 0, model = 0, benchmark = 0, topic = 0] = row
      .split('\t')
      .slice(1)
      .map(Number)
    const counts = { papers, titles, method, model, benchmark, topic }
    this.#rows.set(key, counts)
    return counts
  }
}

export const phraseCounts = lazily(() => new PhraseTable(lines('phrases.tsv')))

/** Names of public catalogues as the field writes them (capitals count), with their type. */
export const lexicon = lazily(() => {
  const names = new Map<string, LexiconType>()
  for (const [name, type] of rows('lexicon.tsv'))
    if (type === 'method' || type === 'model' || type === 'benchmark') names.set(name, type)
  return names
})

/** Folded names whose type people know better than any model, and those that name nothing of ours. */
export const knownNames = lazily(
  () => new Map(rows('known-names.tsv').map(([type, name = '']) => [foldKey(name), type as LexiconType | 'none'])),
)

/** Folded alias to the name that the field uses for it. */
export const aliasNames = lazily(() => new Map(rows('aliases.tsv').map(([alias, name = '']) => [alias, name])))

/** Words that abstracts write in lower case all the time: a capital at a sentence's start says nothing about them. */
export const commonWords = lazily(() => new Set(lines('common-words.txt')))

export function rows(name: TableFile): [string, ...string[]][] {
  return lines(name).map((line) => line.split('\t') as [string, ...string[]])
}

function lines(name: TableFile): string[] {
  return readTable(name)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** Computes a value when it is first asked for, and once. */
export function lazily<T>(compute: () => T): () => T {
  let kept: { value: T } | undefined
  return () => {
    kept ??= { value: compute() }
    return kept.value
  }
}
