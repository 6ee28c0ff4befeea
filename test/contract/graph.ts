import type { GraphNode, GraphRelationship } from '../../queries/model.ts'
import type { GraphChanges, GraphStore } from '../../queries/store/store.ts'

/** A small graph with every label, every relationship type, every kind of property and text that a careless writer breaks on. */

export const AWKWARD_TEXT = "It's \"quoted\"\\\n\ttwo lines 🙂 é ß 中文 `tick` // */ $x {id: 'a'}) DETACH DELETE n //"

export const NODES: GraphNode[] = [
  {
    id: 'arxiv:2401.00001',
    labels: ['Paper'],
    properties: {
      abstract: AWKWARD_TEXT,
      authors: ['Ada Lovelace', 'Kurt Gödel'],
      published: '2024-01-05',
      sources: ['first.jsonl'],
      title: 'Sorting graphs with patience',
      year: 2024,
    },
  },
  { id: 'doi:10.1/2', labels: ['Paper'], properties: { abstract: '', authors: [], title: AWKWARD_TEXT } },
  {
    id: 'grass',
    labels: ['Concept', 'Method', 'Model'],
    properties: { aliases: ['Graph Sorting', 'GraSS'], name: 'GraSS', papers: 2, type: 'method' },
  },
  {
    id: 'sortbench',
    labels: ['Concept', 'Benchmark'],
    properties: { aliases: ['SortBench'], name: 'SortBench', papers: 1, type: 'benchmark' },
  },
  {
    id: 'sorting',
    labels: ['Concept', 'Topic'],
    properties: { aliases: ['sorting'], name: 'sorting', papers: 1, type: 'topic' },
  },
  {
    id: 'github.com/ada/grass',
    labels: ['Repo'],
    properties: { host: 'github.com', kind: 'code', name: 'grass', owner: 'ada', url: 'https://github.com/ada/grass' },
  },
]

const evidence = {
  confidence: 1,
  ends: [5, 17],
  extractor: '1',
  fields: ['title', 'abstract'],
  rule: 'shape',
  sentence: AWKWARD_TEXT,
  starts: [0, 12],
  surfaces: ['GraSS', 'GraSS'],
}

export const RELATIONSHIPS: GraphRelationship[] = [
  { type: 'ABOUT', from: 'arxiv:2401.00001', to: 'sorting', key: 'topic', properties: { as: 'topic', ...evidence } },
  {
    type: 'INTRODUCES',
    from: 'arxiv:2401.00001',
    to: 'grass',
    key: 'method',
    properties: { as: 'method', ...evidence },
  },
  {
    type: 'INTRODUCES',
    from: 'arxiv:2401.00001',
    to: 'grass',
    key: 'model',
    properties: { as: 'model', ...evidence, confidence: 0.25 },
  },
  {
    type: 'LINKS_TO',
    from: 'arxiv:2401.00001',
    to: 'github.com/ada/grass',
    key: '',
    properties: { ...evidence, own: true },
  },
  {
    type: 'SCORES',
    from: 'arxiv:2401.00001',
    to: 'sortbench',
    key: 'abstract:10:12',
    properties: {
      ...evidence,
      key: 'abstract:10:12',
      kind: 'result',
      metric: 'accuracy',
      system: 'GraSS',
      text: '83',
      unit: '%',
      value: 83,
    },
  },
  {
    type: 'SCORES',
    from: 'arxiv:2401.00001',
    to: 'sortbench',
    key: 'abstract:20:24',
    properties: {
      ...evidence,
      key: 'abstract:20:24',
      kind: 'result',
      metric: 'accuracy',
      system: 'GraSS',
      text: '85.5',
      unit: '%',
      value: 85.5,
    },
  },
  { type: 'USES', from: 'doi:10.1/2', to: 'grass', key: 'method', properties: { as: 'method', ...evidence } },
  {
    type: 'VARIANT_OF',
    from: 'grass',
    to: 'sorting',
    key: '',
    properties: { confidence: 0.5, paper: 'arxiv:2401.00001', rule: 'prefix' },
  },
]

/** The whole of it as one write. */
export const GRAPH: GraphChanges = {
  nodes: NODES,
  relationships: RELATIONSHIPS,
  removedRelationships: [],
  removedNodes: [],
}

/** A write of only what is given. */
export function changes(some: Partial<GraphChanges>): GraphChanges {
  return { nodes: [], relationships: [], removedRelationships: [], removedNodes: [], ...some }
}

/** Everything that a store holds, in the order of its scan. */
export async function scanned(store: GraphStore): Promise<{ nodes: GraphNode[]; relationships: GraphRelationship[] }> {
  const nodes: GraphNode[] = []
  const relationships: GraphRelationship[] = []
  for await (const page of store.scan()) {
    if (page.kind === 'nodes') nodes.push(...page.nodes)
    else relationships.push(...page.relationships)
  }
  return { nodes, relationships }
}
