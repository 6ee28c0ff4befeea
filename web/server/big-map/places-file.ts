import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../../../whole-file.ts'
import type { Places } from './compute.ts'

/** Which map the places are of. */
export interface MapName {
  /** The graph and its version, in whatever words. */
  graph: string
  limit: number
  ids: readonly string[]
}

const Stored = z.object({ x: z.string(), y: z.string(), check: z.string() })

/**
 * Keeps the settled places of big maps in files, so that a restart need not work them out again. A folder within one that is not
 * there is never made. What cannot be read, or is not whole, counts as not there.
 */
export class PlacesFile {
  readonly #folder: string | undefined

  constructor(folder: string | undefined) {
    this.#folder = folder
  }

  read(name: MapName): Places | undefined {
    if (this.#folder === undefined) return undefined
    try {
      const { x, y, check } = Stored.parse(JSON.parse(readFileSync(join(this.#folder, fileOf(name)), 'utf8')))
      if (check !== checkOf(name, x, y)) return undefined
      const places = { x: numbersOf(x), y: numbersOf(y) }
      return places.x.length === name.ids.length && places.y.length === name.ids.length ? places : undefined
    } catch {
      return undefined
    }
  }

  /** Writes the places and removes those of all other versions. A full disk or a read-only folder changes nothing. */
  keep(name: MapName, places: Places): void {
    if (this.#folder === undefined || !existsSync(dirname(this.#folder))) return
    try {
      mkdirSync(this.#folder, { recursive: true })
      const [x, y] = [textOf(places.x), textOf(places.y)]
      writeWhole(join(this.#folder, fileOf(name)), JSON.stringify({ x, y, check: checkOf(name, x, y) }))
      for (const file of readdirSync(this.#folder))
        if (file.startsWith('map.') && !file.startsWith(`map.${hash(name.graph)}.`)) rmSync(join(this.#folder, file))
    } catch {
      // It is worked out again after a restart.
    }
  }
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
const fileOf = ({ graph, limit }: MapName): string => `map.${hash(graph)}.${limit}.json`
const checkOf = ({ ids }: MapName, x: string, y: string): string => hash(JSON.stringify([ids, x, y]))
const textOf = ({ buffer, byteOffset, byteLength }: Float32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64')

function numbersOf(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
