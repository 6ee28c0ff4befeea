import type { Socket } from 'node:net'
import { type Packed, pack, Structure, unpack } from './packstream.ts'

/** The messages of Bolt, by their tags: https://neo4j.com/docs/bolt/current/bolt/message/ */
export const REQUEST = {
  HELLO: 0x01,
  GOODBYE: 0x02,
  RESET: 0x0f,
  RUN: 0x10,
  BEGIN: 0x11,
  COMMIT: 0x12,
  ROLLBACK: 0x13,
  DISCARD: 0x2f,
  PULL: 0x3f,
  TELEMETRY: 0x54,
  ROUTE: 0x66,
  LOGON: 0x6a,
  LOGOFF: 0x6b,
} as const
const RESPONSE = { SUCCESS: 0x70, RECORD: 0x71, IGNORED: 0x7e, FAILURE: 0x7f } as const

/** What every client of Bolt says first. */
const MAGIC = 0x6060b017

/** The longest chunk of a message. */
const CHUNK = 65_535

/** What a server says over one socket. */
export class BoltWire {
  readonly #socket: Socket

  constructor(socket: Socket) {
    this.#socket = socket
  }

  success(metadata: { [key: string]: Packed } = {}): void {
    this.#send(RESPONSE.SUCCESS, [metadata])
  }

  record(values: readonly Packed[]): void {
    this.#send(RESPONSE.RECORD, [values])
  }

  failure(code: string, message: string): void {
    this.#send(RESPONSE.FAILURE, [{ code, message }])
  }

  ignored(): void {
    this.#send(RESPONSE.IGNORED, [])
  }

  #send(tag: number, fields: readonly Packed[]): void {
    const message = pack(new Structure(tag, fields))
    for (let at = 0; at < message.length; at += CHUNK) {
      const chunk = message.subarray(at, at + CHUNK)
      this.#socket.write(Buffer.concat([Buffer.from([chunk.length >> 8, chunk.length & 0xff]), chunk]))
    }
    this.#socket.write(Buffer.from([0, 0]))
  }
}

/** Answers the handshake with `version` if the client offers it, else with none, then hands over each message in turn. */
export async function readMessages(
  socket: Socket,
  [major, minor]: readonly [number, number],
  onMessage: (message: Structure) => Promise<void>,
): Promise<void> {
  let bytes = Buffer.alloc(0)
  let chunks: Buffer[] = []
  let isGreeted = false
  for await (const data of socket) {
    bytes = Buffer.concat([bytes, data])
    if (!isGreeted) {
      if (bytes.length >= 4 && bytes.readUInt32BE() !== MAGIC) throw new Error('the first words are not those of Bolt')
      if (bytes.length < 20) continue
      const isOffered = [4, 8, 12, 16].some((at) => {
        const [, range = 0, newest = 0, offered = 0] = bytes.subarray(at, at + 4)
        return offered === major && minor <= newest && minor >= newest - range
      })
      socket.write(Buffer.from(isOffered ? [0, 0, minor, major] : [0, 0, 0, 0]))
      isGreeted = true
      bytes = bytes.subarray(20)
    }
    while (bytes.length >= 2) {
      const size = bytes.readUInt16BE()
      if (bytes.length < 2 + size) break
      if (size > 0) chunks.push(bytes.subarray(2, 2 + size))
      bytes = bytes.subarray(2 + size)
      if (size > 0 || chunks.length === 0) continue
      const message = unpack(Buffer.concat(chunks))
      chunks = []
      if (message instanceof Structure) await onMessage(message)
    }
  }
}
