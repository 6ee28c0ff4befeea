import { describe, expect, it } from 'vitest'
import { withFirstSeen } from '../../ingest/load/first-seen.ts'
import type { Resolution } from '../../ingest/resolve/resolution.ts'
import type { GraphNode } from '../../queries/model.ts'

const paper = (id: string, sources?: string[]): GraphNode => ({
  id,
  labels: ['Paper'],
  properties: { title: id, ...(sources === undefined ? {} : { sources }) },
})
const logged = (id: string, ingest: number) => ({ id, ingest, source: 'a.bib', hash: '', place: { at: 0, length: 0 } })

describe('what an ingest brought', () => {
  it('is told by each paper: the first ingest of all records that were joined in it', () => {
    const papers = [paper('a:1', ['a:1', 'b.csv']), paper('b:2', ['b:2', 'c:2']), paper('d:3')]
    const graph: Resolution = {
      nodes: [],
      variants: [],
      outcomes: [],
      papers: () => papers.map((each) => ({ paper: each, relationships: [] })),
    }
    const numbered = withFirstSeen(graph, [logged('a:1', 4), logged('b:2', 3), logged('c:2', 2), logged('d:3', 5)])
    const read = () => [...numbered.papers()].map((each) => each.paper.properties.ingest)
    expect(read()).toEqual([4, 2, 5])
    expect(read()).toEqual([4, 2, 5])
    expect(papers[0]?.properties.ingest).toBeUndefined()
  })
})
