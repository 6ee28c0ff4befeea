import type { GraphNode, GraphRelationship, NodeLabel, Properties, RelationshipType } from '../../queries/model.ts'
import type { GraphChanges } from '../../queries/store/store.ts'
import { RELATIONSHIP_ENDS } from '../../queries/write/ends.ts'

/**
 * A small world of papers for the catalogue's queries: a hub (SortBench), ties (papers that differ in nothing but the id),
 * a concept with two type labels, names outside of ASCII, several scores, variants, repositories, a paper with nothing.
 */
const CONCEPTS: readonly [id: string, name: string, type: string, labels: NodeLabel[], aliases: string[]][] = [
  ['sortbench', 'SortBench', 'benchmark', ['Benchmark'], ['SortBench', 'Sorting Benchmark']],
  ['rarebench', 'RareBench', 'benchmark', ['Benchmark'], ['RareBench']],
  ['unibench', 'ÜniBench 中文', 'benchmark', ['Benchmark'], ['ÜniBench 中文']],
  ['grass', 'GraSS', 'method', ['Method', 'Model'], ['GraSS', 'Graph Sorting by Sampling']],
  ['grass-2', 'GraSS-2', 'model', ['Model'], ['GraSS-2']],
  ['seed grass', 'SEED-GraSS', 'method', ['Method'], ['SEED-GraSS']],
  ['quicksort', 'Quicksort', 'method', ['Method'], ['Quicksort', 'quick sort']],
  ['mergesort', 'Mergesort', 'method', ['Method'], ['Mergesort']],
  ['sorting', 'sorting', 'topic', ['Topic'], ['sorting']],
  ['lonely', 'Lonely', 'topic', ['Topic'], ['Lonely']],
  ['cobra snake', 'COBRA', 'method', ['Method'], ['COBRA', 'Careful Ordering By Random Access']],
  ['cobra bird', 'COBRA', 'benchmark', ['Benchmark'], ['COBRA']],
]
const PAPERS: readonly [id: string, title: string, year: number | undefined, authors: string[]][] = [
  ['arxiv:2401.00001', 'Sorting graphs with patience', 2024, ['Ada Lovelace', 'Kurt Gödel']],
  ['arxiv:2401.00002', 'A second look at sorting', 2024, ['Emmy Noether']],
  ['arxiv:2402.00003', 'GraSS-2: sorting at scale', 2025, ['Ada Lovelace']],
  ['arxiv:2402.00004', '用随机采样排序图', 2025, ['李雷', '韩梅梅']],
  ['arxiv:2402.00005', 'Twins of one mind', 2023, ['Tweedledum']],
  ['arxiv:2402.00006', 'Twins of one mind', 2023, ['Tweedledee']],
  ['doi:10.1/2', 'On rare things 🙂', undefined, []],
  ['title:00000000000000ff', 'A paper that names nothing', 2020, ['Nobody']],
]
const REPOS: readonly [id: string, kind: string][] = [
  ['github.com/ada/grass', 'code'],
  ['huggingface.co/ada/grass-2', 'model'],
]
/** from, type, to, `as`, confidence. */
const LINKS: readonly [from: string, type: RelationshipType, to: string, as: string, confidence: number][] = [
  ['arxiv:2401.00001', 'INTRODUCES', 'grass', 'method', 0.95],
  ['arxiv:2401.00001', 'USES', 'grass', 'model', 0.6],
  ['arxiv:2401.00001', 'USES', 'sortbench', 'benchmark', 0.9],
  ['arxiv:2401.00001', 'USES', 'rarebench', 'benchmark', 0.9],
  ['arxiv:2401.00001', 'USES', 'quicksort', 'method', 0.8],
  ['arxiv:2401.00001', 'USES', 'cobra snake', 'method', 0.5],
  ['arxiv:2401.00001', 'ABOUT', 'sorting', 'topic', 1],
  ['arxiv:2401.00002', 'USES', 'sortbench', 'benchmark', 0.9],
  ['arxiv:2401.00002', 'USES', 'grass', 'method', 0.7],
  ['arxiv:2401.00002', 'USES', 'quicksort', 'method', 0.8],
  ['arxiv:2401.00002', 'USES', 'cobra bird', 'benchmark', 0.5],
  ['arxiv:2401.00002', 'ABOUT', 'sorting', 'topic', 1],
  ['arxiv:2402.00003', 'INTRODUCES', 'grass-2', 'model', 0.95],
  ['arxiv:2402.00003', 'INTRODUCES', 'seed grass', 'method', 0.85],
  ['arxiv:2402.00003', 'USES', 'grass', 'method', 0.7],
  ['arxiv:2402.00003', 'USES', 'sortbench', 'benchmark', 0.9],
  ['arxiv:2402.00003', 'USES', 'rarebench', 'benchmark', 0.9],
  ['arxiv:2402.00004', 'INTRODUCES', 'unibench', 'benchmark', 1],
  ['arxiv:2402.00004', 'USES', 'sortbench', 'benchmark', 0.9],
  ['arxiv:2402.00005', 'USES', 'sortbench', 'benchmark', 0.9],
  ['arxiv:2402.00005', 'USES', 'mergesort', 'method', 0.8],
  ['arxiv:2402.00006', 'USES', 'sortbench', 'benchmark', 0.9],
  ['arxiv:2402.00006', 'USES', 'mergesort', 'method', 0.8],
  ['doi:10.1/2', 'USES', 'rarebench', 'benchmark', 0.9],
  ['doi:10.1/2', 'ABOUT', 'lonely', 'topic', 0.4],
  ['arxiv:2401.00001', 'LINKS_TO', 'github.com/ada/grass', 'own', 1],
  ['arxiv:2402.00003', 'LINKS_TO', 'github.com/ada/grass', '', 1],
  ['arxiv:2402.00003', 'LINKS_TO', 'huggingface.co/ada/grass-2', 'own', 1],
]
/** from, to, key, value, metric, kind, system. */
const SCORES: readonly [string, string, string, number, string, string, string][] = [
  ['arxiv:2401.00001', 'sortbench', 'abstract:100:104', 85.5, 'accuracy', 'absolute', 'GraSS'],
  ['arxiv:2401.00001', 'sortbench', 'abstract:120:122', 83, 'accuracy', 'baseline', 'Quicksort'],
  ['arxiv:2401.00001', 'rarebench', 'abstract:140:143', 2.5, '', 'gain', 'GraSS'],
  ['arxiv:2402.00003', 'sortbench', 'abstract:90:92', 91, 'accuracy', 'absolute', 'GraSS-2'],
  ['arxiv:2402.00005', 'sortbench', 'abstract:10:12', 83, 'accuracy', 'absolute', 'Mergesort'],
  ['arxiv:2402.00006', 'sortbench', 'abstract:10:12', 83, 'accuracy', 'absolute', 'Mergesort'],
]
const VARIANTS: readonly [string, string, number][] = [
  ['grass-2', 'grass', 1],
  ['seed grass', 'grass', 0.8],
]
const evidence = (from: string, to: string, at: number, confidence: number): Properties => ({
  surfaces: [to, to.toUpperCase()],
  fields: ['title', 'abstract'],
  starts: [0, at],
  ends: [to.length, at + to.length],
  sentence: `${from} says "${to}" – Größe 中文 🙂.`,
  rule: 'shape',
  confidence,
  extractor: '1',
})
const RELATIONSHIPS: GraphRelationship[] = [
  ...LINKS.map(([from, type, to, as, confidence], index): GraphRelationship => {
    const { keyProperty } = RELATIONSHIP_ENDS[type]
    const proper: Properties = keyProperty === 'as' ? { as } : type === 'LINKS_TO' ? { own: as === 'own' } : {}
    return {
      type,
      from,
      to,
      key: keyProperty === 'as' ? as : '',
      properties: { ...proper, ...evidence(from, to, 10 + index, confidence) },
    }
  }),
  ...SCORES.map(([from, to, key, value, metric, kind, system], index): GraphRelationship => {
    const score = { key, value, text: String(value), unit: kind === 'gain' ? 'points' : '%', metric, system, kind }
    return { type: 'SCORES', from, to, key, properties: { ...score, ...evidence(from, to, 50 + index, 0.75) } }
  }),
  ...VARIANTS.map(
    ([from, to, confidence]): GraphRelationship => ({
      type: 'VARIANT_OF',
      from,
      to,
      key: '',
      properties: { rule: 'prefix', confidence, paper: 'arxiv:2402.00003', sentence: `${from} builds on ${to}.` },
    }),
  ),
]
const degreeOf = (id: string): number => RELATIONSHIPS.filter((one) => one.from === id || one.to === id).length
const papersOf = (id: string): number => {
  const naming = RELATIONSHIPS.filter((one) => one.to === id && one.type !== 'VARIANT_OF')
  return new Set(naming.map((one) => one.from)).size
}
const NODES: GraphNode[] = [
  ...PAPERS.map(
    ([id, title, year, authors]): GraphNode => ({
      id,
      labels: ['Paper'],
      properties: {
        title,
        abstract: `${title}. It's a "text" in which \\ and \`ticks\` stand.`,
        authors,
        sources: [id],
        version: 'v1',
        ...(year === undefined ? {} : { year, published: `${year}-01-05`, venue: 'Proceedings of Order' }),
      },
    }),
  ),
  ...CONCEPTS.map(
    ([id, name, type, labels, aliases]): GraphNode => ({
      id,
      labels: ['Concept', ...labels],
      properties: { name, type, aliases, papers: papersOf(id), degree: degreeOf(id) },
    }),
  ),
  ...REPOS.map(([id, kind]): GraphNode => {
    const [host = '', owner = '', name = ''] = id.split('/')
    return { id, labels: ['Repo'], properties: { url: `https://${id}`, host, owner, name, kind } }
  }),
]
/** The whole of it as one write. */
export const WORLD: GraphChanges = {
  nodes: NODES,
  relationships: RELATIONSHIPS,
  removedRelationships: [],
  removedNodes: [],
}
