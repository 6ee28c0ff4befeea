import { describe, expect, it } from 'vitest'
import { createApp } from '../../web/server/app.ts'
import { builtClient, fakeApp, INFO, QUESTIONS } from './fake-app.ts'
import { FakeReader } from './fake-reader.ts'

const TOKEN = 'a-token-of-enough-length'
const CYPHER = { text: 'RETURN 1' }

describe('a host name that is not ours', () => {
  it.each([
    'evil.example',
    'evil.example:4173',
    'localhost.evil.example',
    'evil.example.localhost.example',
    '127.0.0.1.evil.example',
    'localhost@evil.example',
    '192.168.1.20:4173',
    '0.0.0.0',
    '[::2]',
    'localhost, evil.example',
    'localhost:4173:80',
    '',
  ])('"%s" is refused everywhere', async (host) => {
    const { get, reader } = fakeApp({ clientFolder: builtClient() })
    for (const path of ['/api/status', '/', '/healthz', '/assets/index-abc123.js']) {
      const answer = await get(path, { Host: host })
      expect(answer.status).toBe(421)
      expect(await answer.json()).toMatchObject({ code: 'host-refused' })
    }
    expect(reader.asked).toEqual([])
  })

  it.each(['localhost', 'LOCALHOST:4173', 'localhost.', '127.0.0.1:80', '[::1]:4173', '[::1]', 'papers.example'])(
    'unlike "%s"',
    async (host) => {
      const { get } = fakeApp({ allowedHosts: ['Papers.example'] })
      expect((await get('/api/status', { Host: host })).status).toBe(200)
    },
  )

  it('is refused off loopback too, where addresses are fine', async () => {
    const { get } = fakeApp({ host: '0.0.0.0', token: TOKEN })
    const headers = { Authorization: `Bearer ${TOKEN}` }
    expect((await get('/api/status', { ...headers, Host: 'evil.example' })).status).toBe(421)
    expect((await get('/api/status', { ...headers, Host: '192.168.1.20:4173' })).status).toBe(200)
    expect((await get('/api/status', { ...headers, Host: '[fe80::1]:4173' })).status).toBe(200)
  })
})

describe('a page of another origin', () => {
  it.each([
    [{ Origin: 'https://evil.example' }],
    [{ Origin: 'null' }],
    [{ Origin: 'http://localhost:9999' }],
    [{ Origin: 'http://localhost.evil.example' }],
    [{ Origin: 'localhost' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ 'Sec-Fetch-Site': 'anything' }],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'https://evil.example' }],
  ])('with %j may neither read nor ask', async (headers) => {
    const { get, post, reader } = fakeApp()
    const host = { Host: 'localhost' }
    const answers = [await get('/api/status', { ...host, ...headers })]
    answers.push(await post('/api/cypher', CYPHER, { ...host, ...headers }))
    for (const answer of answers) {
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ code: 'origin-refused' })
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
    expect(reader.typed).toEqual([])
  })

  it('is not our own page', async () => {
    const { post } = fakeApp()
    const headers = { Host: 'localhost:4173', Origin: 'http://localhost:4173', 'Sec-Fetch-Site': 'same-origin' }
    expect((await post('/api/cypher', CYPHER, headers)).status).toBe(200)
  })

  it('gets no leave by asking beforehand', async () => {
    const { app } = fakeApp()
    const answer = await app.request('/api/cypher', { method: 'OPTIONS' })
    expect(answer.status).toBe(405)
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('a body that is off', () => {
  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['text/plain; application/json', 415],
    ['application/jsonp', 415],
    ['', 415],
    ['application/json;charset=utf-8', 200],
  ])('of the content type "%s" gives %i', async (type, status) => {
    const { app } = fakeApp()
    const body = new TextEncoder().encode(JSON.stringify(CYPHER))
    const answer = await app.request('/api/cypher', { method: 'POST', headers: { 'Content-Type': type }, body })
    expect(answer.status).toBe(status)
  })

  it.each([
    '',
    '{',
    '{"text":',
    'null',
    '[]',
    '"RETURN 1"',
    '{"text":1}',
    '{"text":""}',
    '{"text":"RETURN 1","text2":1}',
    '{"text":"RETURN 1","parameters":[1]}',
    '{"text":"RETURN 1","timeoutMs":-1}',
    '{"text":"RETURN 1","maxRows":1e999}',
    '{"text":"RETURN 1","__proto__":{"parameters":{}}}',
    '{"text":"RETURN 1","parameters":{"a":{"__proto__":{"isAdmin":true}}}}',
    `{"text":"RETURN 1","parameters":{"a":${'['.repeat(40)}${']'.repeat(40)}}}`,
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    `{"text":"${'x'.repeat(100_001)}"}`,
  ])('%.60s gives 400 and one sentence', async (body) => {
    const { post, reader } = fakeApp()
    const answer = await post('/api/cypher', body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'usage', detail: expect.stringMatching(/^The body .*\.$/) })
    expect(reader.typed).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
  })

  it('is refused when it is too large, whether it says so or not', async () => {
    const { app, post } = fakeApp()
    const large = JSON.stringify({ text: 'RETURN 1', parameters: { a: 'x'.repeat(300_000) } })
    const said = await post('/api/cypher', large, { 'Content-Length': String(large.length) })
    expect(said.status).toBe(413)
    const chunked = await app.request('/api/cypher', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect(chunked.status).toBe(413)
    expect(await chunked.json()).toMatchObject({ code: 'too-large', detail: 'The body is larger than 256 kB.' })
  })
})

describe('an address that is off', () => {
  it.each([
    '/api/map?limit=0',
    '/api/map?limit=-1',
    '/api/map?limit=1e3',
    '/api/map?limit=',
    '/api/map?limit=1&limit=2',
    '/api/map?limt=1',
    '/api/map?__proto__=1',
    '/api/map?constructor=1',
    '/api/search',
    '/api/search?q=',
    `/api/search?q=${'x'.repeat(501)}`,
    '/api/search?q=x&type=author',
    '/api/search?q=x&from=soon',
    '/api/search?q=x&to=2020&to=2021',
    '/api/search?q=x&type=__proto__',
    '/api/node',
    '/api/node?id=a&id=b',
    `/api/node?id=${'x'.repeat(1001)}`,
    '/api/neighbours?id=river&offset=99999999999999999999',
    '/api/edge?from=a&to=b&type=KNOWS',
    '/api/edge?from=a&to=b',
    '/api/edges',
    '/api/status?x=1',
  ])('%.60s gives 400 and one sentence', async (address) => {
    const { get, reader } = fakeApp()
    const answer = await get(address)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'usage', detail: expect.stringMatching(/^The address .*\.$/) })
    expect(reader.asked).toEqual([])
  })

  it.each(['/api/node?id=%', '/api/node?id=%zz', '/api/node?id=%ff%fe', '/api/node?id=%00', '/api/node?id=__proto__'])(
    '%s is an id like any other: not there',
    async (address) => {
      expect((await fakeApp().get(address)).status).toBe(404)
    },
  )

  it.each(['/api/query/__proto__', '/api/query/constructor', '/api/query/%2e%2e%2fmap', '/api/query/%E0%A4%A'])(
    '%s is no question',
    async (address) => {
      expect((await fakeApp().get(address)).status).toBe(404)
    },
  )

  it('passes keys of a question on as they are, without touching any prototype', async () => {
    const { get, reader } = fakeApp()
    await get('/api/query/map?__proto__=x&limit=1')
    expect(Object.keys(reader.asked[0]?.parameters ?? {})).toEqual(['__proto__', 'limit'])
    expect(Object.getPrototypeOf(reader.asked[0]?.parameters)).toBe(Object.prototype)
  })

  it.each(['/api', '/api/', '/api/nothing', '/api/node/x', '/api//status', '/API/status', '/api/%73tatus/x'])(
    '%s is not there',
    async (address) => {
      expect((await fakeApp({ clientFolder: builtClient() }).get(address)).status).toBe(404)
    },
  )

  it.each([
    ['POST', '/api/status', 'GET, HEAD'],
    ['DELETE', '/api/edges', 'GET, HEAD, POST'],
    ['GET', '/api/cypher', 'POST'],
    ['PUT', '/api/query/map', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
  ])('%s %s is told what is understood', async (method, address, allowed) => {
    const answer = await fakeApp().app.request(address, { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe(allowed)
    expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' })
  })
})

describe('a path out of the client’s folder', () => {
  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/..%c0%afsecret.txt',
    '/....//secret.txt',
    '//secret.txt',
    '/%00/../secret.txt',
    '/index.html%00.js',
    '/file:///etc/passwd',
  ])('%s leads nowhere', async (path) => {
    const answer = await fakeApp({ clientFolder: builtClient() }).get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('a secret')
  })
})

describe('a server that other machines reach', () => {
  it('does not start without a token', () => {
    const make = () =>
      createApp({
        reader: new FakeReader(),
        info: INFO,
        clientFolder: '/nowhere',
        host: '0.0.0.0',
        questions: QUESTIONS,
      })
    expect(make).toThrow('Listening on 0.0.0.0 opens the graph to other machines and needs a token.')
  })

  it.each<Record<string, string>>([
    {},
    { Authorization: '' },
    { Authorization: 'Bearer' },
    { Authorization: 'Bearer wrong' },
    { Authorization: `Bearer ${TOKEN}x` },
    { Authorization: `Bearer ${TOKEN.slice(0, -1)}` },
    { Authorization: `Basic ${TOKEN}` },
    { Authorization: TOKEN },
    { Cookie: `papergraph=${TOKEN}` },
    { Cookie: 'papergraph_00000000=0' },
  ])('answers nothing to %j', async (headers) => {
    const { get, post, reader, entries } = fakeApp({ token: TOKEN })
    for (const answer of [
      await get('/api/status', headers),
      await get(`/api/status?token=${TOKEN}`, headers),
      await get('/api/nothing', headers),
      await post('/api/cypher', CYPHER, headers),
    ]) {
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toContain('Bearer')
      expect(await answer.text()).not.toContain(TOKEN)
    }
    expect([reader.asked, reader.typed]).toEqual([[], []])
    expect(JSON.stringify(entries)).not.toContain(TOKEN)
  })

  it('answers whoever has the token, and says that it is alive to anybody', async () => {
    const { get } = fakeApp({ token: TOKEN })
    expect((await get('/api/status', { Authorization: `Bearer ${TOKEN}` })).status).toBe(200)
    expect(await (await get('/healthz')).text()).toBe('ok')
  })
})

describe('every answer', () => {
  it.each(['/', '/assets/index-abc123.js', '/api/status', '/api/nothing', '/nothing', '/healthz'])(
    'such as %s tells a browser to be careful',
    async (path) => {
      const { headers } = await fakeApp({ clientFolder: builtClient() }).get(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
          "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{12}$/)
    },
  )
})
