import { PapergraphError } from '../../errors.ts'
import { type GraphNode, type GraphRelationship, type KeyLabel, keyLabel, type RelationshipType } from '../model.ts'

/** What a property holds, for formats that declare their columns before the first value. */
export type PropertyType = 'string' | 'integer' | 'float' | 'boolean' | 'strings' | 'integers'
export type PropertyTypes = Readonly<Record<string, PropertyType>>

/** Everything that a node of ours may hold beside its id. */
export const NODE_PROPERTIES: Readonly<Record<KeyLabel, PropertyTypes>> = {
  Paper: {
    title: 'string',
    abstract: 'string',
    authors: 'strings',
    year: 'integer',
    published: 'string',
    venue: 'string',
    url: 'string',
    sources: 'strings',
    version: 'string',
    ingest: 'integer',
    degree: 'integer',
  },
  Concept: {
    name: 'string',
    type: 'string',
    aliases: 'strings',
    aliasEvidence: 'strings',
    decisions: 'strings',
    papers: 'integer',
    degree: 'integer',
  },
  Repo: {
    url: 'string',
    host: 'string',
    owner: 'string',
    name: 'string',
    kind: 'string',
    papers: 'integer',
    degree: 'integer',
  },
}

const EVIDENCE: PropertyTypes = {
  surfaces: 'strings',
  fields: 'strings',
  starts: 'integers',
  ends: 'integers',
  sentence: 'string',
  rule: 'string',
  confidence: 'float',
  extractor: 'string',
}

/** Everything that a relationship of ours may hold. */
export const RELATIONSHIP_PROPERTIES: Readonly<Record<RelationshipType, PropertyTypes>> = {
  INTRODUCES: { as: 'string', ...EVIDENCE },
  USES: { as: 'string', ...EVIDENCE },
  ABOUT: { as: 'string', ...EVIDENCE },
  SCORES: {
    key: 'string',
    value: 'float',
    text: 'string',
    unit: 'string',
    metric: 'string',
    system: 'string',
    kind: 'string',
    ...EVIDENCE,
  },
  LINKS_TO: { own: 'boolean', ...EVIDENCE },
  VARIANT_OF: { ...EVIDENCE, paper: 'string' },
}

/** The types of all kinds together; a name means one type wherever it stands. */
export function allProperties(kinds: Readonly<Record<string, PropertyTypes>>): [name: string, type: PropertyType][] {
  return Object.entries(Object.assign({}, ...Object.values(kinds)))
}

/** What a property is called where `key` already means what tells parallel edges apart, as in NetworkX. */
export const attributeName = (name: string): string => (name === 'key' ? 'score_key' : name)

/** The types of a node's properties. Throws store-foreign for one that is not in the table, so that no export loses it in silence. */
export function typesOfNode(node: GraphNode): PropertyTypes {
  const label = keyLabel(node)
  return known(NODE_PROPERTIES[label], node.properties, `${label} ${node.id}`)
}

/** The same of a relationship. */
export function typesOfRelationship(relationship: GraphRelationship): PropertyTypes {
  const { type, from, to, properties } = relationship
  return known(RELATIONSHIP_PROPERTIES[type], properties, `${type} from ${from} to ${to}`)
}

function known(types: PropertyTypes, properties: object, where: string): PropertyTypes {
  const unknown = Object.keys(properties).find((name) => !Object.hasOwn(types, name))
  if (unknown === undefined) return types
  throw new PapergraphError(
    'store-foreign',
    `The graph holds a property "${unknown}" (on ${where}) that this version of papergraph does not know: export it with the version that wrote it.`,
  )
}
