import type { KnownNames } from '../../guard/notices.ts'
import type { GraphStore } from '../store.ts'

/** The labels, relationship types and properties that a graph has. */
export async function readNames(store: Pick<GraphStore, 'query'>): Promise<KnownNames> {
  const column = async (text: string): Promise<string[]> => (await store.query(text)).rows.map(([name]) => String(name))
  return {
    labels: await column('CALL db.labels() YIELD label RETURN label AS name ORDER BY name'),
    types: await column(
      'CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name ORDER BY name',
    ),
    properties: await column('CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey AS name ORDER BY name'),
  }
}
