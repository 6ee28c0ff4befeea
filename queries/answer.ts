import { PapergraphError } from '../errors.ts'
import { checkParameters, loadCatalogue } from './catalogue.ts'
import type { CatalogueEntry, IdKind } from './catalogue-entry.ts'
import { RANKS } from './rank/ranks.ts'
import type { NodeType, RawParameters } from './reader.ts'
import type { IndexSource } from './search/lazy-index.ts'
import type { GraphStore, Parameters, Rows } from './store/store.ts'

export interface TimedRows extends Rows {
  /** Time in the engine, milliseconds. */
  tookMs: number
}

/**
 * Answers a question of the catalogue on either store: checks the parameters, looks up ids among names where they are no
 * ids (which alone needs the index), runs the statement and ranks its rows. Throws not-found (query or node) or query-invalid.
 */
export async function answerQuery(
  store: Pick<GraphStore, 'query'>,
  index: IndexSource,
  name: string,
  raw: RawParameters,
): Promise<TimedRows> {
  const entry = loadCatalogue().get(name)
  const parameters = checkParameters(entry, raw)
  await lookUpIds(store, index, entry, parameters)
  const start = performance.now()
  const rows = await store.query(entry.statement, parameters)
  const tookMs = performance.now() - start
  const rank = entry.rank === undefined ? undefined : RANKS[entry.rank]
  return { ...(rank === undefined ? rows : rank(rows, parameters)), tookMs }
}

/** Puts ids in the place of names, one by one in lists. Throws not-found, or query-invalid where two must not be one node. */
async function lookUpIds(
  store: Pick<GraphStore, 'query'>,
  index: IndexSource,
  entry: CatalogueEntry,
  parameters: Parameters,
): Promise<void> {
  for (const { name, idOf } of entry.parameters) {
    const given = parameters[name]
    if (idOf === undefined) continue
    if (typeof given === 'string') parameters[name] = await lookUp(store, index, idOf, given)
    if (!Array.isArray(given)) continue
    const ids: string[] = []
    for (const one of given) if (typeof one === 'string') ids.push(await lookUp(store, index, idOf, one))
    parameters[name] = ids
  }
  for (const { name, otherThan } of entry.parameters) {
    if (otherThan === undefined || parameters[name] !== parameters[otherThan]) continue
    throw new PapergraphError(
      'query-invalid',
      `The parameters "${otherThan}" and "${name}" of the query ${entry.name} both mean "${String(parameters[name])}": give two different nodes.`,
      { details: { parameter: name } },
    )
  }
}

const CONCEPT_TYPES: readonly NodeType[] = ['method', 'model', 'benchmark', 'topic']
const TYPES: Readonly<Record<IdKind, readonly NodeType[]>> = { paper: ['paper'], concept: CONCEPT_TYPES, node: [] }
const LABELS: Readonly<Record<IdKind, readonly string[]>> = {
  paper: ['Paper'],
  concept: ['Concept'],
  node: ['Paper', 'Concept', 'Repo'],
}

/** The id that a text means: itself, else the one node with this name or alias. Throws not-found, with choices where several have it. */
async function lookUp(
  store: Pick<GraphStore, 'query'>,
  index: IndexSource,
  kind: IdKind,
  text: string,
): Promise<string> {
  // The index knows all ids; without it, or where an id is all signs, the store is asked.
  if (index.ready?.holds(text, TYPES[kind])) return text
  for (const label of LABELS[kind]) {
    const found = await store.query(`MATCH (n:${label} {id: $id})\nRETURN n.id AS id\nORDER BY id`, { id: text })
    if (found.rows.length > 0) return text
  }
  const names = await index.get()
  const choices = names.exact(text, TYPES[kind])
  const [only, second] = choices
  if (only !== undefined && second === undefined) return only.id
  const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text
  if (only !== undefined) {
    const ids = choices.slice(0, 5).map(({ id, type }) => `"${id}" (${type})`)
    throw new PapergraphError(
      'not-found',
      `"${shown}" is the name of ${choices.length} nodes: say which by its id, ${ids.join(', ')}${choices.length > 5 ? ', …' : ''}.`,
      { details: { choices: choices.slice(0, 25) } },
    )
  }
  const near = names.search(text, { limit: 3, types: TYPES[kind] })
  const hint =
    near.length === 0 ? '.' : `; did you mean ${near.map(({ id, name }) => `"${name}" (${id})`).join(' or ')}?`
  throw new PapergraphError('not-found', `There is no ${kind} "${shown}" in the graph${hint}`, {
    details: { suggestions: near },
  })
}
