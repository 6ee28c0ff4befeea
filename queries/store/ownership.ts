import { PapergraphError } from '../../errors.ts'
import { KEY_LABELS, NODE_LABELS } from '../model.ts'
import type { GraphStore, Value } from './store.ts'

const OUR_LABELS: ReadonlySet<string> = new Set([...NODE_LABELS, 'PapergraphMeta'])

/**
 * Throws store-foreign unless a Neo4j database is empty or holds a graph of ours and nothing else: no node without one of
 * our labels, no node with somebody else's, and no node of ours without the meta node that says whose it is. Reads
 * counts only, so it is quick at any size. An embedded graph file is always ours.
 */
export async function assertOurs(store: GraphStore): Promise<void> {
  if (store.kind === 'embedded') return
  const total = await count(store, 'MATCH (n) RETURN count(n) AS total')
  if (total === 0) return
  const foreign = await foreignLabels(store)
  if (foreign.length > 0) {
    throw refusal(
      `holds nodes that are not papergraph's (${foreign.slice(0, 3).join(', ')}${foreign.length > 3 ? ', …' : ''})`,
    )
  }
  // Every node of ours has exactly one of these labels.
  let ours = 0
  for (const label of KEY_LABELS) ours += await count(store, `MATCH (n:${label}) RETURN count(n) AS total`)
  const meta = await count(store, 'MATCH (n:PapergraphMeta) RETURN count(n) AS total')
  if (ours + meta !== total) throw refusal("holds nodes that are not papergraph's")
  if (ours > 0 && meta === 0) {
    throw refusal(
      'holds nodes with the labels that papergraph uses, but not the node that says that papergraph made them',
    )
  }
}

async function foreignLabels(store: GraphStore): Promise<string[]> {
  // Labels of nodes long gone are listed too.
  const listed = await store.query('CALL db.labels() YIELD label RETURN label AS label ORDER BY label')
  const foreign: string[] = []
  for (const [label] of listed.rows) {
    if (typeof label !== 'string' || OUR_LABELS.has(label)) continue
    const text = `MATCH (n:\`${label.replaceAll('`', '``')}\`) RETURN count(n) AS total`
    if ((await count(store, text)) > 0) foreign.push(label)
  }
  return foreign
}

async function count(store: GraphStore, text: string): Promise<number> {
  const total: Value | undefined = (await store.query(text)).rows[0]?.[0]
  return Number(total ?? 0)
}

function refusal(what: string): PapergraphError {
  return new PapergraphError(
    'store-foreign',
    `The Neo4j database ${what}: use an empty database, or one that papergraph made, so that nothing of anybody else's is touched.`,
  )
}
