import { createHash } from 'node:crypto'
import { PapergraphError } from '../../../errors.ts'

/** The number at the head of every file that this version can read. */
const VERSION = 1
const FORMAT = 'papergraph-weights'
const KINDS = { i8: Int8Array, i16: Int16Array, i32: Int32Array, f32: Float32Array } as const
type Kind = keyof typeof KINDS
export type NumberArray = Int8Array | Int16Array | Int32Array | Float32Array
export type Weights = Record<string, NumberArray>

interface Head {
  format: string
  version: number
  sha256: string
  arrays: { name: string; kind: Kind; length: number }[]
}

/**
 * The bytes of a weights file: one line of JSON (format, version, the SHA-256 of what follows, and name, kind and length of each
 * array), then the arrays in that order, little-endian, each from a multiple of eight bytes after the line on.
 */
export function encodeWeights(weights: Weights): Buffer {
  const arrays = Object.entries(weights).map(([name, array]) => ({ name, kind: kindOf(array), length: array.length }))
  const body = Buffer.concat(Object.values(weights).map(padded))
  const head: Head = { format: FORMAT, version: VERSION, sha256: sha256(body), arrays }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body])
}

/** The arrays of a weights file by name. Throws PapergraphError `internal` where it is another version's or damaged. */
export function decodeWeights(bytes: Buffer, path: string): Weights {
  const newline = bytes.indexOf(10)
  const head = headOf(bytes.subarray(0, Math.max(0, newline)))
  const body = bytes.subarray(newline + 1)
  if (head?.format !== FORMAT || head.version !== VERSION || head.sha256 !== sha256(body)) {
    throw new PapergraphError('internal', `${path} is damaged or of another version: install papergraph again.`)
  }
  const weights: Weights = {}
  let at = 0
  for (const { name, kind, length } of head.arrays) {
    const size = length * KINDS[kind].BYTES_PER_ELEMENT
    // A copy, because an array must begin at a multiple of its element's size.
    weights[name] = new KINDS[kind](new Uint8Array(body.subarray(at, at + size)).buffer)
    at += Math.ceil(size / 8) * 8
  }
  return weights
}

/** The arrays whose names begin with `part` and a full stop, without that. */
export function under(weights: Weights, part: string): Weights {
  const own = Object.entries(weights).filter(([name]) => name.startsWith(`${part}.`))
  return Object.fromEntries(own.map(([name, array]) => [name.slice(part.length + 1), array]))
}

/** The same arrays with `part` and a full stop before their names. */
export function within(part: string, weights: Weights): Weights {
  return Object.fromEntries(Object.entries(weights).map(([name, array]) => [`${part}.${name}`, array]))
}

function headOf(line: Buffer): Head | undefined {
  try {
    return JSON.parse(line.toString('utf8')) as Head
  } catch {
    return undefined
  }
}

function kindOf(array: NumberArray): Kind {
  if (array instanceof Int8Array) return 'i8'
  if (array instanceof Int16Array) return 'i16'
  return array instanceof Int32Array ? 'i32' : 'f32'
}

function padded(array: NumberArray): Buffer {
  const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  return Buffer.concat([bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)])
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
