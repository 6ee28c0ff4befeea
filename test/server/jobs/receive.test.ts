import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CutOff, type ReceiveOptions, receive } from '../../../web/server/jobs/receive.ts'
import { bodyOf } from './fake-runner.ts'

const place = (): string => join(mkdtempSync(join(tmpdir(), 'papergraph-receive-')), 'body')
const options = (change: Partial<ReceiveOptions> = {}): ReceiveOptions => ({
  ...{ mostBytes: 10, signal: new AbortController().signal, onBytes: () => undefined },
  ...change,
})

describe('a body that arrives', () => {
  it('is a file when it is whole, and tells how far it is', async () => {
    const path = place()
    const seen: number[] = []
    const bytes = await receive(bodyOf('abc', 'defgh'), path, options({ onBytes: (done) => seen.push(done) }))
    expect([bytes, seen, readFileSync(path, 'utf8')]).toEqual([8, [3, 8], 'abcdefgh'])
    expect(existsSync(`${path}.part`)).toBe(false)
  })

  it('is refused as soon as it is too large, without reading the rest', async () => {
    const path = place()
    let given = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given++
        yield Buffer.from('abcd')
      }
    }
    await expect(receive(endless(), path, options())).rejects.toMatchObject({ status: 413, code: 'too-large' })
    expect(given).toBe(3)
    expect(existsSync(path)).toBe(false)
  })

  it('that breaks off is no file', async () => {
    const path = place()
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('abc')
      throw new Error('the connection is gone')
    }
    await expect(receive(broken(), path, options())).rejects.toBeInstanceOf(CutOff)
    expect(readdirSync(join(path, '..'))).toEqual(['body.part'])
  })

  it('that falls silent is given up', async () => {
    const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) }
    await expect(receive(silent, place(), options({ silenceMs: 30 }))).rejects.toBeInstanceOf(CutOff)
  })

  it('can be stopped', async () => {
    const stop = new AbortController()
    const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) }
    const receiving = receive(silent, place(), options({ signal: stop.signal }))
    setTimeout(() => stop.abort(), 10)
    await expect(receiving).rejects.toBeInstanceOf(CutOff)
  })
})
