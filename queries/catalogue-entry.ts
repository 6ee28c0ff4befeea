export const PARAMETER_TYPES = ['string', 'integer', 'float', 'boolean', 'strings'] as const
export type ParameterType = (typeof PARAMETER_TYPES)[number]
export type ParameterDefault = string | number | boolean | string[]
/** Which nodes an id may be of: it is looked up, first among ids, then among names and aliases. */
export type IdKind = 'paper' | 'concept' | 'node'
/**
 * What an answer is good for. table: rows to read. graph: rows that are nodes (their column `id`) or relationships (their
 * columns `from` and `to`) to draw. both: rows to read that name such nodes or relationships as well.
 */
export const ANSWER_SHAPES = ['table', 'graph', 'both'] as const
export type AnswerShape = (typeof ANSWER_SHAPES)[number]

export interface CatalogueParameter {
  name: string
  type: ParameterType
  description: string
  /** Absent: the parameter must be given. */
  default?: ParameterDefault
  /** With the type strings: each of the list is such an id. */
  idOf?: IdKind
  /** Another parameter whose node this one must not be. */
  otherThan?: string
  oneOf?: string[]
  /** Bounds of a number, both included. */
  from?: number
  to?: number
}

/** One question: a `.cypher` file. */
export interface CatalogueEntry {
  /** The file's name without `.cypher`. */
  name: string
  title: string
  /** May be empty where the title says it all. */
  description: string
  parameters: CatalogueParameter[]
  /** What the answer holds, in the order of the columns. */
  columns: { name: string; description: string }[]
  shape: AnswerShape
  /** The function of queries/rank that turns the engine's rows into the answer. */
  rank?: string
  /** The whole file, for people: it works in Neo4j Browser as it stands. */
  text: string
  /** What is sent to the store. */
  statement: string
}
