import type { Closeness } from './closeness.ts'
import type { Use, Uses } from './uses.ts'

/** A use together with its paper's number. */
export interface PlacedUse {
  paper: number
  use: Use
}

/** A use that a person named: it is of this part, whatever its name. */
export interface Seed extends PlacedUse {
  part: number
  /** The forms that it was named by. */
  forms: readonly number[]
}

/**
 * Parts the uses of one thing among the parts that a person named. Each use goes to the part that was named by its own name: by
 * the very spelling of the form that decides about it, by that form's key, by the spelling and then the key of any other form that
 * its paper writes. Where several parts have that name, to the one whose named papers are closest; where none has, to the part
 * that shares most papers' names with it, else to the part with most uses. Out: the part of each use, the same for any order.
 */
export function partUses(
  placed: readonly PlacedUse[],
  seeds: readonly Seed[],
  uses: Uses,
  near: Closeness,
): Map<Use, number> {
  const parts = [...new Set(seeds.map(({ part }) => part))].sort((a, b) => a - b)
  const names = new PartNames(seeds, uses)
  const found = new Map<Use, number>(seeds.map(({ use, part }) => [use, part]))
  for (const { paper, use } of placed) {
    if (found.has(use)) continue
    const named = names.of(use)
    const [only] = named
    if (named.length === 1 && only !== undefined) found.set(use, only)
    else if (named.length > 1) found.set(use, closest(paper, named, seeds, near))
  }
  const shared = countKeys(found, uses)
  const sizes = new Map<number, number>()
  for (const part of found.values()) sizes.set(part, (sizes.get(part) ?? 0) + 1)
  const largest = most(parts, (part) => sizes.get(part) ?? 0)
  for (const { use } of placed) {
    if (found.has(use)) continue
    const votes = (part: number): number =>
      keysOf(use, uses).reduce((sum, key) => sum + (shared.get(key)?.get(part) ?? 0), 0)
    const best = most(parts, votes)
    found.set(use, votes(best) > 0 ? best : largest)
  }
  return found
}

/** Of some parts the one that a paper is closest to; the first at a draw. */
function closest(paper: number, parts: readonly number[], seeds: readonly Seed[], near: Closeness): number {
  return most(parts, (part) =>
    Math.max(...seeds.filter((seed) => seed.part === part).map((seed) => near.of(paper, seed.paper))),
  )
}

/** Which parts have a name. */
export class PartNames {
  private readonly byForm = new Map<number, Set<number>>()
  private readonly byKey = new Map<number, Set<number>>()
  private readonly uses: Uses

  constructor(seeds: readonly Seed[], uses: Uses) {
    this.uses = uses
    for (const { part, forms } of seeds) {
      for (const form of forms) {
        add(this.byForm, form, part)
        add(this.byKey, uses.forms.key(form), part)
      }
    }
  }

  /** The parts that a use is named by, in order; none where no name of its is theirs. */
  of(use: Use): number[] {
    const written = writtenForms(use)
    const key = (form: number): number => this.uses.forms.key(form)
    const levels = [
      [this.byForm.get(use.core)],
      [this.byKey.get(key(use.core))],
      written.map((form) => this.byForm.get(form)),
      written.map((form) => this.byKey.get(key(form))),
    ]
    for (const sets of levels) {
      const parts = new Set(sets.flatMap((set) => [...(set ?? [])]))
      if (parts.size > 0) return [...parts].sort((a, b) => a - b)
    }
    return []
  }

  /** Whether a form's name is that of other parts and not of this one. */
  isOthers(form: number, part: number): boolean {
    const parts = this.byKey.get(this.uses.forms.key(form))
    return parts !== undefined && !parts.has(part)
  }
}

function countKeys(found: ReadonlyMap<Use, number>, uses: Uses): Map<number, Map<number, number>> {
  const counts = new Map<number, Map<number, number>>()
  for (const [use, part] of found) {
    for (const key of keysOf(use, uses)) {
      const byPart = counts.get(key) ?? new Map<number, number>()
      counts.set(key, byPart.set(part, (byPart.get(part) ?? 0) + 1))
    }
  }
  return counts
}

function keysOf(use: Use, uses: Uses): number[] {
  return [...new Set([use.core, ...writtenForms(use)].map((form) => uses.forms.key(form)))]
}

/** Forms that the paper writes, not only lists. */
function writtenForms({ forms }: Use): number[] {
  return forms.filter((_, index) => index % 2 === 0 && (forms[index + 1] ?? 0) > 0)
}

function most(parts: readonly number[], value: (part: number) => number): number {
  let best = parts[0] ?? 0
  let top = value(best)
  for (const part of parts.slice(1)) {
    const own = value(part)
    if (own <= top) continue
    best = part
    top = own
  }
  return best
}

function add(sets: Map<number, Set<number>>, key: number, value: number): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([value]))
  else set.add(value)
}
