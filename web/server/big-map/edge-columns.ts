import { RELATIONSHIP_TYPES, relationshipId } from '../../../queries/model.ts'
import type { ApiEdge } from '../../api.ts'

/** Relationships as columns: half a million of them as objects would take a hundred megabytes. */
export interface EdgeColumns {
  /** Places of the ends in the list of nodes. */
  from: Uint32Array
  to: Uint32Array
  /** Places in RELATIONSHIP_TYPES. */
  type: Uint8Array
  /** Places in `keys`. */
  key: Uint32Array
  keys: string[]
  confidence: Float32Array
  own: Uint8Array
}

/** Collects edges one by one; those that lead to no node of the map are passed over. */
export class EdgeCollector {
  readonly #places: ReadonlyMap<string, number>
  readonly #keys = new Map<string, number>()
  readonly #rows = { from: [] as number[], to: [] as number[], type: [] as number[], key: [] as number[] }
  readonly #confidence: number[] = []
  readonly #own: number[] = []

  constructor(ids: readonly string[]) {
    this.#places = new Map(ids.map((id, at) => [id, at]))
  }

  add({ from, to, type, key, confidence, own }: Omit<ApiEdge, 'id'>): void {
    const [start, end] = [this.#places.get(from), this.#places.get(to)]
    if (start === undefined || end === undefined) return
    const known = this.#keys.get(key) ?? this.#keys.size
    this.#keys.set(key, known)
    this.#rows.from.push(start)
    this.#rows.to.push(end)
    this.#rows.type.push(RELATIONSHIP_TYPES.indexOf(type))
    this.#rows.key.push(known)
    this.#confidence.push(confidence)
    this.#own.push(own === true ? 1 : 0)
  }

  columns(): EdgeColumns {
    return {
      from: Uint32Array.from(this.#rows.from),
      to: Uint32Array.from(this.#rows.to),
      type: Uint8Array.from(this.#rows.type),
      key: Uint32Array.from(this.#rows.key),
      keys: [...this.#keys.keys()],
      confidence: Float32Array.from(this.#confidence),
      own: Uint8Array.from(this.#own),
    }
  }
}

/** The edge at a place of the columns. */
export function edgeAt(columns: EdgeColumns, ids: readonly string[], at: number): ApiEdge {
  const type = RELATIONSHIP_TYPES[columns.type[at] ?? 0] ?? 'USES'
  const [from, to] = [ids[columns.from[at] ?? 0] ?? '', ids[columns.to[at] ?? 0] ?? '']
  const key = columns.keys[columns.key[at] ?? 0] ?? ''
  return {
    ...{ id: relationshipId({ from, type, to, key }), from, to, type, key },
    confidence: Math.round((columns.confidence[at] ?? 0) * 1e4) / 1e4,
    ...(type === 'LINKS_TO' ? { own: columns.own[at] === 1 } : {}),
  }
}
