import { ENTITY_TYPES } from '../extraction.ts'
import type { NameSets } from './name-sets.ts'
import type { Uses } from './uses.ts'

const BENCHMARK = 1 << ENTITY_TYPES.indexOf('benchmark')

/** Counts what kind of thing each spelling of a one-word name is used for. */
export class Capitals {
  private readonly byKey = new Map<number, Map<number, [data: number, other: number]>>()

  constructor(uses: Uses, names: NameSets) {
    for (const list of uses.byPaper.values()) {
      for (const { core, types } of list) {
        if (/\s/.test(uses.forms.text(core))) continue
        const key = names.key(core)
        const forms = this.byKey.get(key) ?? new Map<number, [number, number]>()
        this.byKey.set(key, forms)
        const counts = forms.get(core) ?? [0, 0]
        forms.set(core, counts)
        counts[types & BENCHMARK ? 0 : 1] += 1
      }
    }
  }

  /** MATH the benchmark is not math the topic: one-word names that differ in capitals and in kind are two things. */
  isOtherThing(key: number, form: number): boolean {
    const forms = this.byKey.get(key)
    const own = forms?.get(form)
    if (forms === undefined || own === undefined || forms.size < 2) return false
    return own[0] > own[1] && [...forms.values()].some(([data, other]) => other > data)
  }
}
