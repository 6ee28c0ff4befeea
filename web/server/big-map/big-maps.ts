import type { ApiCommunity, ApiNode, MapAnswer } from '../../api.ts'
import { namedCommunities } from '../communities.ts'
import { fromOneVersion } from '../one-version.ts'
import type { Served } from '../served.ts'
import type { ComputeInput, Places, QuickMap } from './compute.ts'
import { type Drawing, startDrawing } from './drawing.ts'
import type { EdgeColumns } from './edge-columns.ts'
import { PlacesFile } from './places-file.ts'
import { readBigMap } from './read.ts'

/** A big map as far as it is drawn. */
export interface BigMap {
  version: string
  updating: boolean
  nodes: ApiNode[]
  ids: string[]
  edges: EdgeColumns
  quick: Omit<QuickMap, 'communities'>
  communities: ApiCommunity[]
  /** Once they are there. */
  settled: Places | undefined
  /** Resolves when the places are settled, or will not be. */
  settling: Promise<void>
}

interface Kept {
  map: Promise<BigMap>
  drawing: { end(): void } | undefined
}

const KEPT = 2

/**
 * Big maps, each drawn once for a version of the graph, one after the other: what is there soon is told at once, while a thread
 * works out the rest. Maps of versions before, and those used longest ago, are forgotten, and their threads end.
 */
export class BigMaps {
  readonly #served: Served
  readonly #file: PlacesFile
  readonly #kept = new Map<string, Kept>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(served: Served, cacheFolder: string | undefined) {
    this.#served = served
    this.#file = new PlacesFile(cacheFolder)
  }

  /** The map of so many nodes of the graph as it is now. */
  async get(limit: number, { version, updating }: { version: string; updating: boolean }): Promise<BigMap> {
    const key = `${version} ${updating} ${limit}`
    for (const [other, kept] of this.#kept) if (!other.startsWith(`${version} ${updating} `)) this.#forget(other, kept)
    const known = this.#kept.get(key)
    const kept = known ?? this.#start(limit)
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    for (const [oldest, old] of this.#kept) if (this.#kept.size > KEPT) this.#forget(oldest, old)
    try {
      const map = await kept.map
      // The graph changed while it was read.
      if (map.version !== version || map.updating !== updating) this.#forget(key, kept)
      return map
    } catch (error) {
      this.#forget(key, kept)
      throw error
    }
  }

  #start(limit: number): Kept {
    const isWanted = (): boolean => [...this.#kept.values()].includes(kept)
    const keep = (drawing: Drawing): void => {
      kept.drawing = drawing
    }
    const kept: Kept = { map: this.#last.then(() => this.#draw(limit, isWanted, keep)), drawing: undefined }
    // A thread takes a processor: the next begins when this one is done.
    this.#last = kept.map.then(({ settling }) => settling).catch(() => undefined)
    return kept
  }

  async #draw(limit: number, isWanted: () => boolean, onDrawing: (drawing: Drawing) => void): Promise<BigMap> {
    const { reader, info, settings } = this.#served
    const read = await fromOneVersion(reader, new AbortController().signal, (ask) => readBigMap(limit, ask))
    const { nodes, edges } = read.value
    const ids = nodes.map(({ id }) => id)
    const name = { graph: `${info.graph} ${info.name} ${read.version}`, limit, ids }
    const settled = read.updating ? undefined : this.#file.read(name)
    const drawing = startDrawing({
      ...inputOf(nodes, ids, edges),
      ...{ isSettled: settled !== undefined, patience: settings.mapPatience },
    })
    onDrawing(drawing)
    if (!isWanted()) drawing.end()
    const { communities, ...quick } = await drawing.quick
    const byId = new Map(nodes.map((node) => [node.id, node]))
    const map: BigMap = {
      ...{ version: read.version, updating: read.updating, nodes, ids, edges, quick, settled },
      communities: namedCommunities(communities, byId),
      settling: drawing.settled.then((places) => {
        if (places === undefined) return
        map.settled = places
        if (!read.updating) this.#file.keep(name, places)
      }),
    }
    return map
  }

  #forget(key: string, kept: Kept): void {
    if (this.#kept.get(key) === kept) this.#kept.delete(key)
    kept.drawing?.end()
  }
}

function inputOf(
  nodes: readonly ApiNode[],
  ids: string[],
  edges: EdgeColumns,
): Omit<ComputeInput, 'isSettled' | 'patience'> {
  return {
    ...{ ids, from: edges.from, to: edges.to, type: edges.type },
    degrees: Float64Array.from(nodes, ({ degree }) => degree),
    kinds: Uint8Array.from(nodes, ({ type }) => (type === 'paper' ? 0 : type === 'repo' ? 1 : 2)),
  }
}

/** How far a map is drawn. */
export const layoutOf = ({ settled }: BigMap): MapAnswer['layout'] => (settled === undefined ? 'quick' : 'settled')
