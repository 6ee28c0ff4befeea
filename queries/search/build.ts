import type { GraphStore } from '../store/store.ts'
import { searchEntry } from './search-entry.ts'
import { SearchIndex } from './search-index.ts'
import { SearchTables } from './search-tables.ts'

/** Reads all nodes of a store into a search index. */
export async function buildSearchIndex(store: Pick<GraphStore, 'scan'>): Promise<SearchIndex> {
  const tables = new SearchTables()
  for await (const page of store.scan()) {
    // Relationships come after all nodes, and search needs none of them.
    if (page.kind !== 'nodes') break
    for (const node of page.nodes) tables.add(searchEntry(node))
  }
  return new SearchIndex(tables)
}
