import { fieldsOf, numberParameter, type Rank } from './rank.ts'

/** Of a full map, how much is papers: fewer, and concepts hang in the air; more, and they are all one colour. */
const PAPERS_PERCENT = 55
const CONCEPTS_PERCENT = 40
const REPOS_PERCENT = 5

/**
 * Chooses the nodes of the opening map: all of them where they fit, else the first papers, concepts and repositories in
 * these shares (what one kind leaves free goes to the others). The column `links` only serves the order and is dropped.
 */
export const openingMap: Rank = ({ columns, rows, truncated }, parameters) => {
  const limit = numberParameter(parameters.limit, 400)
  const linksAt = columns.indexOf('links')
  const groups = { paper: rows.slice(0, 0), concept: rows.slice(0, 0), repo: rows.slice(0, 0) }
  for (const row of rows) {
    const type = fieldsOf(columns, row)('type')
    groups[type === 'paper' || type === 'repo' ? type : 'concept'].push(row)
  }
  const share = (percent: number): number => Math.ceil((limit * percent) / 100)
  const papers = Math.min(groups.paper.length, share(PAPERS_PERCENT))
  const concepts = Math.min(groups.concept.length, share(CONCEPTS_PERCENT), limit - papers)
  const repos = Math.min(groups.repo.length, share(REPOS_PERCENT), limit - papers - concepts)
  const counts = { paper: papers, concept: concepts, repo: repos }
  let free = limit - counts.paper - counts.concept - counts.repo
  for (const kind of ['concept', 'paper', 'repo'] as const) {
    const more = Math.min(free, groups[kind].length - counts[kind])
    counts[kind] += more
    free -= more
  }
  const chosen = (['concept', 'paper', 'repo'] as const).flatMap((kind) => groups[kind].slice(0, counts[kind]))
  const without = <T>(list: readonly T[]): T[] => list.filter((_, index) => index !== linksAt)
  return { columns: without(columns), rows: chosen.map(without), truncated }
}
