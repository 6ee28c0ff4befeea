import type { SourceProblem } from '../ingest/sources/source.ts'
import { cell, say } from './output.ts'

const MOST = 20

/** Names what could not be used, the first twenty one by one. */
export function sayProblems(problems: SourceProblem[]): void {
  for (const problem of problems.slice(0, MOST)) say(`papergraph: ${describeProblem(problem)}`)
  if (problems.length > MOST)
    say(`papergraph: and ${problems.length - MOST} more of the kind (--json names all of them).`)
}

export function describeProblem({ source, record, reason }: SourceProblem): string {
  const end = /[.!?]$/.test(reason) ? '' : '.'
  return cell(`${source}${record ? `, ${record}` : ''} ${reason}${end}`)
}
