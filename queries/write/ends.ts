import type { KeyLabel, RelationshipType } from '../model.ts'

/** Between which key labels a relationship runs, and the property that tells parallel ones apart (none: at most one a pair). */
export interface RelationshipEnds {
  from: KeyLabel
  to: KeyLabel
  keyProperty?: 'as' | 'key'
}

export const RELATIONSHIP_ENDS: Readonly<Record<RelationshipType, RelationshipEnds>> = {
  INTRODUCES: { from: 'Paper', to: 'Concept', keyProperty: 'as' },
  USES: { from: 'Paper', to: 'Concept', keyProperty: 'as' },
  SCORES: { from: 'Paper', to: 'Concept', keyProperty: 'key' },
  ABOUT: { from: 'Paper', to: 'Concept', keyProperty: 'as' },
  LINKS_TO: { from: 'Paper', to: 'Repo' },
  VARIANT_OF: { from: 'Concept', to: 'Concept' },
}
