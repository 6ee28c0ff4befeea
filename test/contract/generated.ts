import type { GraphNode, GraphRelationship, NodeLabel, Properties, RelationshipType } from '../../queries/model.ts'
import type { GraphChanges } from '../../queries/store/store.ts'
import { RELATIONSHIP_ENDS } from '../../queries/write/ends.ts'
import { type Random, seeded } from './seeded.ts'

const TYPES = [
  ['method', 'Method', 4],
  ['model', 'Model', 3],
  ['benchmark', 'Benchmark', 3],
  ['topic', 'Topic', 1],
] as const
/** Ends of names: outside of ASCII, outside of the Basic Multilingual Plane, composed, right to left, with signs of Cypher. */
const TAILS = ['', '', '', '', '-XL', ' 中文', 'é', '🙂', ' שלום', "'s `x`", '++', ' 2.0'] as const
const SYLLABLES = ['ba', 'ko', 'li', 'mu', 'ne', 'ro', 'sa', 'ti', 'vo', 'xe', 'zu', 'ge', 'pha', 'dri'] as const
const SCORE_KINDS = ['absolute', 'absolute', 'gain', 'baseline', 'drop'] as const

interface Concept {
  id: string
  name: string
  type: (typeof TYPES)[number][0]
  labels: NodeLabel[]
  papers: Set<string>
}

/**
 * A graph as large as is asked for and the same for the same seed: about ten relationships a paper; a few concepts that a
 * tenth of all papers name and a long tail that two or three do; papers and concepts that tie in everything but the id;
 * names outside of ASCII; papers without year, venue, authors or any concept; variants, acronyms and near-equal names.
 */
export function generatedGraph(papers: number, seed = 1): GraphChanges {
  const random = seeded(seed)
  const concepts = makeConcepts(Math.max(40, Math.floor(papers / 2)), random)
  const relationships: GraphRelationship[] = []
  const nodes: GraphNode[] = []
  const repos = new Set<string>()
  for (let at = 0; at < papers; at++) {
    // Each eleventh paper is the twin of the one before it: they differ in nothing but the id.
    const isTwin = at % 11 === 10
    const seedOfPaper = seed * 1_000_003 + (isTwin ? at - 1 : at)
    const paper = paperNode(at, isTwin ? at - 1 : at, seeded(seedOfPaper))
    nodes.push(paper)
    if (at % 97 === 96) continue
    const links = seeded(seedOfPaper + 7)
    for (const link of conceptLinks(paper.id, concepts, links)) relationships.push(link)
    if (links.below(8) === 0) {
      const repo = `github.com/lab-${links.below(50)}/code-${links.below(40)}`
      repos.add(repo)
      relationships.push(link(paper.id, 'LINKS_TO', repo, '', { own: links.below(3) > 0 }, 1))
    }
  }
  relationships.push(...variants(concepts, nodes, random))
  const degrees = new Map<string, number>()
  for (const { from, to } of relationships) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
  for (const concept of concepts)
    if (concept.papers.size > 0 || degrees.has(concept.id))
      nodes.push(conceptNode(concept, degrees.get(concept.id) ?? 0))
  for (const id of [...repos].sort()) nodes.push(repoNode(id))
  const known = new Set(nodes.map(({ id }) => id))
  return {
    nodes,
    relationships: relationships.filter(({ from, to }) => known.has(from) && known.has(to)),
    removedNodes: [],
    removedRelationships: [],
  }
}

function makeConcepts(count: number, random: Random): Concept[] {
  const weights = TYPES.flatMap(([type, label, weight]) => Array.from({ length: weight }, () => [type, label] as const))
  return Array.from({ length: count }, (_, at): Concept => {
    const [type, label] = random.of(weights)
    const word = Array.from({ length: 2 + random.below(3) }, () => random.of(SYLLABLES)).join('')
    const capital = `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
    const name = `${capital}${at % 3 === 0 ? ` ${at}` : `-${at}`}${random.of(TAILS)}`
    const second: NodeLabel[] = type === 'model' && random.below(4) === 0 ? ['Method'] : []
    return { id: name.toLowerCase(), name, type, labels: ['Concept', ...second, label], papers: new Set() }
  })
}

function paperNode(at: number, like: number, random: Random): GraphNode {
  const year = random.below(9) === 0 ? undefined : 2019 + random.below(7)
  const tail = random.of(TAILS)
  const properties: Properties = {
    title: `Paper ${like} on ${random.of(SYLLABLES)}${random.of(SYLLABLES)}${tail}`,
    abstract: random.below(20) === 0 ? '' : `The abstract of paper ${like}.${tail}`,
    authors: random.below(6) === 0 ? [] : [`Author ${random.below(500)}`, `Ågot ${random.below(90)}`],
    sources: [idOf(at), 'generated.jsonl'],
    version: random.below(5) === 0 ? '' : 'v1',
    ingest: 1 + Math.floor(at / 150),
    ...(year === undefined ? {} : { year, published: `${year}-0${1 + random.below(9)}-11` }),
    ...(random.below(3) === 0 ? {} : { venue: `Venue ${random.below(12)}` }),
  }
  return { id: idOf(at), labels: ['Paper'], properties }
}

const idOf = (at: number): string => (at % 5 === 4 ? `doi:10.1000/${at}` : `arxiv:2401.${String(at).padStart(6, '0')}`)

/** Small numbers are much more likely: concept 0 is a hub, the last ones are rare. */
const skewed = (count: number, random: Random): number => Math.floor(count ** random.unit()) - 1

function* conceptLinks(paper: string, concepts: Concept[], random: Random): Generator<GraphRelationship> {
  const chosen = new Set<Concept>()
  for (let left = 5 + random.below(7); left > 0; left--) {
    // Half of them are hubs and what comes after them, half are spread over all.
    const at = random.below(2) === 0 ? skewed(concepts.length, random) : random.below(concepts.length)
    const concept = concepts[at]
    if (concept !== undefined) chosen.add(concept)
  }
  let place = 10
  for (const concept of chosen) {
    concept.papers.add(paper)
    place += 12
    const confidence = (40 + random.below(61)) / 100
    if (concept.type === 'topic') {
      yield link(paper, 'ABOUT', concept.id, 'topic', { as: 'topic' }, confidence, place)
      continue
    }
    const type = random.below(9) === 0 ? 'INTRODUCES' : 'USES'
    yield link(paper, type, concept.id, concept.type, { as: concept.type }, confidence, place)
    if (random.below(12) === 0) {
      const other = concept.type === 'model' ? 'method' : 'model'
      yield link(paper, 'USES', concept.id, other, { as: other }, 0.5, place)
    }
    if (concept.type === 'benchmark' && random.below(3) > 0) {
      const value = random.below(2) === 0 ? random.below(100) : random.below(1000) / 10
      const key = `abstract:${place}:${place + 4}`
      const kind = random.of(SCORE_KINDS)
      const said = { value, text: String(value), unit: kind === 'gain' ? 'points' : '%', kind }
      const score = { key, ...said, metric: random.of(['accuracy', 'F1', '']), system: random.of(['', concept.name]) }
      yield link(paper, 'SCORES', concept.id, key, score, confidence, place)
    }
  }
}

function link(
  from: string,
  type: RelationshipType,
  to: string,
  key: string,
  own: Properties,
  confidence: number,
  at = 0,
): GraphRelationship {
  const evidence: Properties = {
    surfaces: [to],
    fields: ['abstract'],
    starts: [at],
    ends: [at + to.length],
    sentence: `Here ${from} speaks of ${to}.`,
    rule: 'shape',
    confidence,
    extractor: '1',
  }
  return {
    type,
    from,
    to,
    key: RELATIONSHIP_ENDS[type].keyProperty === undefined ? '' : key,
    properties: { ...own, ...evidence },
  }
}

function* variants(concepts: Concept[], papers: GraphNode[], random: Random): Generator<GraphRelationship> {
  for (let at = 20; at < concepts.length; at += 9) {
    const [from, to] = [concepts[at], concepts[random.below(at)]]
    if (from === undefined || to === undefined || from.papers.size === 0 || to.papers.size === 0) continue
    const paper = papers[random.below(papers.length)]?.id ?? ''
    const properties = { rule: 'prefix', confidence: 0.8, paper, sentence: `${from.name} rests on ${to.name}.` }
    yield { type: 'VARIANT_OF', from: from.id, to: to.id, key: '', properties }
  }
}

function conceptNode({ id, name, type, labels, papers }: Concept, degree: number): GraphNode {
  const aliases = papers.size % 4 === 0 ? [] : [`${name} alias`, name.toUpperCase()].sort()
  const aliasEvidence = aliases.map((alias) =>
    alias.endsWith('alias') ? `paper ${[...papers][0]}: ${alias}` : 'spelling',
  )
  const { size } = papers
  return { id, labels, properties: { name, type, aliases, aliasEvidence, papers: size, degree } }
}

function repoNode(id: string): GraphNode {
  const [host = '', owner = '', name = ''] = id.split('/')
  return { id, labels: ['Repo'], properties: { url: `https://${id}`, host, owner, name, kind: 'code' } }
}
