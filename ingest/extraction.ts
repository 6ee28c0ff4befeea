import type { PaperRecord } from './paper.ts'

export const ENTITY_TYPES = ['method', 'model', 'benchmark', 'topic', 'repo'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]
export type Field = 'title' | 'abstract'
export type Role = 'introduces' | 'uses'

/** A place in the text that names something: `record[field].slice(start, end) === surface` (UTF-16 offsets). */
export interface Mention {
  field: Field
  start: number
  end: number
  surface: string
  /** What found it: `url`, `acronym`, `lexicon`, `shape`, `context`, `topic`, … */
  rule: string
  /** 0 to 1. */
  confidence: number
}

/** A mention that has a type: what a producer of mentions gives. */
export interface TypedMention extends Mention {
  type: EntityType
}

/** All mentions of one thing in one paper. */
export interface Entity {
  type: EntityType
  /** The canonical form; for a repo the URL without scheme, "www." and trailing "/" or ".". */
  name: string
  aliases: string[]
  /** Other types that the paper uses it as. */
  also: EntityType[]
  role: Role
  /** 0 to 1, of the entity. */
  confidence: number
  /** In order of field (title first) and start; never empty. */
  mentions: Mention[]
}

export type ScoreKind = 'absolute' | 'gain' | 'drop' | 'baseline'

/** One number that the text states as a result on a named benchmark. */
export interface Score {
  /** As written, without its unit. */
  value: string
  unit: '%' | 'points' | 'x' | ''
  benchmark: string
  metric: string
  system: string
  kind: ScoreKind
  field: Field
  start: number
  end: number
}

/** One line of `papergraph extract`: the record and what was found in it. */
export interface Extraction extends PaperRecord {
  /** Content hash of what the extractor reads (title and abstract). */
  hash: string
  /** The extractor's version. */
  extractor: string
  entities: Entity[]
  scores: Score[]
}
