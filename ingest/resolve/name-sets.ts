import { ENTITY_TYPES } from '../extraction.ts'
import { isAcronymShaped } from './acronym.ts'
import type { CuratedAlias } from './aliases.ts'
import { expansionWords, isAlike } from './expansions.ts'
import { joinKey, nameWords } from './fold.ts'
import { type GivenSense, type Meaning, withSense } from './meaning.ts'
import { wordStem, wordWithoutAl } from './spelling.ts'
import { withoutLongTail, withoutTail } from './tails.ts'
import { UnionFind } from './union-find.ts'
import type { Uses } from './uses.ts'

/** A curated line weighs as much as this many papers when it is asked what an acronym stands for. */
const CURATED_PAPERS = 10

const LEAST_STEMMED_WORDS = 3

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
      for (const [core, sense] of senses) this.addMeaning(short, core, sense)
    }
    for (const [short, long, line] of curatedSenses) {
      const types = ENTITY_TYPES.map((type) => (type === line.type ? CURATED_PAPERS : 0))
      const sense = { papers: CURATED_PAPERS, introduced: 0, types, shorts: new Set([short]) }
      this.addMeaning(uses.forms.key(short), long, sense)
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
    this.joinAlike(cores, (text) => expansionWords(text).map(wordStem).join(''))
    const read = cores.map((core) => ({ core, words: expansionWords(this.uses.forms.text(core)) }))
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
      const name = withoutLongTail(text)
      const key = name === undefined ? undefined : forms.keys.find(joinKey(name))
      if (key !== undefined && cores.has(key)) this.sets.join(key, forms.key(form))
    }
  }

  private findTails(): void {
    const { forms } = this.uses
    for (let form = forms.texts.length - 1; form >= 0; form -= 1) {
      const text = forms.text(form)
      const name = withoutTail(text)
      const key = name === undefined ? undefined : forms.keys.find(joinKey(name))
      if (name === undefined || key === undefined || key === forms.key(form)) continue
      if (this.acronyms.has(key) || this.curated.has(key)) this.bare.set(forms.key(form), key)
    }
  }

  private addMeaning(short: number, core: number, sense: GivenSense): void {
    const key = this.uses.forms.key(core)
    const root = this.sets.find(key)
    const meanings = this.meanings.get(short) ?? new Map<number, Meaning>()
    this.meanings.set(short, meanings)
    meanings.set(root, withSense(meanings.get(root), sense, this.uses.forms.keys.text(key)))
  }
}
