import { ENTITY_TYPES } from '../extraction.ts'
import { isAcronymShaped } from './acronym.ts'
import type { CuratedAlias } from './aliases.ts'
import { Capitals } from './capitals.ts'
import { isCompatible, type Meaning } from './meaning.ts'
import { NameSets } from './name-sets.ts'
import { namesakes } from './namesakes.ts'
import { compareText } from './order.ts'
import { type SenseCandidate, SenseChoice } from './sense-choice.ts'
import type { Use, Uses } from './uses.ts'

const TOPIC = 1 << ENTITY_TYPES.indexOf('topic')
/** How far a meaning that is not well known is trusted in a paper that itself introduces something under the acronym. */
const TRUST_OF_INTRODUCER = 0.2
/** The same where a paper writes a word: "Bert" is BERT, but "Spider" is seldom what some paper abbreviates to SPIDER. */
const TRUST_IN_WORD = 0.02

/** What a paper that writes a name in full says about the acronym, where at least so many papers give both. */
const SHARE_OF_FULL = 0.1
const SEVERAL = 2

interface PlacedUse {
  paper: number
  use: Use
}

/** Decides which uses name one thing: by the sets of names, for an acronym alone by its paper, and by who introduces a name. */
export class ConceptIdentity {
  /** Curated lines by key. */
  readonly curated: ReadonlyMap<number, CuratedAlias>
  private readonly uses: Uses
  private readonly names: NameSets
  private readonly senses = new Map<Use, number>()
  private readonly apart = new Map<Use, number>()
  private readonly capitals: Capitals

  constructor(uses: Uses, curated: readonly CuratedAlias[]) {
    this.uses = uses
    this.names = new NameSets(uses, curated)
    this.curated = this.names.curated
    this.capitals = new Capitals(uses, this.names)
    this.chooseSenses()
    this.findNamesakes()
  }

  /** The same string for all uses that name one thing, and for no others. Only for comparing: depends on the order of papers. */
  conceptKey(use: Use): string {
    const sense = this.senses.get(use)
    if (sense !== undefined) return String(this.names.root(sense))
    const key = this.names.key(use.core)
    const own = this.apart.get(use)
    return `${this.names.root(key)}${this.capitals.isOtherThing(key, use.core) ? ' data' : ''}${own === undefined ? '' : ` of ${own}`}`
  }

  /** Whether a form is one of the thing's own names: by spelling, by the curated table, or as an acronym of it. */
  isOwn(form: number, use: Use): boolean {
    const root = this.names.root(this.senses.get(use) ?? this.names.key(use.core))
    const key = this.names.key(form)
    return this.names.root(key) === root || this.names.meanings.get(key)?.has(root) === true
  }

  // An acronym without its expansion stands for what fits its paper best, if anything does.
  private chooseSenses(): void {
    const alone = new Map<number, PlacedUse[]>()
    const roots = new Set<number>()
    this.eachUse((placed) => {
      const key = this.names.key(placed.use.core)
      const meanings = this.names.meanings.get(key)
      if (meanings === undefined || this.acronymOf(placed.use) === undefined) return
      add(alone, key, placed)
      for (const root of meanings.keys()) roots.add(root)
    })
    const about = new Map<number, number[]>()
    this.eachUse(({ paper, use }) => {
      const root = this.names.root(this.names.key(use.core))
      if (roots.has(root)) add(about, root, paper)
    })
    for (const [key, placed] of alone) {
      const meanings = this.names.meanings.get(key) ?? new Map<number, Meaning>()
      const candidates = [...meanings]
        .sort(([, a], [, b]) => compareText(a.text, b.text))
        .map(([root, { weight }]) => candidate(root, weight, about.get(root) ?? []))
      const choice = new SenseChoice(this.uses.contexts, candidates, this.uses.forms.keys.text(key))
      for (const { paper, use } of placed) {
        const fits = (root: number): boolean => this.fits(use, meanings.get(root))
        const isWord = !isAcronymShaped(this.acronymOf(use) ?? '')
        const root = choice.choose(paper, fits, isWord ? TRUST_IN_WORD : use.introduces ? TRUST_OF_INTRODUCER : 1)
        if (root !== undefined) this.senses.set(use, root)
      }
    }
  }

  private acronymOf(use: Use): string | undefined {
    const word = this.names.oneWord(use.core)
    return word !== undefined && (isAcronymShaped(word) || /^\p{Lu}|\d/u.test(word)) ? word : undefined
  }

  private fits(use: Use, meaning: Meaning | undefined): boolean {
    if (meaning === undefined || !isCompatible(use.types, meaning)) return false
    // "vLLM" is no VLLM: a small first letter is part of the name, unless both are written.
    const isSmall = (form: number): boolean => /^\p{Ll}.*\p{Lu}/u.test(this.names.oneWord(form) ?? '')
    const own = isSmall(use.core)
    return [...meaning.shorts].some((form) => isSmall(form) === own)
  }

  private findNamesakes(): void {
    const byKey = new Map<string, PlacedUse[]>()
    this.eachUse((placed) => {
      const { use } = placed
      const key = this.names.key(use.core)
      if (use.types & TOPIC || this.senses.has(use) || this.curated.has(key)) return
      if (/\p{Lu}/u.test(this.names.oneWord(use.core) ?? '')) add(byKey, this.conceptKey(use), placed)
    })
    for (const placed of byKey.values()) {
      if (placed.length < 2) continue
      const apart = namesakes(
        placed.map(({ paper, use }) => ({
          paper,
          introduces: use.introduces,
          author: this.uses.origins.get(paper)?.author ?? '',
          year: this.uses.origins.get(paper)?.year,
        })),
        Math.min(...placed.map(({ use }) => this.uses.forms.keys.text(this.names.key(use.core)).length)),
      )
      for (const { paper, use } of placed) {
        const own = apart.get(paper)
        if (own !== undefined) this.apart.set(use, own)
      }
    }
  }

  private eachUse(visit: (placed: PlacedUse) => void): void {
    for (const [paper, list] of this.uses.byPaper) for (const use of list) visit({ paper, use })
  }
}

// Papers that write the name in full count a little: those that use the acronym alone may mean what is common.
function candidate(root: number, weight: number, papers: readonly number[]): SenseCandidate {
  const more = weight >= SEVERAL ? SHARE_OF_FULL * Math.max(0, papers.length - weight) : 0
  return { root, weight: weight + more, papers }
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
