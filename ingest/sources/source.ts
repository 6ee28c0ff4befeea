import type { PaperRecord } from '../paper.ts'

export const SOURCE_FORMATS = ['jsonl', 'bibtex', 'csv', 'tsv', 'trending-text', 'trending-html'] as const
export type SourceFormat = (typeof SOURCE_FORMATS)[number]

/** What could not be used, in words for people. The good records beside it are kept. */
export interface SourceProblem {
  /** The path as given, or `stdin`. */
  source: string
  /** Which record: "line 17", "entry smith2020", absent when it is the whole file. */
  record?: string
  /** One sentence without the place: "is not JSON: unexpected end of input". */
  reason: string
  /** True when nothing of the source could be used. */
  fatal: boolean
}

/** What a reader yields, in the order of the source. `paper` is normalised and has its id. */
export type SourceItem = { paper: PaperRecord } | { problem: SourceProblem }

export interface ReadOptions {
  /** Overrides recognition by content. */
  format?: SourceFormat
  /** What a single file is called in the graph and in problems, where its path says nothing to people (an upload). */
  called?: string
  /** Standard input, for the source "-". */
  stdin?: NodeJS.ReadableStream
  /** Called as bytes of a file are read, for progress: the file, bytes so far, bytes in all (absent for stdin). */
  onBytes?: (source: string, done: number, total?: number) => void
}
