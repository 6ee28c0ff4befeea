import type { GraphNode, GraphRelationship } from '../../queries/model.ts'
import type { DecisionOutcome } from './decisions.ts'

/** A paper and every relationship that starts at it. */
export interface PaperGraph {
  paper: GraphNode
  relationships: GraphRelationship[]
}

/** The whole graph that a pile of extractions amounts to, made so that papers can be streamed. */
export interface Resolution {
  /** Concept and Repo nodes, by id. */
  nodes: GraphNode[]
  /** VARIANT_OF, by relationship id. */
  variants: GraphRelationship[]
  /** What became of each decision, in the order in which they count. */
  outcomes: DecisionOutcome[]
  /** Every paper by id; may be iterated more than once. */
  papers(): Iterable<PaperGraph>
}
