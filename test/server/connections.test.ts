import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type RunningServer, serve } from '../../web/server/serve.ts'

const running: RunningServer[] = []
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await Promise.all(running.splice(0).map((server) => server.close()))
})

type Limits = NonNullable<Parameters<typeof serve>[0]['limits']>

const HUGE = 'x'.repeat(30_000_000)

async function start(limits: Limits, host = '127.0.0.1') {
  const app = {
    fetch: async (request: Request) => {
      const body = await request.text().catch(() => '')
      // As an answer that has to be asked for.
      await new Promise((wait) => setTimeout(wait, 5))
      return new Response(new URL(request.url).pathname === '/huge' ? HUGE : `got ${body.length}`)
    },
  }
  const server = await serve({ app, host, port: 0, limits })
  running.push(server)
  return server
}

/** Opens a connection and says when it was ended. */
function open(port: number) {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  const started = performance.now()
  const state = { socket, answer: '', received: 0 }
  const closed = new Promise<number>((resolve) => {
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(performance.now() - started))
  })
  return { ...state, closed }
}

const QUICK: Limits = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 }
const answers = async (port: number) => (await fetch(`http://127.0.0.1:${port}/`)).text()

describe('a client that is slow', () => {
  it('with its first byte, its headers or its body loses its connection, and others are answered meanwhile', async () => {
    const { port } = await start(QUICK)
    const silent = open(port)
    const drip = open(port)
    const body = open(port)
    body.socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n')
    drip.socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n')
    for (const { socket } of [silent, drip, body]) socket.resume()
    const timer = setInterval(() => {
      if (drip.socket.writable) drip.socket.write('X: y\r\n')
      if (body.socket.writable) body.socket.write('z')
    }, 40)
    expect(await answers(port)).toBe('got 0')
    const took = await Promise.all([silent.closed, drip.closed, body.closed])
    clearInterval(timer)
    expect(took.every((ms) => ms < 3_000)).toBe(true)
    expect(took[1]).toBeGreaterThan(250)
    expect(took[2]).toBeGreaterThan(550)
  })

  it('to read its answer loses its connection, whether it reads nothing or a little', async () => {
    const { port } = await start({ unreadMs: 400, slowestBytes: 1_000_000 })
    const never = open(port)
    const little = open(port)
    for (const { socket } of [never, little]) {
      socket.pause()
      socket.write('GET /huge HTTP/1.1\r\nHost: localhost\r\n\r\n')
    }
    const timer = setInterval(() => little.socket.read(100), 20)
    await new Promise((wait) => setTimeout(wait, 1_500))
    clearInterval(timer)
    for (const { socket } of [never, little]) {
      let received = 0
      socket.on('data', (data) => {
        received += data.length
      })
      socket.resume()
      await (socket === never.socket ? never : little).closed
      // What the system had taken by then, and not the rest.
      expect(received).toBeLessThan(HUGE.length / 2)
    }
    expect(await answers(port)).toBe('got 0')
  })

  it('but steady gets the whole answer', async () => {
    // Slow as a busy machine may make it: what counts is that it goes on.
    const { port } = await start({ unreadMs: 1_000, slowestBytes: 1_000 })
    const steady = open(port)
    let received = 0
    steady.socket.on('data', (data) => {
      received += data.length
      steady.socket.pause()
      setTimeout(() => steady.socket.resume(), 5)
    })
    steady.socket.write('GET /huge HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
    expect(await steady.closed).toBeGreaterThan(1_500)
    expect(received).toBeGreaterThan(HUGE.length)
  })
})

describe('a client that asks without waiting', () => {
  it('is answered in its order, and loses its connection when that is too much', async () => {
    const { port } = await start({ pipelined: 5 })
    const request = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\na'
    const last = request.replace('Host', 'Connection: close\r\nHost')
    const texts: string[] = []
    for (const count of [5, 1_000]) {
      const asking = open(port)
      let text = ''
      asking.socket.on('data', (data) => {
        text += data
      })
      asking.socket.write(request.repeat(count - 1) + last)
      await asking.closed
      texts.push(text)
    }
    expect(texts.map((text) => text.split('got 1').length - 1)).toEqual([5, 0])
    expect(await answers(port)).toBe('got 0')
  })
})

describe('a client with many connections', () => {
  it('cannot take them all where others reach the server too', async () => {
    const { port } = await start({ perClient: 5 }, '0.0.0.0')
    const held = Array.from({ length: 5 }, () => open(port))
    await new Promise((wait) => setTimeout(wait, 100))
    await Promise.all(Array.from({ length: 20 }, () => open(port).closed))
    expect(held.every(({ socket }) => !socket.destroyed)).toBe(true)
    // Once it lets go of them it is served again.
    for (const { socket, closed } of held) {
      socket.destroy()
      await closed
    }
    await new Promise((wait) => setTimeout(wait, 100))
    expect(await answers(port)).toBe('got 0')
  })
})
