import type { GraphNode, GraphRelationship, Properties, RelationshipType } from '../../queries/model.ts'

/** A made-up graph, small enough to be read here whole. */
export const TITLE = 'Otter-RL: rewarding small steps'
export const ABSTRACT = 'We present Otter-RL. Otter-RL is tested on RiverBench, where Otter-RL reaches 71.5%.'

export const NODES: GraphNode[] = [
  paper('arxiv:2501.00001', TITLE, ABSTRACT, {
    year: 2025,
    authors: ['Ada Reed', 'Bo Lind'],
    sources: ['arxiv:2501.00001', 'doi:10.1234/otter', 'papers.bib'],
    url: 'https://www.arxiv.org/abs/2501.00001/',
    venue: 'Journal of Streams',
  }),
  paper('arxiv:2502.00002', 'Beavers build on RiverBench', 'A study of RiverBench.', {
    year: 2024,
    authors: [],
    sources: [],
  }),
  paper('title:0123456789abcdef', 'A paper alone', 'It names nothing.', {
    authors: [],
    sources: [],
    // Hostile on purpose: must never become a link.
    url: 'javascript:alert(1)',
  }),
  concept('otter-rl', 'Otter-RL', 'method', ['OtterRL'], 1),
  concept('riverbench', 'RiverBench', 'benchmark', ['River Bench'], 2),
  concept('river', 'River', 'topic', [], 1),
  {
    id: 'github.com/reed/otter',
    labels: ['Repo'],
    properties: {
      url: 'https://github.com/reed/otter',
      host: 'github.com',
      owner: 'reed',
      name: 'otter',
      kind: 'code',
    },
  },
]

const otter = mentions('abstract', ABSTRACT, 'Otter-RL')
const river = mentions('abstract', ABSTRACT, 'RiverBench')
const sentence = ABSTRACT.slice(ABSTRACT.indexOf('Otter-RL is'))

export const RELATIONSHIPS: GraphRelationship[] = [
  link('INTRODUCES', 'arxiv:2501.00001', 'otter-rl', 'method', {
    ...otter,
    sentence,
    rule: 'acronym',
    confidence: 0.9,
  }),
  link('USES', 'arxiv:2501.00001', 'riverbench', 'benchmark', { ...river, sentence, rule: 'lexicon', confidence: 0.8 }),
  link('SCORES', 'arxiv:2501.00001', 'riverbench', 'abstract:78:83', {
    ...river,
    ...{
      sentence,
      rule: 'score',
      confidence: 0.7,
      value: 71.5,
      text: '71.5%',
      unit: '%',
      metric: '',
      system: 'Otter-RL',
    },
    kind: 'absolute',
  }),
  link('LINKS_TO', 'arxiv:2501.00001', 'github.com/reed/otter', '', { own: true, confidence: 1 }),
  link('USES', 'arxiv:2502.00002', 'riverbench', 'benchmark', {
    ...{ surfaces: ['RiverBench'], fields: ['title'], starts: [17], ends: [27] },
    ...{ sentence: 'Beavers build on RiverBench', rule: 'lexicon', confidence: 0.95 },
  }),
  link('ABOUT', 'arxiv:2502.00002', 'river', 'topic', { confidence: 0.4 }),
]

function paper(id: string, title: string, abstract: string, properties: Properties): GraphNode {
  return { id, labels: ['Paper'], properties: { title, abstract, ...properties } }
}

function concept(id: string, name: string, type: string, aliases: string[], papers: number): GraphNode {
  return { id, labels: ['Concept'], properties: { name, type, aliases, papers } }
}

function mentions(field: string, text: string, surface: string): Properties {
  const starts = [...text.matchAll(new RegExp(surface, 'g'))].map((match) => match.index)
  return {
    ...{ surfaces: starts.map(() => surface), fields: starts.map(() => field) },
    ...{ starts, ends: starts.map((start) => start + surface.length), extractor: 'test-1' },
  }
}

function link(
  type: RelationshipType,
  from: string,
  to: string,
  key: string,
  properties: Properties,
): GraphRelationship {
  return { type, from, to, key, properties }
}
