import type { ApiNode, NodeType } from '../../api.ts'
import type { Colour } from '../state/view.ts'
import { communitiesOf, type NeighboursOf, yearsOf } from './kinship.ts'
import { rampAt } from './oklab.ts'
import type { Palette } from './palette.ts'

/** A community of the map and what to call it by, as the server says. */
export interface NamedCommunity {
  community: number
  concepts: readonly { label: string }[]
}

/** What a colour stands for, where it is not the type. */
export type ColourKey =
  | { by: 'type' }
  | { by: 'community'; groups: { community: number; name: string; names: string; colour: string }[] }
  | { by: 'year'; years: readonly [first: number, last: number] | undefined }

/** The colours of the nodes at hand. */
export interface Colouring {
  key: ColourKey
  of(id: string, type: NodeType): string
  /** The group of the key that a node belongs to, and the year that it is coloured by. */
  community(id: string): number | undefined
  year(id: string): number | undefined
}

/**
 * Colours nodes by type, by community (the most important ones each have a colour, the rest share a grey one) or by year,
 * from old to new. Nodes of which that is unknown are grey.
 */
export function colouringOf(
  by: Colour,
  nodes: readonly ApiNode[],
  neighboursOf: NeighboursOf,
  named: readonly NamedCommunity[],
  palette: Palette,
): Colouring {
  if (by === 'community') return byCommunity(communitiesOf(nodes, neighboursOf), named, palette)
  if (by === 'year') return byYear(yearsOf(nodes, neighboursOf), palette)
  const none = (): undefined => undefined
  return { key: { by }, of: (_, type) => palette.types[type], community: none, year: none }
}

function byCommunity(of: Map<string, number>, named: readonly NamedCommunity[], palette: Palette): Colouring {
  const there = new Set(of.values())
  const groups = named.slice(0, palette.communities.length).flatMap(({ community, concepts }, at) => {
    const [first] = concepts
    const colour = palette.communities[at]
    if (!first || !colour || !there.has(community)) return []
    return [{ community, name: first.label, names: concepts.map(({ label }) => label).join(' · '), colour }]
  })
  const colours = new Map(groups.map(({ community, colour }) => [community, colour]))
  const community = (id: string): number | undefined => {
    const found = of.get(id)
    return found !== undefined && colours.has(found) ? found : undefined
  }
  return {
    key: { by: 'community', groups },
    of: (id) => colours.get(of.get(id) ?? -1) ?? palette.neutral,
    community,
    year: () => undefined,
  }
}

function byYear(of: Map<string, number>, palette: Palette): Colouring {
  let [first, last] = [Infinity, -Infinity]
  for (const year of of.values()) {
    first = Math.min(first, year)
    last = Math.max(last, year)
  }
  const colours = new Map<number, string>()
  for (const year of new Set(of.values()))
    colours.set(year, rampAt(palette.years, last > first ? (year - first) / (last - first) : 1))
  return {
    key: { by: 'year', years: of.size === 0 ? undefined : [first, last] },
    of: (id) => colours.get(of.get(id) ?? Number.NaN) ?? palette.neutral,
    community: () => undefined,
    year: (id) => of.get(id),
  }
}
