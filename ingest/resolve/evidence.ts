import type { Properties } from '../../queries/model.ts'
import type { Extraction, Field, Mention } from '../extraction.ts'
import { compareText } from './order.ts'
import { cutSentences, type Span, sentenceAround } from './sentences.ts'

/** Spells out the evidence of one paper's relationships: cuts its text into sentences at most once. */
export class Evidence {
  private readonly extraction: Extraction
  private readonly sentences = new Map<Field, Span[]>()

  constructor(extraction: Extraction) {
    this.extraction = extraction
  }

  /** All mentions as parallel lists in order of their place, and of the best one its sentence, rule and confidence. */
  of(mentions: readonly Mention[]): Properties {
    const places = onePerPlace(mentions)
    const best = places.reduce((a, b) => (isBetter(b, a) ? b : a), places[0] ?? NONE)
    return {
      surfaces: places.map((mention) => mention.surface),
      fields: places.map((mention) => mention.field),
      starts: places.map((mention) => mention.start),
      ends: places.map((mention) => mention.end),
      sentence: this.sentence(best),
      rule: best.rule,
      confidence: best.confidence,
      extractor: this.extraction.extractor,
    }
  }

  private sentence({ field, start, end }: Mention): string {
    const text = this.extraction[field]
    if (field === 'title') return sentenceAround(text, [[0, text.length]], start, end)
    const sentences = this.sentences.get(field) ?? cutSentences(text)
    this.sentences.set(field, sentences)
    return sentenceAround(text, sentences, start, end)
  }
}

// Only for an entity without mentions, which the extractor never gives.
const NONE: Mention = { field: 'title', start: 0, end: 0, surface: '', rule: '', confidence: 0 }

// An abstract's sentence says more than a title. At a draw the one that comes first stays.
function isBetter(a: Mention, b: Mention): boolean {
  if (a.confidence !== b.confidence) return a.confidence > b.confidence
  return a.field === 'abstract' && b.field === 'title'
}

// "title" before "abstract".
function onePerPlace(mentions: readonly Mention[]): Mention[] {
  if (mentions.length < 2) return [...mentions]
  const sorted = [...mentions].sort(
    (a, b) =>
      compareText(b.field, a.field) ||
      a.start - b.start ||
      a.end - b.end ||
      b.confidence - a.confidence ||
      compareText(a.rule, b.rule),
  )
  return sorted.filter((mention, index) => {
    const before = sorted[index - 1]
    return before === undefined || !isSamePlace(mention, before)
  })
}

function isSamePlace(a: Mention, b: Mention): boolean {
  return a.field === b.field && a.start === b.start && a.end === b.end
}
