import { once } from 'node:events'
import { createGzip } from 'node:zlib'

const KEPT = 2
const GZIP = 'gzip'

/**
 * Answers that take long to write, as the compressed bytes that are sent, each under a name; those used longest ago are forgotten.
 * A big map is opened again and again by the pages of one graph, and its text takes as long to write as to draw.
 */
export class KeptBodies {
  readonly #kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  /** The compressed bytes of a text, which comes in pieces where they are not known yet. */
  get(name: string, pieces: () => AsyncIterable<string>): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = this.#kept.get(name) ?? compressed(pieces())
    this.#kept.delete(name)
    this.#kept.set(name, bytes)
    bytes.catch(() => this.#forget(name, bytes))
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest)
    return bytes
  }

  #forget(name: string, bytes: Promise<Uint8Array<ArrayBuffer>>): void {
    if (this.#kept.get(name) === bytes) this.#kept.delete(name)
  }
}

/** Whether who asks takes gzip, by the Accept-Encoding that they sent. */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  return (acceptEncoding ?? '').split(',').some((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
    return name === GZIP && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })
}

async function compressed(pieces: AsyncIterable<string>): Promise<Uint8Array<ArrayBuffer>> {
  const gzip = createGzip()
  const chunks: Buffer[] = []
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(gzip, 'end')
  for await (const piece of pieces) if (!gzip.write(piece)) await once(gzip, 'drain')
  gzip.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}
