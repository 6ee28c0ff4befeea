import type { GraphStore } from '../store/store.ts'
import { type SearchEntry, searchEntry } from './search-entry.ts'
import { SearchIndex } from './search-index.ts'

/** Reads all nodes of a store into a search index. */
export async function buildSearchIndex(store: Pick<GraphStore, 'scan' | 'query'>): Promise<SearchIndex> {
  const degrees = new Map<string, number>()
  for (const label of ['Paper', 'Repo']) {
    const text = `MATCH (n:${label})\nWITH n, COUNT { (n)--() } AS degree\nRETURN n.id AS id, degree AS degree\nORDER BY id`
    for (const [id, degree] of (await store.query(text)).rows) degrees.set(String(id), Number(degree))
  }
  const entries: SearchEntry[] = []
  for await (const page of store.scan()) {
    // Relationships come after all nodes, and search needs none of them.
    if (page.kind !== 'nodes') break
    for (const node of page.nodes) entries.push(searchEntry(node, degrees.get(node.id) ?? 0))
  }
  return new SearchIndex(entries)
}
