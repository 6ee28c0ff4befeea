import type { Extraction } from '../extraction.ts'
import type { PaperIdentity } from './paper-identity.ts'
import type { Pile } from './pile.ts'

/** Papers whose text is held at once where the pile can only be gone through: it is then read once for each so many. */
const PAPERS_AT_ONCE = 20_000

/** The extraction that counts for each paper, in the order of the papers. Throws Error when one is gone. */
export function* chosenExtractions(papers: readonly PaperIdentity[], pile: Pile): Generator<Extraction> {
  if (pile.at !== undefined) {
    for (const paper of papers) yield present(pile.at(paper.chosen), paper)
    return
  }
  for (let from = 0; from < papers.length; from += PAPERS_AT_ONCE) {
    const part = papers.slice(from, from + PAPERS_AT_ONCE)
    const wanted = new Set(part.map((paper) => paper.chosen))
    const found = new Map<number, Extraction>()
    let place = 0
    for (const extraction of pile()) {
      if (wanted.has(place)) found.set(place, extraction)
      place += 1
    }
    for (const paper of part) yield present(found.get(paper.chosen), paper)
  }
}

function present(extraction: Extraction | undefined, { id }: PaperIdentity): Extraction {
  if (extraction === undefined) throw new Error(`extractions changed between two readings: ${id} is gone`)
  return extraction
}
