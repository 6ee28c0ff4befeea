import type { Rows, Value } from '../store/store.ts'
import { fieldsOf } from './rank.ts'

/** A concept of a paper on a subject. */
export interface CandidateConcept {
  id: string
  name: string
  /** Papers on the subject that name it. */
  named: number
  isIntroduced: boolean
  isSubject: boolean
}

/** A paper on a subject, and how much it is worth reading. */
export interface Candidate {
  id: string
  title: Value
  year: number | null
  sentence: Value
  /** Papers on the subject. */
  members: number
  centrality: number
  recency: number
  relevance: number
  /** Those that most papers on the subject name first, then by id. */
  concepts: CandidateConcept[]
  /** How much each concept tells of a paper: ln(papers on the subject / those that name it), by id. */
  weights: ReadonlyMap<string, number>
}

/**
 * Papers from rows of one concept each. In: id, title, year, sentence, members (papers on the subject), newest (the last year
 * of these), links (how often a paper shares a concept with another of them, as the statement weighs it), concept, name,
 * named (papers on the subject that name the concept), introduces (1 or 0); by id, then concept.
 */
export function readCandidates(
  { columns, rows }: Rows,
  subject: string,
  recent: number,
  halfLife: number,
): Candidate[] {
  const papers = new Map<string, Candidate & { weights: Map<string, number> }>()
  for (const row of rows) {
    const field = fieldsOf(columns, row)
    const id = String(field('id'))
    const members = Number(field('members'))
    const year = field('year')
    let paper = papers.get(id)
    if (paper === undefined) {
      const shared = Number(field('links')) / Math.max(1, members - 1)
      const centrality = shared / (1 + shared)
      const recency = typeof year === 'number' ? 2 ** ((year - Number(field('newest'))) / halfLife) : 0
      paper = {
        id,
        title: field('title'),
        year: typeof year === 'number' ? year : null,
        sentence: field('sentence'),
        members,
        centrality,
        recency,
        relevance: (1 - recent) * centrality + recent * recency,
        concepts: [],
        weights: new Map(),
      }
      papers.set(id, paper)
    }
    const concept = String(field('concept'))
    const named = Number(field('named'))
    const isSubject = concept === subject
    paper.concepts.push({
      id: concept,
      name: String(field('name')),
      named,
      isIntroduced: field('introduces') === 1,
      isSubject,
    })
    if (!isSubject) paper.weights.set(concept, Math.log(members / named))
  }
  // Equal ones stay in the order of the rows, that of their ids.
  for (const { concepts } of papers.values()) concepts.sort((a, b) => b.named - a.named)
  return [...papers.values()]
}
