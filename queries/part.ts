import { PapergraphError } from '../errors.ts'
import { answerQuery } from './answer.ts'
import { loadCatalogue } from './catalogue.ts'
import { lookUp } from './look-up.ts'
import { type GraphRelationship, KEY_LABELS, type KeyLabel, relationshipId } from './model.ts'
import type { GraphSelection } from './reader.ts'
import type { IndexSource } from './search/lazy-index.ts'
import { compareCodePoints } from './store/code-points.ts'
import type { LabelledId } from './store/ids.ts'
import { scanPart } from './store/scan.ts'
import type { GraphStore, Rows, ScanPage, Value } from './store/store.ts'

/** Ids that one statement looks for. */
const IDS_A_STATEMENT = 2_000

/** Nodes or relationships in a page: half a megabyte or so on its way to another process. */
const MOST_A_PAGE = 500

/**
 * The chosen part of a graph in pages, as GraphStore.scan() gives the whole. Throws not-found (a node or question that is not
 * there) or query-invalid before the first page.
 */
export async function scanSelection(
  store: Pick<GraphStore, 'query' | 'scan'>,
  index: IndexSource,
  selection: GraphSelection,
): Promise<AsyncIterable<ScanPage>> {
  return inSmallPages(await scanChosen(store, index, selection))
}

async function* inSmallPages(pages: AsyncIterable<ScanPage>): AsyncGenerator<ScanPage> {
  for await (const page of pages) {
    const all = page.kind === 'nodes' ? page.nodes.length : page.relationships.length
    for (let at = 0; at < all; at += MOST_A_PAGE) {
      if (page.kind === 'nodes') yield { kind: 'nodes', nodes: page.nodes.slice(at, at + MOST_A_PAGE) }
      else yield { kind: 'relationships', relationships: page.relationships.slice(at, at + MOST_A_PAGE) }
    }
  }
}

async function scanChosen(
  store: Pick<GraphStore, 'query' | 'scan'>,
  index: IndexSource,
  selection: GraphSelection,
): Promise<AsyncIterable<ScanPage>> {
  if (selection.kind === 'all') return store.scan()
  if (selection.kind === 'question') {
    const { ids, keep } = await namedByAnswer(store, index, selection)
    return scanPart(store, await labelled(store, ids), keep)
  }
  const ids = new Set<string>()
  for (const text of selection.ids) ids.add(await lookUp(store, index, 'node', text))
  const chosen = await labelled(store, ids)
  return scanPart(store, selection.neighbours ? await withNeighbours(store, chosen) : chosen)
}

/**
 * What a question draws: every node that its answer or its parameters name by id. Where the answer names relationships, these and
 * no others; else all that run among the nodes.
 */
async function namedByAnswer(
  store: Pick<GraphStore, 'query'>,
  index: IndexSource,
  { name, parameters }: Extract<GraphSelection, { kind: 'question' }>,
): Promise<{ ids: ReadonlySet<string>; keep?: (one: GraphRelationship) => boolean }> {
  const entry = loadCatalogue().get(name)
  if (entry.shape === 'table')
    throw new PapergraphError(
      'query-invalid',
      `The query ${name} answers with a table that names no nodes to draw: export it as csv, latex or markdown.`,
    )
  const answer = await answerQuery(store, index, name, parameters)
  const ids = new Set<string>()
  for (const { name: parameter, idOf } of entry.parameters) {
    if (idOf === undefined) continue
    for (const text of [parameters[parameter]].flat())
      if (typeof text === 'string' && text !== '') ids.add(await lookUp(store, index, idOf, text))
  }
  collectIds(answer, ids)
  const relationships = relationshipsIn(answer)
  return relationships === undefined ? { ids } : { ids, keep: (one) => relationships.has(relationshipId(one)) }
}

function collectIds({ columns, rows }: Rows, ids: Set<string>): void {
  const isEnd = columns.map((column) => column === 'id' || column === 'from' || column === 'to')
  for (const row of rows)
    row.forEach((value, at) => {
      if (isEnd[at] === true && typeof value === 'string') ids.add(value)
      else nestedIds(value, ids)
    })
}

/** Lists hold things that the answer names beside its rows: what papers share, each with its id. */
function nestedIds(value: Value, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) for (const one of value) nestedIds(one, ids)
  else if ('id' in value && typeof value.id === 'string') ids.add(value.id)
}

function relationshipsIn({ columns, rows }: Rows): ReadonlySet<string> | undefined {
  const [from, to, key] = ['from', 'to', 'key'].map((column) => columns.indexOf(column))
  const type = columns.includes('relationship') ? columns.indexOf('relationship') : columns.indexOf('type')
  if (from === undefined || to === undefined || from < 0 || to < 0 || type < 0) return undefined
  const text = (row: Value[], at: number | undefined): string => (at === undefined ? '' : String(row[at] ?? ''))
  return new Set(rows.map((row) => [from, type, to, key].map((at) => text(row, at)).join('\u0001')))
}

/** Which label each id is of, in order of ids; those that are not there are left out. */
async function labelled(store: Pick<GraphStore, 'query'>, ids: ReadonlySet<string>): Promise<LabelledId[]> {
  const found: LabelledId[] = []
  const all = [...ids]
  for (let at = 0; at < all.length; at += IDS_A_STATEMENT) {
    const window = all.slice(at, at + IDS_A_STATEMENT)
    for (const label of KEY_LABELS)
      for (const id of await column(store, `UNWIND $ids AS id\nMATCH (n:${label} {id: id})\nRETURN id AS id`, window))
        found.push({ label, id })
  }
  return found.sort((a, b) => compareCodePoints(a.id, b.id))
}

async function withNeighbours(store: Pick<GraphStore, 'query'>, chosen: readonly LabelledId[]): Promise<LabelledId[]> {
  const ids = new Set(chosen.map(({ id }) => id))
  const ofLabel = (label: KeyLabel): string[] => chosen.filter((one) => one.label === label).map(({ id }) => id)
  for (const label of KEY_LABELS) {
    const all = ofLabel(label)
    for (let at = 0; at < all.length; at += IDS_A_STATEMENT) {
      const text = `UNWIND $ids AS id\nMATCH (n:${label} {id: id})--(o)\nRETURN DISTINCT o.id AS id`
      for (const id of await column(store, text, all.slice(at, at + IDS_A_STATEMENT))) ids.add(id)
    }
  }
  return labelled(store, ids)
}

async function column(store: Pick<GraphStore, 'query'>, text: string, ids: string[]): Promise<string[]> {
  const { rows } = await store.query(text, { ids })
  return rows.map(([id]) => String(id))
}
