import { describe, expect, it } from 'vitest'
import { ClientBuckets } from '../../web/server/client-buckets.ts'
import { fakeApp } from './fake-app.ts'

const TOKEN = 'a-token-of-enough-length'
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

describe('buckets of clients', () => {
  it('let so many through at once, and then so many a second', () => {
    let now = 0
    const buckets = new ClientBuckets({ capacity: 2, perSecond: 0.5 }, () => now)
    buckets.take('a')
    expect([buckets.wait('a'), buckets.wait('b')]).toEqual([0, 0])
    buckets.take('a')
    expect([buckets.wait('a'), buckets.wait('b')]).toEqual([2, 0])
    now = 1_000
    expect(buckets.wait('a')).toBe(1)
    now = 2_000
    expect(buckets.wait('a')).toBe(0)
    now = 1e9
    for (const _ of [1, 2]) buckets.take('a')
    expect(buckets.wait('a')).toBe(2)
  })

  it('remember no more than ten thousand clients, and forget the quietest', () => {
    const buckets = new ClientBuckets({ capacity: 1, perSecond: 1e-9 }, () => 0)
    buckets.take('loud')
    for (let client = 0; client < 20_000; client += 1) {
      buckets.take(String(client))
      if (client % 1000 === 0) buckets.take('loud')
    }
    expect([buckets.size, buckets.wait('loud') > 0, buckets.wait('0')]).toEqual([10_000, true, 0])
  })
})

describe('requests beyond the limit', () => {
  const headers = { Host: '192.0.2.1', Authorization: `Bearer ${TOKEN}`, 'X-Forwarded-For': '203.0.113.9' }

  it('are refused when the server listens beyond this machine, for that client alone', async () => {
    const { app } = fakeApp({ host: '0.0.0.0', token: TOKEN, settings: { requestsPerSecond: 5 } })
    const ask = (address: string) => app.request('/api/status', { headers }, from(address))
    for (let request = 0; request < 20; request += 1) expect((await ask('198.51.100.1')).status).toBe(200)
    // A header cannot make another client of it.
    const refused = await app.request(
      '/api/status',
      { headers: { ...headers, 'X-Forwarded-For': '203.0.113.10' } },
      from('198.51.100.1'),
    )
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect(await refused.json()).toEqual({
      type: 'about:blank',
      title: 'Too Many Requests',
      status: 429,
      code: 'too-many-requests',
      detail: 'That is more than 5 requests a second: come back in 1 s.',
    })
    expect((await ask('198.51.100.2')).status).toBe(200)
  })

  it('are none on loopback', async () => {
    const { app } = fakeApp({ settings: { requestsPerSecond: 1 } })
    for (let request = 0; request < 50; request += 1)
      expect((await app.request('/api/status', {}, from('127.0.0.1'))).status).toBe(200)
  })
})

describe('whoever guesses the token', () => {
  const guess = (number: number) => ({ headers: { Authorization: `Bearer guess-number-${number}-of-many` } })

  it('is refused unheard after ten wrong ones, even with the right one, from that address alone', async () => {
    const { app } = fakeApp({ token: TOKEN })
    const right = { headers: { Authorization: `Bearer ${TOKEN}` } }
    const guesser = from('127.0.0.1')
    for (let number = 0; number < 10; number += 1)
      expect((await app.request('/api/status', guess(number), guesser)).status).toBe(401)
    for (const asked of [guess(10), right]) {
      const refused = await app.request('/api/status', asked, guesser)
      expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 6])
      expect(await refused.json()).toMatchObject({ code: 'too-many-guesses' })
    }
    expect((await app.request('/api/status', right, from('127.0.0.2'))).status).toBe(200)
  })

  it('through a page elsewhere does not lock out who has the cookie', async () => {
    const { app } = fakeApp({ token: TOKEN })
    const client = from('127.0.0.1')
    const given = await app.request(`/?token=${TOKEN}`, {}, client)
    const cookie = (given.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const statuses: number[] = []
    for (let number = 0; number < 12; number += 1)
      statuses.push((await app.request(`/?token=guess-${number}`, {}, client)).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
    expect((await app.request('/api/status', { headers: { Cookie: cookie } }, client)).status).toBe(200)
  })

  it('is not whoever says no token at all', async () => {
    const { app } = fakeApp({ token: TOKEN })
    for (let request = 0; request < 30; request += 1) expect((await app.request('/api/status')).status).toBe(401)
  })
})
