import { signal } from '@preact/signals'
import type { ApiCommunity } from '../../api.ts'

/** The communities of the map that was loaded, the most important first. */
export const communities = signal<readonly ApiCommunity[]>([])
/** The community whose name is pointed at, on the map or in a list. */
export const pointedCommunity = signal<number | undefined>(undefined)

/** Concepts that name a community. */
const NAMED_BY = 2

/** The concepts that a community is called by: the strongest, of those that are not hidden. None where it has none. */
export function namesOf(
  { concepts }: ApiCommunity,
  isHidden: (id: string) => boolean = () => false,
): ApiCommunity['concepts'] {
  return concepts.filter(({ id }) => !isHidden(id)).slice(0, NAMED_BY)
}

export const communityNames = (community: ApiCommunity): string[] => namesOf(community).map(({ label }) => label)
