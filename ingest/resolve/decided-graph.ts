import type { EntityType } from '../extraction.ts'
import type { NamedConcept } from './concept-names.ts'
import type { DecidedIdentity } from './decided-identity.ts'
import type { Decision, DecisionOutcome } from './decisions.ts'
import type { EdgeRules } from './paper-edges.ts'

/** How relationships follow a person's decisions, once concepts have their ids. */
export function edgeRules(identity: DecidedIdentity, concepts: readonly NamedConcept[]): EdgeRules {
  const types = new Map<string, EntityType>()
  for (const { id, decided } of concepts) if (decided?.type !== undefined) types.set(id, decided.type)
  // The rules live as long as papers are written: they must not hold all that was needed to decide.
  const { hiddenRepos } = identity
  return { typeOf: (concept) => types.get(concept), isHidden: (repo) => hiddenRepos.has(repo) }
}

/** What became of each decision, with the nodes that it is about. `numbers` gives a concept's number by its key. */
export function outcomesOf(
  decisions: readonly Decision[],
  identity: DecidedIdentity,
  concepts: readonly NamedConcept[],
  numbers: ReadonlyMap<string, number>,
): DecisionOutcome[] {
  const ids = new Map(concepts.map(({ number, id }) => [number, id]))
  return decisions.map(({ id }) => {
    const nodes = (identity.targets.get(id) ?? []).flatMap((target) =>
      'id' in target ? [target.id] : (ids.get(numbers.get(target.key) ?? -1) ?? []),
    )
    return { id, ...identity.failures.get(id), nodes }
  })
}
