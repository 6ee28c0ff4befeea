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
    const properties: Properties = {
      surfaces: places.map((mention) => mention.surface),
      fields: places.map((mention) => mention.field),
      starts: places.map((mention) => mention.start),
      ends: places.map((mention) => mention.end),
      extractor: this.extraction.extractor,
    }
    const [best] = [...places].sort(
      // An abstract's sentence says more than a title.
      (a, b) => b.confidence - a.confidence || compareText(a.field, b.field) || a.start - b.start,
    )
    if (best === undefined) return { ...properties, sentence: '', rule: '', confidence: 0 }
    return { ...properties, sentence: this.sentence(best), rule: best.rule, confidence: best.confidence }
  }

  private sentence({ field, start, end }: Mention): string {
    const text = this.extraction[field]
    if (field === 'title') return sentenceAround(text, [[0, text.length]], start, end)
    const sentences = this.sentences.get(field) ?? cutSentences(text)
    this.sentences.set(field, sentences)
    return sentenceAround(text, sentences, start, end)
  }
}

function onePerPlace(mentions: readonly Mention[]): Mention[] {
  const places = new Map<string, Mention>()
  for (const mention of mentions) {
    const place = `${mention.field}:${mention.start}:${mention.end}`
    const known = places.get(place)
    const isBetter =
      known === undefined ||
      mention.confidence > known.confidence ||
      (mention.confidence === known.confidence && compareText(mention.rule, known.rule) < 0)
    if (isBetter) places.set(place, mention)
  }
  // "title" before "abstract".
  return [...places.values()].sort((a, b) => compareText(b.field, a.field) || a.start - b.start || a.end - b.end)
}
