/**
 * The shapes of the HTTP API as schemas: /api/openapi.json is made from them, and the types of server and view. Every answer
 * names the graph version that it is from. The view imports types alone from here, so that it carries no zod.
 */

import { z } from 'zod'
import { RELATIONSHIP_TYPES, type RelationshipType } from '../queries/model.ts'
import type { NodeType, SearchHit } from '../queries/reader.ts'
import type { Value } from '../queries/store/store.ts'

export type { NodeType, RelationshipType, SearchHit, Value }

/** A schema with a name of its own in the OpenAPI document. */
const named = <T extends z.ZodType>(id: string, description: string, schema: T): T => schema.meta({ id, description })

export const nodeType = named(
  'NodeType',
  'What a node is.',
  z.enum(['paper', 'method', 'model', 'benchmark', 'topic', 'repo'], 'must be a type of node'),
)
export const relationshipType = named(
  'RelationshipType',
  'What a relationship says.',
  z.enum(RELATIONSHIP_TYPES, 'must be a type of relationship'),
)
const direction = z.enum(['out', 'in']).describe('out where it begins at the node, in where it ends there')
const field = z.enum(['title', 'abstract'])
const whole = z.int().min(0)
const offsets = z.array(whole)
const confidence = z.number().min(0).max(1).describe('From 0 to 1')
const version = z.string().describe('The version of the graph that the answer is from')
const next = z
  .string()
  .optional()
  .describe('The `cursor` of the next page; absent on the last one. On another version of the graph it gives 410')
const updating = z
  .boolean()
  .describe('On Neo4j while an ingest writes: the answer may mix papers of two versions, never half a paper')

/** What a query can give, as JSON. */
export const value: z.ZodType<Value> = named(
  'Value',
  'Any JSON value. A node is {kind, id, labels, properties}, a relationship {kind, type, from, to, key, properties}.',
  z.lazy(() =>
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(value), z.record(z.string(), value)]),
  ) as z.ZodType<Value>,
)

export const apiNode = named(
  'GraphNode',
  'A node of the graph.',
  z.object({
    id: z.string(),
    type: nodeType,
    label: z.string().describe('Title, name or owner/name'),
    degree: whole.describe('Relationships of the node in the whole graph'),
    papers: whole.optional().describe('Papers that name a concept or repository'),
    year: z.int().optional().describe('A paper’s year'),
    venue: z.string().optional().describe('Where a paper was published, where that is known'),
    hasCode: z.literal(true).optional().describe('Whether a paper links to code of its authors; absent where not'),
    x: z.number().optional().describe('Where a layout is known, from 0 to 1'),
    y: z.number().optional(),
    community: whole.optional().describe('Which community of the map it belongs to'),
    pagerank: z.number().min(0).optional().describe('Its PageRank on the map, as a share of the greatest: from 0 to 1'),
  }),
)
export type ApiNode = z.infer<typeof apiNode>

export const apiEdge = named(
  'GraphEdge',
  'A relationship of the graph.',
  z.object({
    id: z.string().describe('Unique: from, type, to and key joined'),
    from: z.string(),
    to: z.string(),
    type: relationshipType,
    key: z
      .string()
      .describe('Tells parallel relationships apart: what it is used as, or where a score stands; else empty'),
    confidence,
    own: z.boolean().optional().describe('LINKS_TO only: the authors’ own release'),
  }),
)
export type ApiEdge = z.infer<typeof apiEdge>

export const statusAnswer = named(
  'GraphStatus',
  'Which graph is open and what it holds.',
  z.object({
    papergraph: z.string().describe('The program’s version'),
    graph: z.enum(['sample', 'own']).describe('Which graph is open'),
    name: z
      .string()
      .describe(
        'What to call it: "the bundled sample", the data folder’s name, the database’s address without credentials',
      ),
    store: z.enum(['embedded', 'neo4j']),
    engine: z.string(),
    version,
    extractor: z.string().describe('The version of what reads the papers'),
    updating,
    nodes: z.record(z.string(), whole).describe('How many nodes have each label'),
    relationships: z
      .record(z.enum(RELATIONSHIP_TYPES), whole)
      .describe('How many relationships of each type there are'),
    memoryLimit: z.string().describe('What holds typed queries in memory, in words'),
  }),
)
export type StatusAnswer = z.infer<typeof statusAnswer>

export const apiCommunity = named(
  'Community',
  'Nodes of the map that hang together more than with the rest (Louvain).',
  z.object({
    community: whole.describe('Its number; nodes name it'),
    nodes: whole.describe('How many nodes of the map belong to it'),
    papers: whole.describe('How many of them are papers'),
    importance: z.number().min(0).max(1).describe('Its share of the PageRank of the map'),
    concepts: z
      .array(z.object({ id: z.string(), label: z.string(), type: nodeType }))
      .describe(
        'Up to three concepts to call it by, the strongest first: inside × log2(1 + lift), where inside is how many of a concept’s ties lie within the community, and lift how much greater their share of all its ties is than the community’s share of all ties. Empty where it has none',
      ),
  }),
)
export type ApiCommunity = z.infer<typeof apiCommunity>

const mapLayout = z
  .enum(['quick', 'settled'])
  .describe('quick while the places of a big map are still being worked out: they are good, and better ones will come')

export const mapAnswer = named(
  'GraphMap',
  'The most connected part of the graph (all of it when it is small), laid out.',
  z.object({
    version,
    updating,
    layout: mapLayout,
    nodes: z.array(apiNode),
    edges: z.array(apiEdge),
    communities: z.array(apiCommunity).describe('The most important first, at most 100'),
    totals: z.object({ nodes: whole, relationships: whole }).describe('What the whole graph holds'),
  }),
)
export type MapAnswer = z.infer<typeof mapAnswer>

const perhaps = z.array(z.int()).describe('-1 for none')
const indices = z.array(whole)
export const mapColumnsAnswer = named(
  'GraphMapColumns',
  'The same as GraphMap, as columns, a third of the size.',
  z.object({
    version,
    updating,
    layout: mapLayout,
    communities: mapAnswer.shape.communities,
    totals: mapAnswer.shape.totals,
    types: z.array(nodeType).describe('What the column `type` of nodes counts in'),
    relationships: z.array(relationshipType).describe('What the column `type` of edges counts in'),
    venues: z.array(z.string()).describe('What the column `venue` counts in'),
    keys: z.array(z.string()).describe('What the column `key` counts in'),
    nodes: z.object({
      id: z.array(z.string()),
      type: indices,
      label: z.array(z.string()),
      degree: indices,
      papers: perhaps,
      year: perhaps,
      venue: perhaps,
      hasCode: indices.describe('1 for yes'),
      x: z.array(z.number()),
      y: z.array(z.number()),
      community: perhaps,
      pagerank: z.array(z.number()),
    }),
    edges: z.object({
      from: indices.describe('Places in the columns of nodes'),
      to: indices,
      type: indices,
      key: indices,
      confidence: z.array(confidence),
      own: indices.describe('1 for yes'),
    }),
  }),
)
export type MapColumnsAnswer = z.infer<typeof mapColumnsAnswer>

export const mapPlacesAnswer = named(
  'MapPlaces',
  'Where the nodes of a map lie, in their order there.',
  z.object({
    version,
    updating,
    layout: mapLayout,
    x: z.array(z.number()).describe('Empty while the places are still being worked out'),
    y: z.array(z.number()),
  }),
)
export type MapPlacesAnswer = z.infer<typeof mapPlacesAnswer>

export const searchHit = named(
  'SearchHit',
  'A node that a search found.',
  z.object({
    id: z.string(),
    type: nodeType,
    name: z.string(),
    papers: whole.optional().describe('Papers that name it; absent for a paper'),
    year: z.int().optional(),
    detail: z.string().optional().describe('First authors, or the alias that matched'),
    score: z.number(),
  }),
) satisfies z.ZodType<SearchHit>

export const searchAnswer = named('SearchHits', 'The best first.', z.object({ version, hits: z.array(searchHit) }))
export type SearchAnswer = z.infer<typeof searchAnswer>

export const evidence = named(
  'Evidence',
  'The words that a relationship rests on: all places as parallel lists, and the best one’s sentence.',
  z.object({
    surfaces: z.array(z.string()).describe('The words as they stand in the text'),
    fields: z.array(field),
    starts: offsets.describe('UTF-16 offsets into the field'),
    ends: offsets,
    sentence: z.string(),
    marks: z.array(z.tuple([whole, whole])).describe('Where each marked surface stands in the sentence: [start, end)'),
    rule: z.string().describe('What found it'),
    confidence,
    extractor: z.string(),
  }),
)
export type Evidence = z.infer<typeof evidence>

export const nodeLink = named(
  'NodeLink',
  'One relationship of a node, seen from the node.',
  z.object({ edge: apiEdge, other: apiNode.describe('The node at the other end'), evidence: evidence.optional() }),
)
export type NodeLink = z.infer<typeof nodeLink>

const mention = z.object({ field, start: whole, end: whole, target: z.string(), type: nodeType })
const score = z.object({
  paper: z.object({ id: z.string(), label: z.string(), year: z.int().optional() }),
  benchmark: z.object({ id: z.string(), label: z.string() }),
  value: z.number(),
  text: z.string().describe('As it is written'),
  unit: z.string(),
  metric: z.string(),
  system: z.string(),
  kind: z.string(),
  sentence: z.string(),
})
const linkGroup = z.object({ relationship: relationshipType, direction, total: whole, links: z.array(nodeLink) })

export const nodeAnswer = named(
  'NodeDetails',
  'What a node is, who says so, and its first links.',
  z.object({
    version,
    node: apiNode,
    aliases: z.array(z.string()),
    title: z.string().optional(),
    abstract: z.string().optional(),
    authors: z.array(z.string()).optional(),
    venue: z.string().optional(),
    published: z.string().optional(),
    sources: z.array(z.string()).optional(),
    links: z.array(z.object({ label: z.string(), url: z.string() })).describe('The paper’s page, the repository'),
    mentions: z
      .array(mention)
      .optional()
      .describe('Mentions in a paper’s text, to be marked; offsets are UTF-16 into title or abstract'),
    groups: z
      .array(linkGroup)
      .describe('By relationship and direction, best first, the first ones of each; total counts all of them'),
    scores: z.array(score).describe('Scores of a paper, or on a benchmark'),
  }),
)
export type NodeAnswer = z.infer<typeof nodeAnswer>

export const neighboursAnswer = named(
  'Neighbours',
  'Nodes one step away, and the edges among them and to the node.',
  z.object({
    version,
    id: z.string(),
    nodes: z.array(apiNode),
    edges: z.array(apiEdge).describe('Between the node and these neighbours, and among these neighbours'),
    total: whole.describe('How many neighbours there are'),
    next,
  }),
)
export type NeighboursAnswer = z.infer<typeof neighboursAnswer>

export const ingestsAnswer = named(
  'Ingests',
  'The ingests that papers of the graph came with, the last one first.',
  z.object({
    version,
    ingests: z.array(
      z.object({
        ingest: z.int().min(1).describe('Its number'),
        papers: whole.describe('How many papers it first brought, of those that are still there'),
        firstYear: z.int().optional().describe('The year of the oldest of them'),
        lastYear: z.int().optional(),
      }),
    ),
    next,
  }),
)
export type IngestsAnswer = z.infer<typeof ingestsAnswer>

export const edgeAnswer = named(
  'EdgeDetails',
  'One relationship, its ends, and the words that it rests on.',
  z.object({
    version,
    edge: apiEdge,
    from: apiNode,
    to: apiNode,
    evidence: evidence.optional(),
    properties: z.record(z.string(), value),
  }),
)
export type EdgeAnswer = z.infer<typeof edgeAnswer>

export const edgesAnswer = named(
  'Edges',
  'What runs among some nodes.',
  z.object({ version, updating, edges: z.array(apiEdge) }),
)
export type EdgesAnswer = z.infer<typeof edgesAnswer>

export const parameterInfo = named(
  'QuestionParameter',
  'A parameter of a question of the catalogue.',
  z.object({
    name: z.string(),
    type: z.enum(['string', 'integer', 'float', 'boolean', 'strings']),
    description: z.string(),
    idOf: z
      .enum(['paper', 'concept', 'node'])
      .optional()
      .describe('A node of this kind: its id, or a name that is looked up. With the type strings: a list of them'),
    default: z
      .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
      .optional()
      .describe('Absent: the parameter must be given'),
    oneOf: z.array(z.string()).optional().describe('The only values there are'),
    from: z.number().optional().describe('The least that a number may be'),
    to: z.number().optional().describe('The most that a number may be'),
  }),
)
export type ParameterInfo = z.infer<typeof parameterInfo>

const question = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  parameters: z.array(parameterInfo),
  shape: z
    .enum(['table', 'graph', 'both'])
    .describe(
      'graph: rows are nodes (id) or relationships (from, to). both: rows to read that name such things as well',
    ),
  text: z.string().describe('The Cypher'),
})
export const queriesAnswer = named('Questions', 'The catalogue.', z.object({ queries: z.array(question) }))
export type QueriesAnswer = z.infer<typeof queriesAnswer>

export const tableAnswer = named(
  'Table',
  'Rows of values, one value a column.',
  z.object({
    version,
    updating,
    columns: z.array(z.string()),
    rows: z.array(z.array(value)),
    truncated: z.boolean().describe('Whether a limit cut the rows off'),
    tookMs: z.number().min(0).describe('Time in the engine, milliseconds'),
    next: next.describe(
      'Of a question with limit and offset: the `cursor` of the next page, which may be empty. On another version of the graph it gives 410',
    ),
    notices: z
      .array(z.string())
      .optional()
      .describe('Of typed Cypher: sentences about names in it that the graph does not have'),
  }),
)
export type TableAnswer = z.infer<typeof tableAnswer>

export const problem = named(
  'Problem',
  'What went wrong (RFC 9457).',
  z.object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe('One sentence for people'),
    code: z.string().describe('A stable code for programs'),
    line: z.int().min(1).optional().describe('Of typed Cypher: where in the text, from 1'),
    column: z.int().min(1).optional(),
    choices: z.array(apiNode).optional().describe('For an unknown id: nodes that it may mean'),
  }),
)
export type Problem = z.infer<typeof problem>
