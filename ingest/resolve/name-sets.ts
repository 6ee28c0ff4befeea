import { ENTITY_TYPES } from '../extraction.ts'
import { isAcronymShaped, LINKING } from './acronym.ts'
import type { CuratedAlias } from './aliases.ts'
import { joinKey, nameWords } from './fold.ts'
import { compareText } from './order.ts'
import { isOneSlip, isSameRoot, singular, wordStem, wordWithoutAl } from './spelling.ts'
import { UnionFind } from './union-find.ts'
import type { Sense, Uses } from './uses.ts'

/** A curated line weighs as much as this many papers when it is asked what an acronym stands for. */
const CURATED_PAPERS = 10
/** What a paper that introduces an expansion of its own says about the acronym in other papers, beside one that uses it: little. */
const INTRODUCED = 0.3

/** What an acronym stands for, by the set of the expansion's names. */
export interface Meaning {
  papers: number
  /** How much speaks for it where a paper gives no expansion, in papers. */
  weight: number
  types: number[]
  /** The spellings of the acronym that papers or the curated table write beside this expansion. */
  shorts: Set<number>
  isCurated: boolean
  /** The smallest key of the set: breaks ties in the same way whatever the order. */
  text: string
}

/** Words behind an acronym that leave it the same thing: "CARLA simulator", "CLIP architecture". A "BERT score" is no BERT. */
const TAILS: ReadonlySet<string> = new Set(
  'adapter algorithm approach architecture environment estimate estimator family framework loss method model optimizer package platform series setting simulator software suite technique toolkit'.split(
    ' ',
  ),
)
/** The same behind a full name. */
const LONG_TAILS: ReadonlySet<string> = new Set(
  'algorithm approach architecture estimate framework loss method technique'.split(' '),
)
const LEAST_STEMMED_WORDS = 3
/** Letters that an expansion has to have before a different one is taken for a slip. */
const LEAST_FOR_SLIP = 12
/** Words that one expansion of an acronym may have more than another that says the same: "structural similarity index measure". */
const MOST_MORE_WORDS = 2

/** Which names are one whatever the paper, and what acronyms may stand for. Names are keys; sets of them are told by a root. */
export class NameSets {
  /** Curated lines by key. */
  readonly curated = new Map<number, CuratedAlias>()
  /** By the key of the acronym, then by the root of the expansion. */
  readonly meanings = new Map<number, Map<number, Meaning>>()
  private readonly uses: Uses
  private readonly sets = new UnionFind()
  private readonly curatedForms = new Set<number>()
  /** Keys that somebody writes as an acronym: "Clip" is CLIP. */
  private readonly acronyms = new Set<number>()
  /** The key of a name for one with a word behind that says nothing. */
  private readonly bare = new Map<number, number>()

  constructor(uses: Uses, curated: readonly CuratedAlias[]) {
    this.uses = uses
    // Keys are given out as they are asked for: all, before one is looked up.
    uses.forms.texts.forEach((text, form) => {
      const key = uses.forms.key(form)
      if (isAcronymShaped(text)) this.acronyms.add(key)
    })
    const curatedSenses = curated.flatMap((line) => this.curate(line))
    const known = new Map<number, number[]>()
    for (const [short, long] of curatedSenses)
      known.set(uses.forms.key(short), [...(known.get(uses.forms.key(short)) ?? []), long])
    for (const [short, senses] of uses.senses) this.joinSpellings([...senses.keys(), ...(known.get(short) ?? [])])
    this.joinAdjectives()
    this.joinTails()
    for (const [short, senses] of uses.senses) {
      for (const [core, sense] of senses) this.addMeaning(short, core, sense, false)
    }
    for (const [short, long, line] of curatedSenses) {
      const types = ENTITY_TYPES.map((type) => (type === line.type ? CURATED_PAPERS : 0))
      const sense = { papers: CURATED_PAPERS, introduced: 0, types, shorts: new Set([short]) }
      this.addMeaning(uses.forms.key(short), long, sense, true)
    }
    this.findTails()
  }

  /** The key that decides about a form. */
  key(form: number): number {
    const key = this.uses.forms.key(form)
    return this.bare.get(key) ?? key
  }

  root(key: number): number {
    return this.sets.find(key)
  }

  /** The word that is the whole name when articles and words for its kind do not count ("the CNN models"), else undefined. */
  oneWord(form: number): string | undefined {
    const { forms } = this.uses
    const [word = ''] = forms
      .text(form)
      .replace(/^(the|an?|our|this)\s+/i, '')
      .split(/\s+/, 1)
    return forms.key(forms.number(word)) === this.key(form) ? word : undefined
  }

  private curate(line: CuratedAlias): [short: number, long: number, line: CuratedAlias][] {
    const { forms } = this.uses
    const texts = [line.name, ...line.aliases]
    const full = texts.find((text) => !isAcronymShaped(text))
    const long = full ?? line.name
    const senses: [number, number, CuratedAlias][] = []
    for (const text of texts) {
      const form = forms.number(text)
      this.curated.set(forms.key(form), line)
      this.curatedForms.add(form)
      if (full !== undefined && isAcronymShaped(text)) senses.push([form, forms.number(long), line])
      else this.sets.join(forms.key(form), forms.key(forms.number(long)))
    }
    return senses
  }

  // "behaviour cloning" and "behavioral cloning" are one thing because both are BC; without the acronym they would not be.
  private joinSpellings(cores: number[]): void {
    const wordsOf = (text: string): string[] => nameWords(text).filter((word) => !LINKING.has(word.toLowerCase()))
    this.joinAlike(cores, (text) => wordsOf(text).map(wordStem).join(''))
    // A slip of the pen, a word left out or another ending ("recognizer") make no other thing of an expansion.
    const read = cores.map((core) => ({ core, words: wordsOf(this.uses.forms.text(core)) }))
    read.forEach((a, index) => {
      for (const b of read.slice(index + 1)) {
        if (isAlike(a.words, b.words)) this.sets.join(this.uses.forms.key(a.core), this.uses.forms.key(b.core))
      }
    })
  }

  // "condition random field" is a slip for "conditional random field"; of two words, "nation" and "national" may be meant.
  private joinAdjectives(): void {
    const cores = new Set<number>(this.curatedForms)
    for (const list of this.uses.byPaper.values()) for (const use of list) cores.add(use.core)
    this.joinAlike([...cores], (text) => {
      const words = nameWords(text)
      return words.length < LEAST_STEMMED_WORDS ? joinKey(text) : words.map(wordWithoutAl).join('')
    })
  }

  private joinAlike(forms: number[], stemOf: (text: string) => string): void {
    const byStem = new Map<string, number>()
    for (const form of forms) {
      const stem = stemOf(this.uses.forms.text(form))
      const same = byStem.get(stem)
      if (same === undefined) byStem.set(stem, form)
      else this.sets.join(this.uses.forms.key(same), this.uses.forms.key(form))
    }
  }

  // "connectionist temporal classification loss" is what CTC spells out, "pointwise mutual information estimate" is PMI.
  private joinTails(): void {
    const { forms } = this.uses
    const cores = new Set<number>()
    for (const senses of this.uses.senses.values()) for (const core of senses.keys()) cores.add(forms.key(core))
    for (const line of this.curated.keys()) cores.add(line)
    for (let form = forms.texts.length - 1; form >= 0; form -= 1) {
      const text = forms.text(form)
      const [, name = '', tail = ''] = /^(\S+\s.*\S)\s+(\S+)$/u.exec(text) ?? []
      if (!LONG_TAILS.has(singular(tail))) continue
      const key = forms.keys.find(joinKey(name))
      if (key !== undefined && cores.has(key)) this.sets.join(key, forms.key(form))
    }
  }

  private findTails(): void {
    const { forms } = this.uses
    for (let form = forms.texts.length - 1; form >= 0; form -= 1) {
      const text = forms.text(form)
      const [, name = '', tail = ''] = /^(\S+)\s+(\S+)$/u.exec(text) ?? []
      if (name === '' || !TAILS.has(singular(tail).toLowerCase())) continue
      const key = forms.keys.find(joinKey(name))
      if (key === undefined || key === forms.key(form)) continue
      if (this.acronyms.has(key) || this.curated.has(key)) this.bare.set(forms.key(form), key)
    }
  }

  private addMeaning(
    short: number,
    core: number,
    sense: Pick<Sense, 'papers' | 'introduced' | 'types' | 'shorts'>,
    isCurated: boolean,
  ): void {
    const key = this.uses.forms.key(core)
    const root = this.sets.find(key)
    const meanings = this.meanings.get(short) ?? new Map<number, Meaning>()
    this.meanings.set(short, meanings)
    const text = this.uses.forms.keys.text(key)
    const meaning = meanings.get(root) ?? {
      ...{ papers: 0, weight: 0, types: ENTITY_TYPES.map(() => 0), shorts: new Set<number>(), isCurated, text },
    }
    meanings.set(root, meaning)
    meaning.papers += sense.papers
    meaning.weight += sense.papers - (1 - INTRODUCED) * sense.introduced
    meaning.types = meaning.types.map((count, bit) => count + (sense.types[bit] ?? 0))
    for (const form of sense.shorts) meaning.shorts.add(form)
    meaning.isCurated ||= isCurated
    if (compareText(text, meaning.text) < 0) meaning.text = text
  }
}

function isAlike(a: string[], b: string[]): boolean {
  const stems = [a.map(wordStem), b.map(wordStem)] as const
  const [few, many] = a.length <= b.length ? stems : [stems[1], stems[0]]
  const isPart = few.length >= 2 && many.length - few.length <= MOST_MORE_WORDS
  if (isPart && few.every((stem) => many.includes(stem))) return true
  if (a.length === b.length && a.every((word, index) => isSameRoot(word.toLowerCase(), (b[index] ?? '').toLowerCase())))
    return true
  const [left, right] = [stems[0].join(''), stems[1].join('')]
  return Math.min(left.length, right.length) >= LEAST_FOR_SLIP && isOneSlip(left, right)
}
