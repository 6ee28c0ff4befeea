import { PapergraphError } from '../errors.ts'
import type { IdKind } from './catalogue-entry.ts'
import type { NodeType } from './reader.ts'
import type { IndexSource } from './search/lazy-index.ts'
import type { GraphStore } from './store/store.ts'

const CONCEPT_TYPES: readonly NodeType[] = ['method', 'model', 'benchmark', 'topic']
const TYPES: Readonly<Record<IdKind, readonly NodeType[]>> = { paper: ['paper'], concept: CONCEPT_TYPES, node: [] }
const LABELS: Readonly<Record<IdKind, readonly string[]>> = {
  paper: ['Paper'],
  concept: ['Concept'],
  node: ['Paper', 'Concept', 'Repo'],
}

/** The id that a text means: itself, else the one node with this name or alias. Throws not-found, with choices where several have it. */
export async function lookUp(
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
