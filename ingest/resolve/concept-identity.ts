import { ENTITY_TYPES } from '../extraction.ts'
import { isAcronymShaped } from './acronym.ts'
import type { CuratedAlias } from './aliases.ts'
import { nameWords } from './fold.ts'
import { compareText } from './order.ts'
import { wordStem } from './spelling.ts'
import { UnionFind } from './union-find.ts'
import type { Use, Uses } from './uses.ts'

/** A curated line weighs as much as this many papers when it is asked which expansion of an acronym is the common one. */
const CURATED_PAPERS = 2

interface Meaning {
  papers: number
  types: number[]
  /** The smallest key of the set: breaks ties in the same way whatever the order. */
  text: string
}

const BENCHMARK = 1 << ENTITY_TYPES.indexOf('benchmark')
const TOPIC = 1 << ENTITY_TYPES.indexOf('topic')

/** Decides which uses name one thing. Names are sets of keys; an acronym is looked up among its expansions. */
export class ConceptIdentity {
  /** Curated lines by key. */
  readonly curated = new Map<number, CuratedAlias>()
  private readonly uses: Uses
  private readonly sets = new UnionFind()
  private readonly meanings = new Map<number, Map<number, Meaning>>()
  private readonly shapes = new Map<number, Map<number, [data: number, other: number]>>()

  constructor(uses: Uses, curated: readonly CuratedAlias[]) {
    this.uses = uses
    const curatedSenses = curated.flatMap((line) => this.curate(line))
    for (const senses of uses.senses.values()) this.joinSpellings([...senses.keys()])
    for (const [short, senses] of uses.senses) {
      for (const [core, sense] of senses) this.addMeaning(short, core, sense.papers, sense.types)
    }
    for (const [short, long, line] of curatedSenses) {
      const types = ENTITY_TYPES.map((type) => (type === line.type ? CURATED_PAPERS : 0))
      this.addMeaning(short, long, CURATED_PAPERS, types)
    }
    for (const list of uses.byPaper.values()) for (const use of list) this.countShape(use)
  }

  /** The same string for all uses that name one thing, and for no others. Only for comparing: depends on the order of papers. */
  conceptKey(use: Use): string {
    const key = this.uses.forms.key(use.core)
    const meaning = this.meaningOf(use.core, use.types)
    if (meaning !== undefined) return String(this.sets.find(meaning))
    return `${this.sets.find(key)}${this.isOtherThing(key, use.core) ? ' data' : ''}`
  }

  /** Whether a form is one of the thing's own names: by spelling, by the curated table, or as an acronym of it. */
  isOwn(form: number, core: number, types: number): boolean {
    const root = this.sets.find(this.meaningOf(core, types) ?? this.uses.forms.key(core))
    const key = this.uses.forms.key(form)
    return this.sets.find(key) === root || this.meanings.get(key)?.has(root) === true
  }

  /** The set that an acronym stands for when it comes without its expansion: the most common of its kind, none at a draw. */
  private meaningOf(form: number, types: number): number | undefined {
    const meanings = this.meanings.get(this.uses.forms.key(form))
    if (meanings === undefined || !this.isAcronym(form)) return undefined
    const fitting = [...meanings].filter(([, meaning]) => isCompatible(types, meaning))
    fitting.sort(([, a], [, b]) => b.papers - a.papers || compareText(a.text, b.text))
    const [first, second] = fitting
    if (first === undefined || (second !== undefined && second[1].papers === first[1].papers)) return undefined
    return first[0]
  }

  // "the CNN models" are an acronym too: what is left of them when the words around it do not count.
  private isAcronym(form: number): boolean {
    const { forms } = this.uses
    const word =
      forms
        .text(form)
        .replace(/^(the|an?|our|this)\s+/i, '')
        .split(/\s+/, 1)[0] ?? ''
    return isAcronymShaped(word) && forms.key(forms.number(word)) === forms.key(form)
  }

  private curate(line: CuratedAlias): [short: number, long: number, line: CuratedAlias][] {
    const { forms } = this.uses
    const texts = [line.name, ...line.aliases]
    const long = texts.find((text) => !isAcronymShaped(text)) ?? line.name
    const senses: [number, number, CuratedAlias][] = []
    for (const text of texts) {
      const form = forms.number(text)
      this.curated.set(forms.key(form), line)
      if (text !== long && isAcronymShaped(text)) senses.push([forms.key(form), forms.number(long), line])
      else this.sets.join(forms.key(form), forms.key(forms.number(long)))
    }
    return senses
  }

  // "behaviour cloning" and "behavioral cloning" are one thing because both are BC; without the acronym they would not be.
  private joinSpellings(cores: number[]): void {
    const byStems = new Map<string, number>()
    const sorted = cores.map((core) => ({ core, text: this.uses.forms.text(core) }))
    for (const { core, text } of sorted) {
      const stems = nameWords(text).map(wordStem).join('')
      const same = byStems.get(stems)
      if (same === undefined) byStems.set(stems, core)
      else this.sets.join(this.uses.forms.key(same), this.uses.forms.key(core))
    }
  }

  private addMeaning(short: number, core: number, papers: number, types: number[]): void {
    const key = this.uses.forms.key(core)
    const root = this.sets.find(key)
    const meanings = this.meanings.get(short) ?? new Map<number, Meaning>()
    this.meanings.set(short, meanings)
    const text = this.uses.forms.keys.text(key)
    const meaning = meanings.get(root)
    if (meaning === undefined) {
      meanings.set(root, { papers, types: [...types], text })
      return
    }
    meaning.papers += papers
    meaning.types = meaning.types.map((count, bit) => count + (types[bit] ?? 0))
    if (compareText(text, meaning.text) < 0) meaning.text = text
  }

  private countShape(use: Use): void {
    if (/\s/.test(this.uses.forms.text(use.core))) return
    const key = this.uses.forms.key(use.core)
    const forms = this.shapes.get(key) ?? new Map<number, [number, number]>()
    this.shapes.set(key, forms)
    const counts = forms.get(use.core) ?? [0, 0]
    forms.set(use.core, counts)
    counts[use.types & BENCHMARK ? 0 : 1] += 1
  }

  /** MATH the benchmark is not math the topic: one-word names that differ in capitals and in kind are two things. */
  private isOtherThing(key: number, form: number): boolean {
    const forms = this.shapes.get(key)
    const own = forms?.get(form)
    if (forms === undefined || own === undefined || forms.size < 2) return false
    return own[0] > own[1] && [...forms.values()].some(([data, other]) => other > data)
  }
}

function isCompatible(types: number, meaning: Meaning): boolean {
  const used = meaning.types.reduce(
    (bits, count, bit) => (count * 5 >= meaning.papers && count > 0 ? bits | (1 << bit) : bits),
    0,
  )
  if (types & TOPIC || used & TOPIC) return true
  // Methods and models go together; a benchmark only with a benchmark.
  return (types & BENCHMARK) === (used & BENCHMARK) || (types & used) !== 0
}
