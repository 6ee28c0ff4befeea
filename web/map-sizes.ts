/** How many nodes a map may begin with; the first is the usual one. */
export const MAP_SIZES = [400, 2000, 10_000, 100_000] as const

/** Above this many nodes a map is asked for as columns. */
export const MOST_ROWS = 2000

/** The address below `api` of the map that a page with this query string opens on: what the page will ask for first. */
export function openingMapPath(query: URLSearchParams): string {
  const limit = mapSizeIn(query) ?? MAP_SIZES[0]
  return `/map${limit > MOST_ROWS ? '/columns' : ''}?limit=${limit}`
}

/** The number of nodes that a page's query string asks for; undefined for the usual one, or for none that there is. */
export const mapSizeIn = (query: URLSearchParams): number | undefined =>
  MAP_SIZES.find((each, at) => at > 0 && String(each) === query.get('most'))
