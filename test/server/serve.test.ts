import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { PapergraphError } from '../../errors.ts'
import { type RunningServer, serve } from '../../web/server/serve.ts'
import { builtClient, fakeApp } from './fake-app.ts'

const running: RunningServer[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

async function start(options: Parameters<typeof fakeApp>[0] = {}) {
  const fake = fakeApp({ clientFolder: builtClient(), ...options })
  const server = await serve({ app: fake.app, host: '127.0.0.1', port: 0 })
  running.push(server)
  return { ...fake, server }
}

/** Sends bytes as they are and reads all that comes back. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('a server', () => {
  it('takes any free port and says where it is', async () => {
    const { server } = await start()
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/`)
    const answer = await fetch(new URL('api/status', server.url))
    expect(await answer.json()).toMatchObject({ version: 'v1' })
  })

  it('says what to do when the port is in use', async () => {
    const { server, app } = await start()
    const second = serve({ app, host: '127.0.0.1', port: server.port })
    await expect(second).rejects.toBeInstanceOf(PapergraphError)
    await expect(second).rejects.toMatchObject({
      code: 'port-in-use',
      message: `Port ${server.port} on 127.0.0.1 is in use, perhaps by another papergraph: stop that one, or choose another port with --port (0 takes any that is free).`,
    })
  })

  it.each(['192.0.2.1', 'no-such-host.invalid'])('says that %s is not an address of this machine', async (host) => {
    const { app } = fakeApp()
    const answer = serve({ app, host, port: 0 })
    await expect(answer).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(host) })
  })

  it('compresses over the wire, and answers 304 without a body', async () => {
    const { server } = await start()
    const map = await fetch(new URL('api/map', server.url), { headers: { 'Accept-Encoding': 'gzip' } })
    expect(map.headers.get('content-encoding')).toBe('gzip')
    expect(await map.json()).toMatchObject({ version: 'v1' })
    const headers = { 'If-None-Match': map.headers.get('etag') ?? '', 'Accept-Encoding': 'gzip' }
    const again = await fetch(new URL('api/map', server.url), { headers })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    const asset = await fetch(new URL('assets/index-abc123.js', server.url))
    expect(await asset.text()).toContain("console.log('view')")
  })

  it('answers HEAD like GET, without the body', async () => {
    const { server } = await start()
    const answer = await fetch(new URL('api/status', server.url), { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  it('ends a typed query when the client goes away', async () => {
    const { server, reader, entries } = await start()
    let ended: unknown
    reader.onCypher = ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          ended = signal.aborted
          reject(new PapergraphError('query-cancelled', 'The query was cancelled.'))
        })
      })
    const client = httpRequest(new URL('api/cypher', server.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
    })
    client.on('error', () => {})
    client.end('{"text":"RETURN 1"}')
    await until(() => reader.typed.length === 1)
    client.destroy()
    await until(() => entries.length === 1)
    expect(ended).toBe(true)
    expect(entries).toMatchObject([{ status: 499, path: '/api/cypher' }])
  })

  it('finishes running answers before it closes, and takes no new ones', async () => {
    const { server, reader } = await start()
    let finish = (): void => {}
    reader.onCypher = () =>
      new Promise((resolve) => {
        finish = () => resolve([{ late: true }])
      })
    const answer = fetch(new URL('api/cypher', server.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"text":"RETURN 1"}',
    })
    await until(() => reader.typed.length === 1)
    const closed = server.close()
    await expect(fetch(new URL('api/status', server.url))).rejects.toThrow()
    finish()
    expect(await (await answer).json()).toMatchObject({ columns: ['late'] })
    await closed
  })

  it('ends answers that do not finish when it closes', async () => {
    const { server, reader } = await start()
    let signal: AbortSignal | undefined
    reader.onCypher = (options) => {
      signal = options.signal
      return new Promise(() => {})
    }
    const answer = fetch(new URL('api/cypher', server.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"text":"RETURN 1"}',
    })
    const failed = expect(answer).rejects.toThrow()
    await until(() => reader.typed.length === 1)
    await server.close()
    await failed
    await until(() => signal?.aborted === true)
  })
})

describe('bytes that no browser sends', () => {
  const get = (target: string, ...headers: string[]) =>
    `GET ${target} HTTP/1.1\r\n${['Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`
  const post = (body: string, ...headers: string[]) =>
    `POST /api/cypher HTTP/1.1\r\n${['Host: localhost', 'Connection: close', 'Content-Type: application/json', ...headers].join('\r\n')}\r\n\r\n${body}`

  it.each([
    ['a path upwards', get('/../secret.txt'), 404],
    ['an encoded path upwards', get('/assets/%2e%2e/%2e%2e/secret.txt'), 404],
    ['an encoded slash', get('/..%2fsecret.txt'), 404],
    ['a backslash', get('/..\\secret.txt'), 400],
    ['two slashes', get('//secret.txt'), 404],
    ['a whole foreign address', get('http://evil.example/api/status'), 421],
    ['no path', get('secret.txt'), 400],
    ['a lone percent sign', get('/%'), 404],
    ['a percent sign in the query', get('/api/node?id=%'), 404],
    ['no Host', 'GET /api/status HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an old protocol without Host', 'GET /api/status HTTP/1.0\r\n\r\n', 400],
    ['two Hosts', get('/api/status', 'Host: evil.example'), 421],
    ['a Host with a space', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['a Host with a user', 'GET / HTTP/1.1\r\nHost: u@localhost\r\nConnection: close\r\n\r\n', 400],
    ['a foreign Host', 'GET /api/status HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 421],
    ['headers without end', get('/', `X: ${'x'.repeat(70_000)}`), 431],
    ['two lengths', post('{}', 'Content-Length: 2', 'Content-Length: 40'), 400],
    ['a length and chunks', post('0\r\n\r\n', 'Content-Length: 2', 'Transfer-Encoding: chunked'), 400],
    ['a length beyond the limit', post('', 'Content-Length: 99999999'), 413],
    [
      'chunks beyond the limit',
      post(`493E0\r\n${' '.repeat(0x493e0)}\r\n0\r\n\r\n`, 'Transfer-Encoding: chunked'),
      413,
    ],
    ['an unknown method', 'BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 400],
    ['TRACE', 'TRACE /api/status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 405],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\r\n\r\n', 400],
  ])('such as %s', async (_, text, status) => {
    const { server, reader } = await start()
    const answer = await raw(server.port, text)
    expect(answer.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).not.toContain('a secret')
    expect(reader.typed).toEqual([])
    // And the server is still there.
    expect((await fetch(new URL('healthz', server.url))).status).toBe(200)
  })
})
