import { createHash } from 'node:crypto'
import { OUTSIDE_DIGEST } from '../model.ts'
import type { GraphStore, ScanPage } from './store.ts'

/**
 * What the graph in a store holds, as one SHA-256 (hex): a line for each node, then for each relationship, in the order of
 * scan(). Engines' own ids, the order of writes, the time, the ingests (`ingest` of a paper) and the meta node have no part in
 * it, so equal graphs have equal digests on both stores.
 */
export async function digest(store: Pick<GraphStore, 'scan'>): Promise<string> {
  const hash = createHash('sha256')
  for await (const page of store.scan()) hash.update(linesOf(page).join(''))
  return hash.digest('hex')
}

function linesOf(page: ScanPage): string[] {
  if (page.kind === 'nodes') {
    return page.nodes.map(({ id, labels, properties }) => `${JSON.stringify([id, labels, sorted(properties)])}\n`)
  }
  return page.relationships.map(
    ({ from, type, to, key, properties }) => `${JSON.stringify([from, type, to, key, sorted(properties)])}\n`,
  )
}

// By UTF-16 units: any fixed order will do.
function sorted(properties: object): [string, unknown][] {
  return Object.entries(properties)
    .filter(([name]) => !OUTSIDE_DIGEST.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
