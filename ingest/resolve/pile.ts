import type { Extraction } from '../extraction.ts'

/** All extractions, the same in the same order at every call. */
export interface Pile {
  (): Iterable<Extraction>
  /** One of them by its place in that order, where that is quick. Gone through whole, part after part, where it is not there. */
  at?: (place: number) => Extraction | undefined
}
