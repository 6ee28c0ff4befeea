import type { GraphNode, GraphRelationship, NodeLabel, Properties, RelationshipType } from '../../queries/model.ts'

/** A graph that is small enough to check by hand and has what trips a query up: a hub, ties, Unicode, absent properties. */

const evidence = (sentence: string, confidence = 0.9) => ({
  surfaces: [sentence.slice(0, 3)],
  fields: ['abstract'],
  starts: [0],
  ends: [3],
  sentence,
  rule: 'shape',
  confidence,
  extractor: 'test',
})

const paper = (id: string, title: string, year?: number): GraphNode => ({
  id,
  labels: ['Paper'],
  properties: {
    title,
    abstract: `Of “${title}”.`,
    authors: ['Ada Example'],
    sources: [id, 'test'],
    ...(year ? { year } : {}),
  },
})
const concept = (
  id: string,
  name: string,
  type: 'method' | 'model' | 'benchmark' | 'topic',
  also: NodeLabel[] = [],
) => {
  const label = { method: 'Method', model: 'Model', benchmark: 'Benchmark', topic: 'Topic' } as const
  return {
    id,
    labels: ['Concept', label[type], ...also] as NodeLabel[],
    properties: { name, type, aliases: [name, `${name}s`] },
  }
}
const repo = (id: string, kind: string): GraphNode => ({
  id,
  labels: ['Repo'],
  properties: { url: `https://${id}`, host: id.split('/')[0] ?? '', name: id, kind },
})

const bare: GraphNode[] = [
  paper('arxiv:0001.00001', 'Attention for Zürich — 注意力', 2017),
  paper('arxiv:0001.00002', 'Pre-training “deep” {MATCH (n)}', 2018),
  paper('arxiv:0001.00003', 'Residuals', 2015),
  paper('doi:10.1/x', 'Undated'),
  paper('title:00ff', 'Alone', 2020),
  concept('imagenet', 'ImageNet', 'benchmark'),
  concept('glue', 'GLUE', 'benchmark'),
  concept('squad', 'SQuAD', 'benchmark'),
  concept('squad 1.1', 'SQuAD 1.1', 'benchmark'),
  concept('transformer', 'Transformer', 'method', ['Model']),
  concept('adam', 'Adam', 'method'),
  concept('bert', 'BERT', 'model'),
  concept('語言模型', '語言模型', 'topic'),
  repo('github.com/ada/attention', 'code'),
]

const edge = (
  type: RelationshipType,
  from: string,
  to: string,
  key: string,
  properties: GraphRelationship['properties'],
) => ({
  type,
  from,
  to,
  key,
  properties,
})
const names = (
  type: 'USES' | 'INTRODUCES' | 'ABOUT',
  from: string,
  to: string,
  as: string,
  sentence = `${to} in ${from}.`,
) => edge(type, from, to, as, { as, ...evidence(sentence) })
const scored = (from: string, to: string, start: number, value: number, metric: string) =>
  edge('SCORES', from, to, `abstract:${start}:${start + 4}`, {
    key: `abstract:${start}:${start + 4}`,
    value,
    text: String(value),
    unit: '%',
    metric,
    system: 'this paper',
    kind: 'absolute',
    ...evidence(`It reaches ${value} on ${to}.`, 1),
  })

export const RELATIONSHIPS: GraphRelationship[] = [
  names('INTRODUCES', 'arxiv:0001.00001', 'transformer', 'method'),
  names('USES', 'arxiv:0001.00001', 'adam', 'method'),
  names('USES', 'arxiv:0001.00001', 'imagenet', 'benchmark'),
  names('ABOUT', 'arxiv:0001.00001', '語言模型', 'topic'),
  edge('LINKS_TO', 'arxiv:0001.00001', 'github.com/ada/attention', '', {
    own: true,
    ...evidence('Code: github.com/ada/attention'),
  }),
  names('INTRODUCES', 'arxiv:0001.00002', 'bert', 'model'),
  names('USES', 'arxiv:0001.00002', 'transformer', 'method'),
  names('USES', 'arxiv:0001.00002', 'transformer', 'model'),
  names('USES', 'arxiv:0001.00002', 'adam', 'method'),
  names('USES', 'arxiv:0001.00002', 'glue', 'benchmark'),
  names('USES', 'arxiv:0001.00002', 'squad 1.1', 'benchmark'),
  scored('arxiv:0001.00002', 'glue', 10, 80.5, 'GLUE score'),
  scored('arxiv:0001.00002', 'squad 1.1', 30, 93, 'F1'),
  names('ABOUT', 'arxiv:0001.00002', '語言模型', 'topic'),
  names('USES', 'arxiv:0001.00003', 'imagenet', 'benchmark'),
  names('USES', 'arxiv:0001.00003', 'adam', 'method'),
  scored('arxiv:0001.00003', 'imagenet', 5, 75, 'accuracy'),
  scored('arxiv:0001.00003', 'imagenet', 50, 75, 'accuracy'),
  names('USES', 'doi:10.1/x', 'imagenet', 'benchmark'),
  names('USES', 'doi:10.1/x', 'glue', 'benchmark'),
  names('INTRODUCES', 'doi:10.1/x', 'squad', 'benchmark'),
  names('USES', 'doi:10.1/x', 'bert', 'model'),
  edge('VARIANT_OF', 'squad 1.1', 'squad', '', { rule: 'version', confidence: 0.9, paper: 'arxiv:0001.00002' }),
]

const degree = (id: string): number => RELATIONSHIPS.filter(({ from, to }) => from === id || to === id).length
const papers = (id: string): number =>
  new Set(RELATIONSHIPS.filter(({ to, type }) => to === id && type !== 'VARIANT_OF').map(({ from }) => from)).size

export const NODES: GraphNode[] = bare.map((node) => ({
  ...node,
  properties: {
    ...node.properties,
    degree: degree(node.id),
    ...(node.labels.includes('Paper') ? {} : { papers: papers(node.id) }),
  },
}))
