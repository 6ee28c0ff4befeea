import { z } from 'zod'
import { PapergraphError } from '../../errors.ts'
import { readRows } from '../../queries/rows.ts'
import type { Value } from '../../queries/store/store.ts'
import { type NodeAnswer, nodeAnswer } from '../api.ts'
import type { ApiRoutes } from './api-routes.ts'
import { type PaperText, readPlaces, toEvidence } from './evidence.ts'
import { type Ask, fromOneVersion } from './one-version.ts'
import { outsideLinks } from './outside-links.ts'
import { paperText } from './paper-text.ts'
import { id } from './parameters.ts'
import { type LinkRow, linkRow, mentionRow, scoreRow, wholeNodeRow } from './rows.ts'
import type { Served } from './served.ts'
import { toApiEdge, toApiNode } from './shapes.ts'

const query = z.strictObject({ id: id.describe('The node’s id, or a name or alias that one node alone has') })

/** GET /node: what a node is, who says so, and its first links. */
export function addNodeRoute(routes: ApiRoutes, served: Served): void {
  routes.add(
    {
      ...{ method: 'get', path: '/node', name: 'getNode', tag: 'graph', query, answer: nodeAnswer, problems: [404] },
      summary: 'A node with its evidence; a paper with its marked mentions',
      description:
        'What the node is and its first links of each kind with the sentence that each rests on. A paper comes with its title ' +
        'and abstract, and in `mentions` every place in them that names a node, to be marked. A name of several nodes gives ' +
        '404 with `choices`.',
    },
    async ({ query: asked, signal }) => {
      const { value, ...state } = await fromOneVersion(served.reader, signal, (ask) =>
        describeNode(asked.id, served.settings.linksPerGroup, ask),
      )
      return { state, body: { version: state.version, ...value } }
    },
  )
}

/** What a node is, and its first links of each kind. Throws not-found. */
export async function describeNode(
  asked: string,
  linksPerGroup: number,
  ask: Ask,
): Promise<Omit<NodeAnswer, 'version'>> {
  const [row] = readRows(await ask('node', { node: asked }), wholeNodeRow)
  if (row === undefined)
    throw new PapergraphError('not-found', `There is no node ${asked.slice(0, 100)} in this graph.`)
  const { properties } = row
  const node = row.id
  const isPaper = row.type === 'paper'
  const [links, scores, mentions] = await Promise.all([
    ask('node-links', { node, limit: linksPerGroup }).then((answer) => readRows(answer, linkRow)),
    row.type === 'repo' ? [] : ask('scores', { node }).then((answer) => readRows(answer, scoreRow)),
    isPaper ? ask('paper-mentions', { paper: node }).then((answer) => readRows(answer, mentionRow)) : [],
  ])
  return {
    node: toApiNode(row),
    aliases: strings(properties.aliases),
    ...(isPaper ? { ...paperFields(properties), mentions: flatten(mentions) } : {}),
    links: outsideLinks(row.id, properties),
    groups: groupLinks(links, isPaper ? paperText(properties) : undefined),
    scores: scores.map(({ paper, title, year, benchmark, name, ...score }) => ({
      paper: { id: paper, label: title, ...(year === undefined ? {} : { year }) },
      benchmark: { id: benchmark, label: name },
      ...score,
    })),
  }
}

function paperFields(properties: Readonly<Record<string, Value>>): Partial<NodeAnswer> {
  const fields: Partial<NodeAnswer> = { authors: strings(properties.authors), sources: strings(properties.sources) }
  for (const name of ['title', 'abstract', 'venue', 'published'] as const) {
    const value = properties[name]
    if (typeof value === 'string') fields[name] = value
  }
  return fields
}

const strings = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []

/** Each place once for each thing that it names, in reading order. */
function flatten(rows: readonly z.infer<typeof mentionRow>[]): NonNullable<NodeAnswer['mentions']> {
  const places = rows.flatMap((row) =>
    readPlaces(row).map(({ field, start, end }) => ({ field, start, end, target: row.id, type: row.type })),
  )
  const once = new Map(places.map((place) => [`${place.field}:${place.start}:${place.end}:${place.target}`, place]))
  return [...once.values()].sort(
    (a, b) => (a.field === b.field ? 0 : a.field === 'title' ? -1 : 1) || a.start - b.start || b.end - a.end,
  )
}

function groupLinks(rows: readonly LinkRow[], text: PaperText | undefined): NodeAnswer['groups'] {
  const groups = new Map<string, NodeAnswer['groups'][number]>()
  for (const row of rows) {
    const { relationship, direction, total } = row
    const name = `${relationship} ${direction}`
    const group = groups.get(name) ?? { relationship, direction, total, links: [] }
    groups.set(name, group)
    const evidence = toEvidence(row, row.confidence, text)
    group.links.push({ edge: toApiEdge(row), other: toApiNode(row), ...(evidence === undefined ? {} : { evidence }) })
  }
  return [...groups.values()]
}
