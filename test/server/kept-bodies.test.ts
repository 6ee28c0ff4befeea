import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { KeptBodies, takesGzip } from '../../web/server/kept-bodies.ts'

const text = (bytes: Uint8Array): string => gunzipSync(bytes).toString('utf8')

async function* pieces(...all: string[]): AsyncGenerator<string> {
  yield* all
}

describe('answers that take long to write', () => {
  it('are written once for all who ask, and come as their compressed bytes', async () => {
    const bodies = new KeptBodies()
    let written = 0
    const write = () => {
      written += 1
      return pieces('{"a":', `"${'é'.repeat(200_000)}"`, '}')
    }
    const [one, other] = await Promise.all([bodies.get('a', write), bodies.get('a', write)])
    expect(JSON.parse(text(one))).toEqual({ a: 'é'.repeat(200_000) })
    expect(other).toBe(one)
    expect(await bodies.get('a', write)).toBe(one)
    expect(written).toBe(1)
  })

  it('are forgotten when others were asked for since', async () => {
    const bodies = new KeptBodies()
    for (const name of ['a', 'b', 'a', 'c']) await bodies.get(name, () => pieces(name))
    expect(text(await bodies.get('a', () => pieces('again')))).toBe('a')
    expect(text(await bodies.get('b', () => pieces('again')))).toBe('again')
  })

  it('are tried again when they failed', async () => {
    const bodies = new KeptBodies()
    const failing = async function* (): AsyncGenerator<string> {
      yield 'half'
      throw new Error('the graph changed')
    }
    await expect(bodies.get('a', failing)).rejects.toThrow('the graph changed')
    expect(text(await bodies.get('a', () => pieces('whole')))).toBe('whole')
  })
})

describe('who takes gzip', () => {
  it('says so', () => {
    for (const header of ['gzip', 'gzip, deflate, br, zstd', 'br;q=1, GZIP;q=0.5'])
      expect(takesGzip(header), header).toBe(true)
    for (const header of [undefined, '', 'br', 'identity', 'gzip;q=0', 'gzip; q=0.0, br', 'xgzip'])
      expect(takesGzip(header), header).toBe(false)
  })
})
