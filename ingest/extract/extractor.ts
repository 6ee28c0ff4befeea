import type { Extraction, TypedMention } from '../extraction.ts'
import type { PaperRecord } from '../paper.ts'

/** A plug: looks at one paper and says where it sees things named. Pure: no clock, no network, no store. */
export interface MentionProducer {
  readonly name: string
  mentions(document: Document): TypedMention[]
}

/** A paper's text, prepared once for all producers. */
export interface Document {
  paper: PaperRecord
  /** Sentences with their offsets in their field; tokens with theirs. */
  sentences: Sentence[]
}
export interface Sentence {
  field: 'title' | 'abstract'
  start: number
  end: number
  tokens: Token[]
}
/** A word or a single punctuation mark. Offsets are UTF-16 into the field. */
export interface Token {
  text: string
  start: number
  end: number
}

export interface Extractor {
  /** Changes whenever the output may change. */
  readonly version: string
  /** Content hash of what extract() reads of a paper: equal hashes have equal findings. */
  hash(paper: PaperRecord): string
  extract(paper: PaperRecord): Extraction
}
