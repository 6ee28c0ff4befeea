import type { ApiEdge, ApiNode, NodeType } from '../../api.ts'
import { startWords, type Wording } from '../words/start.ts'

/** A question of the catalogue with its parameters, worded for one graph. */
export interface StartQuestion {
  name: string
  parameters: (readonly [name: string, value: string])[]
  wording: Wording
  /** The node that it is about, between the two parts of the wording. */
  about?: { label: string; type: NodeType }
}

interface Drawn {
  nodes: readonly ApiNode[]
  edges: readonly ApiEdge[]
}

/** Longer names would fill the card. */
const LONGEST = 46

/**
 * Questions about what is on the map, each of which has an answer: what is asked for is there to be seen. The nodes that
 * most papers name come first; those with short names before others.
 */
export function startQuestions({ nodes, edges }: Drawn): StartQuestion[] {
  const facts = new Facts(nodes, edges)
  const benchmark = facts.scored()
  const paper = facts.paperThatShares()
  const topic = facts.most('topic', 3)
  const method = facts.most('method', 4) ?? facts.most('model', 4)
  return [
    paper && about(paper, startWords.sharesBenchmarks, 'shared-benchmarks', 'paper'),
    facts.hasRising() && { name: 'rising', parameters: [], wording: startWords.rising },
    benchmark &&
      about(
        benchmark.node,
        benchmark.hasScores ? startWords.statesScores : startWords.namesBenchmark,
        'benchmark-table',
        'benchmark',
      ),
    topic && about(topic, startWords.readingList, 'reading-list', 'concept'),
    facts.hasRelease() && { name: 'papers-with-code', parameters: [], wording: startWords.withCode },
    !topic && method && about(method, startWords.readingList, 'reading-list', 'concept'),
  ].filter((each): each is StartQuestion => typeof each === 'object')
}

function about(node: ApiNode, wording: Wording, name: string, parameter: string): StartQuestion {
  return { name, parameters: [[parameter, node.id]], wording, about: { label: shortName(node), type: node.type } }
}

/** A paper goes by what stands before the colon of its title, where that is a name. */
export function shortName({ type, label }: Pick<ApiNode, 'type' | 'label'>): string {
  const [name = '', rest] = type === 'paper' ? label.split(/:\s/, 2) : [label]
  return rest !== undefined && name.length <= LONGEST ? name : label
}

class Facts {
  private readonly nodes: readonly ApiNode[]
  private readonly edges: readonly ApiEdge[]
  private readonly byId: ReadonlyMap<string, ApiNode>

  constructor(nodes: readonly ApiNode[], edges: readonly ApiEdge[]) {
    this.nodes = nodes
    this.edges = edges
    this.byId = new Map(nodes.map((node) => [node.id, node]))
  }

  /** The concept of a type that most papers name, if at least so many do. */
  most(type: NodeType, least: number): ApiNode | undefined {
    return best(
      this.nodes.filter((node) => node.type === type && (node.papers ?? 0) >= least),
      (node) => node.papers ?? 0,
    )
  }

  /** The benchmark with most stated scores; where none are stated, the one that most papers name. */
  scored(): { node: ApiNode; hasScores: boolean } | undefined {
    const scores = this.countBy(({ type, to }) => (type === 'SCORES' ? to : undefined))
    const named = this.nodes.filter(({ type }) => type === 'benchmark')
    const node = best(named, ({ id, papers = 0 }) => (scores.get(id) ?? 0) * 1000 + papers)
    return node && { node, hasScores: scores.has(node.id) }
  }

  /** The paper whose benchmarks most other papers name. */
  paperThatShares(): ApiNode | undefined {
    const others = new Map<string, number>()
    for (const { from, to, type } of this.edges) {
      const concept = this.byId.get(to)
      if (concept?.type !== 'benchmark' || type === 'ABOUT' || (concept.papers ?? 0) < 2) continue
      others.set(from, (others.get(from) ?? 0) + Math.log(concept.papers ?? 1))
    }
    return best(
      this.nodes.filter(({ type, id }) => type === 'paper' && others.has(id)),
      ({ id }) => others.get(id) ?? 0,
    )
  }

  hasRelease(): boolean {
    return this.edges.some(({ type, own }) => type === 'LINKS_TO' && own === true)
  }

  /** Whether a concept is named by two papers of the newer half, and by a greater share of it than of the years before. */
  hasRising(): boolean {
    const years = this.nodes.flatMap(({ type, year }) => (type === 'paper' && year !== undefined ? [year] : []))
    const [oldest, middle, newest] = quantiles(years)
    if (oldest === undefined || middle === undefined || newest === undefined || oldest === newest) return false
    const since = middle > oldest ? middle : middle + 1
    // As the question has it: as many years before as after.
    if (!years.some((year) => year < since && year >= 2 * since - newest - 1)) return false
    const counts = new Map<string, { before: number; after: number }>()
    for (const pair of new Set(this.edges.map(({ from, to }) => `${from}\u0001${to}`))) {
      const [from = '', to = ''] = pair.split('\u0001')
      const year = this.byId.get(from)?.year
      if (year === undefined || this.byId.get(to)?.type === 'repo') continue
      const known = counts.get(to) ?? { before: 0, after: 0 }
      if (year >= since) known.after++
      else known.before++
      counts.set(to, known)
    }
    return [...counts.values()].some(({ before, after }) => after >= 2 && before === 0)
  }

  private countBy(keyOf: (edge: ApiEdge) => string | undefined): Map<string, number> {
    const counts = new Map<string, number>()
    for (const edge of this.edges) {
      const key = keyOf(edge)
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  }
}

function best(nodes: readonly ApiNode[], worthOf: (node: ApiNode) => number): ApiNode | undefined {
  const isLong = (node: ApiNode): boolean => shortName(node).length > LONGEST
  return [...nodes].sort(
    (a, b) => Number(isLong(a)) - Number(isLong(b)) || worthOf(b) - worthOf(a) || (a.id < b.id ? -1 : 1),
  )[0]
}

function quantiles(values: readonly number[]): (number | undefined)[] {
  const sorted = [...values].sort((a, b) => a - b)
  return [sorted[0], sorted[Math.ceil(sorted.length / 2) - 1], sorted.at(-1)]
}
