import { NODE_LABELS, RELATIONSHIP_TYPES } from '../model.ts'
import { didYouMean } from '../search/nearest-names.ts'
import { type Named, namedIn } from './named.ts'
import { describePlace, placeOf } from './place.ts'

/** What a graph knows by name. */
export interface KnownNames {
  labels: readonly string[]
  types: readonly string[]
  properties: readonly string[]
}

const WORDS: Readonly<Record<Named['kind'], string>> = {
  label: 'label',
  type: 'relationship type',
  property: 'property',
}

/**
 * A sentence for each label, relationship type or property of a typed text that the graph does not have: no error to an
 * engine, which just finds nothing. `known` is asked only when something is not in the model.
 */
export async function noticesOf(text: string, known: () => Promise<KnownNames>): Promise<string[]> {
  const doubtful = namedIn(text).filter(({ kind, name }) => !isInModel(kind, name))
  if (doubtful.length === 0) return []
  const { labels, types, properties } = await known()
  const names = {
    label: [...new Set([...NODE_LABELS, ...labels])],
    type: [...new Set([...RELATIONSHIP_TYPES, ...types])],
    property: properties,
  }
  const sentences = doubtful
    .filter(({ kind, name }) => !names[kind].includes(name))
    .map(({ kind, name, offset }) => {
      const hint = didYouMean(name, names[kind])
      return `There is no ${WORDS[kind]} "${name}" in this graph (${describePlace(placeOf(text, offset))})${hint === '' ? '.' : hint}`
    })
  return [...new Set(sentences)].slice(0, MOST)
}

const MOST = 5

function isInModel(kind: Named['kind'], name: string): boolean {
  if (kind === 'label') return NODE_LABELS.some((label) => label === name)
  if (kind === 'type') return RELATIONSHIP_TYPES.some((type) => type === name)
  return name === 'id'
}
