/** Bolt's way of writing values down (PackStream), as far as the stand-in needs it: https://neo4j.com/docs/bolt/current/packstream/ */

export type Packed =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Packed[]
  | { readonly [key: string]: Packed }
  | Structure

/** A message, or a value with a type of its own. */
export class Structure {
  readonly tag: number
  readonly fields: readonly Packed[]

  constructor(tag: number, fields: readonly Packed[]) {
    this.tag = tag
    this.fields = fields
  }
}

export function pack(value: Packed): Buffer {
  if (value === null) return Buffer.from([0xc0])
  if (typeof value === 'boolean') return Buffer.from([value ? 0xc3 : 0xc2])
  if (typeof value === 'bigint' || Number.isInteger(value)) return packInteger(BigInt(value as number | bigint))
  if (typeof value === 'number') {
    const buffer = Buffer.alloc(9, 0xc1)
    buffer.writeDoubleBE(value, 1)
    return buffer
  }
  if (typeof value === 'string') {
    const bytes = Buffer.from(value)
    return Buffer.concat([head(bytes.length, 0x80, [0xd0, 0xd1, 0xd2]), bytes])
  }
  if (value instanceof Structure) {
    return Buffer.concat([Buffer.from([0xb0 + value.fields.length, value.tag]), ...value.fields.map(pack)])
  }
  if (isList(value)) return Buffer.concat([head(value.length, 0x90, [0xd4, 0xd5, 0xd6]), ...value.map(pack)])
  const entries = Object.entries(value)
  const packed = entries.flatMap(([key, one]) => [pack(key), pack(one)])
  return Buffer.concat([head(entries.length, 0xa0, [0xd8, 0xd9, 0xda]), ...packed])
}

const isList = (value: object): value is readonly Packed[] => Array.isArray(value)

function packInteger(value: bigint): Buffer {
  if (value >= -16n && value < 128n) return Buffer.from([Number(BigInt.asUintN(8, value))])
  const buffer = Buffer.alloc(9, 0xcb)
  buffer.writeBigInt64BE(value, 1)
  return buffer
}

function head(size: number, tiny: number, [one, two, four]: readonly [number, number, number]): Buffer {
  if (size < 16) return Buffer.from([tiny + size])
  if (size < 256) return Buffer.from([one, size])
  if (size < 65_536) return Buffer.from([two, size >> 8, size & 0xff])
  const buffer = Buffer.alloc(5, four)
  buffer.writeUInt32BE(size, 1)
  return buffer
}

/** Reads the one value that `buffer` holds. Throws RangeError for what the stand-in does not know. */
export function unpack(buffer: Buffer): Packed {
  let at = 0
  const take = (size: number): Buffer => {
    at += size
    return buffer.subarray(at - size, at)
  }
  const sizeOf = (bytes: number): number => take(bytes).readUIntBE(0, bytes)
  const list = (size: number): Packed[] => Array.from({ length: size }, value)
  const map = (size: number): Packed =>
    Object.fromEntries(Array.from({ length: size }, (): [string, Packed] => [String(value()), value()]))

  function value(): Packed {
    const mark = sizeOf(1)
    const [kind, low] = [mark & 0xf0, mark & 0x0f]
    if (mark < 0x80) return mark
    if (kind === 0xf0) return mark - 256
    if (kind === 0x80) return take(low).toString()
    if (kind === 0x90) return list(low)
    if (kind === 0xa0) return map(low)
    if (kind === 0xb0) {
      const tag = sizeOf(1)
      return new Structure(tag, list(low))
    }
    if (mark === 0xc0) return null
    if (mark === 0xc1) return take(8).readDoubleBE()
    if (mark === 0xc2 || mark === 0xc3) return mark === 0xc3
    if (mark >= 0xc8 && mark <= 0xca) {
      const bytes = 2 ** (mark - 0xc8)
      return take(bytes).readIntBE(0, bytes)
    }
    if (mark === 0xcb) return Number(take(8).readBigInt64BE())
    if (mark >= 0xd0 && mark <= 0xd2) return take(sizeOf(2 ** (mark - 0xd0))).toString()
    if (mark >= 0xd4 && mark <= 0xd6) return list(sizeOf(2 ** (mark - 0xd4)))
    if (mark >= 0xd8 && mark <= 0xda) return map(sizeOf(2 ** (mark - 0xd8)))
    throw new RangeError(`PackStream: the mark ${mark.toString(16)} is not known here`)
  }
  return value()
}
