import { PapergraphError } from '../errors.ts'
import { checkParameters, loadCatalogue } from './catalogue.ts'
import type { CatalogueEntry } from './catalogue-entry.ts'
import { lookUp } from './look-up.ts'
import { RANKS } from './rank/ranks.ts'
import type { RawParameters } from './reader.ts'
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
