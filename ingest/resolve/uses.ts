import { ENTITY_TYPES, type Entity, type EntityType, type Extraction } from '../extraction.ts'
import { Contexts } from './contexts.ts'
import { readEntity } from './entity-reading.ts'
import { foldName } from './fold.ts'
import { Forms } from './interner.ts'
import { compareText } from './order.ts'

/** What one paper says of one of its entities, in the numbers of `Forms`. */
export interface Use {
  /** The entity's place in the extraction. */
  entity: number
  core: number
  /** Bits of the types that the paper uses it as: 1 << place in ENTITY_TYPES. */
  types: number
  mainType: EntityType
  introduces: boolean
  /** Forms and how the paper backs them, in pairs. */
  forms: number[]
}

/** An expansion that papers give for an acronym. */
export interface Sense {
  papers: number
  /** Those of them that introduce it. */
  introduced: number
  /** The spellings of the acronym. */
  shorts: Set<number>
  /** Papers by type bit. */
  types: number[]
  /** The first paper by id that says so, and its words. */
  paper: string
  words: string
}

/** Everything that identity is decided on, gathered in one pass over the papers; order of papers leaves no trace in what it means. */
export class Uses {
  readonly forms = new Forms()
  readonly contexts = new Contexts()
  readonly byPaper = new Map<number, Use[]>()
  /** First author and year, where the record has them. */
  readonly origins = new Map<number, { author: string; year: number | undefined }>()
  /** By the key of the acronym, then by the form of the expansion. */
  readonly senses = new Map<number, Map<number, Sense>>()

  /** `paper` is the paper's number, `id` its id. */
  add(paper: number, id: string, extraction: Extraction): void {
    const uses: Use[] = []
    this.contexts.add(paper, extraction)
    this.origins.set(paper, { author: authorOf(extraction), year: extraction.year })
    const said = new Set<string>()
    extraction.entities.forEach((entity, index) => {
      if (entity.type === 'repo') return
      const reading = readEntity(entity)
      const core = this.forms.number(reading.core)
      const types = typeBits(entity)
      const numbers: number[] = []
      for (const form of reading.forms) numbers.push(this.forms.number(form.text), form.votes)
      const introduces = entity.role === 'introduces' && entity.type !== 'topic'
      uses.push({ entity: index, core, types, mainType: entity.type, introduces, forms: numbers })
      if (reading.short === undefined) return
      const shortForm = this.forms.number(reading.short)
      const short = this.forms.key(shortForm)
      const once = `${short} ${core}`
      if (said.has(once)) return
      said.add(once)
      this.addSense(shortForm, core, types, introduces, id, () =>
        wordsOf(extraction, entity, reading.core, reading.short ?? ''),
      )
    })
    this.byPaper.set(paper, uses)
  }

  /** Lets go of what single papers say: once it is counted it only weighs. */
  forgetPapers(): void {
    this.byPaper.clear()
    this.origins.clear()
    this.contexts.clear()
  }

  private addSense(
    shortForm: number,
    core: number,
    types: number,
    introduces: boolean,
    paper: string,
    words: () => string,
  ): void {
    const short = this.forms.key(shortForm)
    const senses = this.senses.get(short) ?? new Map<number, Sense>()
    this.senses.set(short, senses)
    const sense = senses.get(core) ?? {
      papers: 0,
      introduced: 0,
      shorts: new Set<number>(),
      types: ENTITY_TYPES.map(() => 0),
      paper: '',
      words: '',
    }
    senses.set(core, sense)
    sense.papers += 1
    if (introduces) sense.introduced += 1
    sense.shorts.add(shortForm)
    sense.types = sense.types.map((count, bit) => count + ((types >> bit) & 1))
    if (sense.paper !== '' && compareText(sense.paper, paper) <= 0) return
    sense.paper = paper
    sense.words = words()
  }
}

export function typeBits(entity: Entity): number {
  let bits = 0
  for (const type of [entity.type, ...entity.also]) if (type !== 'repo') bits |= 1 << ENTITY_TYPES.indexOf(type)
  return bits
}

/** The text where the two forms stand side by side, else "long (short)". */
function wordsOf(extraction: Extraction, entity: Entity, long: string, short: string): string {
  for (const mention of entity.mentions) {
    if (mention.surface.includes(long) && mention.surface.includes(`(${short})`)) return mention.surface
    if (mention.surface !== long && mention.surface !== short) continue
    const other = mention.surface === long ? short : long
    const text = extraction[mention.field]
    const after = entity.mentions.find(
      (next) =>
        next.field === mention.field &&
        next.surface === other &&
        next.start >= mention.end &&
        next.start - mention.end < 4,
    )
    if (after !== undefined) return text.slice(mention.start, after.end + (text[after.end] === ')' ? 1 : 0))
  }
  return `${long} (${short})`
}

function authorOf({ authors: [first] }: Extraction): string {
  return first === undefined ? '' : foldName(first)
}
