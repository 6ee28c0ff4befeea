import type { GraphChanges } from '../../queries/store/store.ts'

const nothing: GraphChanges = { nodes: [], relationships: [], removedRelationships: [], removedNodes: [] }

/** A paper and what it names, to be written nodes first. */
export const TEST_GRAPH: Record<'nodes' | 'relationships', GraphChanges> = {
  nodes: {
    ...nothing,
    nodes: [
      {
        id: 'x:1',
        labels: ['Paper'],
        properties: {
          title: 'Sorting with 漢字 and 🙂',
          abstract: '',
          authors: ['Ada Example'],
          year: 2020,
          degree: 2,
        },
      },
      { id: 'sorting', labels: ['Concept', 'Method'], properties: { name: 'Sorting', type: 'method', papers: 1 } },
      { id: 'github.com/a/b', labels: ['Repo'], properties: { url: 'https://github.com/a/b', kind: 'code' } },
    ],
  },
  relationships: {
    ...nothing,
    relationships: [
      {
        type: 'INTRODUCES',
        from: 'x:1',
        to: 'sorting',
        key: 'method',
        properties: { as: 'method', confidence: 1, surfaces: ['Sorting'], fields: ['title'], starts: [0], ends: [7] },
      },
      { type: 'LINKS_TO', from: 'x:1', to: 'github.com/a/b', key: '', properties: { own: true } },
    ],
  },
}
