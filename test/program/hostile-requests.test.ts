import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canariesIn, type Secrets } from './canaries.ts'
import { CYPHER, get, type HostileRequest, post } from './hostile-request.ts'
import { HOSTILE_REQUESTS } from './hostile-requests.ts'
import { naiveServer } from './naive-server.ts'
import { digestOf, papergraph } from './papergraph.ts'
import { openSocket, sendRaw } from './raw-request.ts'
import { type RunningProgram, startServer } from './running-server.ts'
import { SLOW_REQUESTS, type SlowRequest } from './slow-requests.ts'

const TOKEN = 'a-token-for-hostile-requests'
const GRAPH = 'CanaryOfTheGraph'
const FILE = 'CanaryOfAFile'
const ALL = Object.entries(HOSTILE_REQUESTS).flatMap(([attack, requests]) =>
  Object.entries(requests).map(([name, request]) => ({ attack, name, request })),
)

let folder: string
let data: string
let secretFile: string
let version: string
let digest: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-hostile-'))
  data = join(folder, 'data')
  secretFile = join(folder, 'secret.js')
  writeFileSync(secretFile, FILE)
  const paper = { id: 'test:1', title: `${GRAPH}: a paper`, abstract: 'We use BERT on GLUE.', year: 2020 }
  const { status, stderr } = await papergraph(['ingest', '-', '--data', data], { input: JSON.stringify(paper) })
  if (status !== 0) throw new Error(stderr)
  const { stdout } = await papergraph(['status', '--json', '--data', data])
  ;({ version, digest } = JSON.parse(stdout))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const secrets = (): Secrets => ({
  graph: [GRAPH, version],
  files: [FILE, '"name": "papergraph"', 'root:x:0', '[core]', TOKEN],
})
const filled = ({ bytes }: HostileRequest, port: number): string =>
  bytes.replaceAll('{port}', String(port)).replaceAll('{token}', TOKEN).replaceAll('{file}', secretFile)
/** An address of its own for each, so that one that guesses does not have the next refused, and the log tells them apart. */
const addressOf = (index: number): string => `127.0.${1 + Math.floor(index / 200)}.${1 + (index % 200)}`

const KINDS: { kind: 'open' | 'guarded'; env: Record<string, string> }[] = [
  { kind: 'open', env: {} },
  { kind: 'guarded', env: { PAPERGRAPH_TOKEN: TOKEN } },
]
describe.each(KINDS)('a server that is $kind', ({ kind, env }) => {
  let server: RunningProgram
  let log: string
  beforeAll(async () => {
    log = join(folder, `${kind}.log`)
    server = await startServer(['--data', data, '--log', log], env)
  })
  afterAll(() => server.stop())

  const ordinary = async (): Promise<unknown> => {
    const headers = { Authorization: `Bearer ${TOKEN}` }
    const answer = await fetch(`${server.address}/api/status`, { headers })
    return [answer.status, ((await answer.json()) as { version: string }).version]
  }

  it.each(ALL.map((each, index) => ({ ...each, index })))(
    'gives nothing to $attack: $name',
    async ({ request, index }) => {
      const sender = { port: server.port, from: addressOf(index) }
      const answer = await sendRaw(sender, filled(request, server.port))
      expect(answer.status, answer.text.slice(0, 500)).toBe(request[kind])
      const expected = kind === 'open' && request.mayRead ? ['graph'] : []
      // What may be read need not hold anything of the graph, but nothing else is allowed.
      expect(canariesIn(answer.text, secrets()).filter((canary) => !expected.includes(canary))).toEqual([])
      expect(await ordinary()).toEqual([200, version])
    },
  )

  it('did nothing of what those asked, by its log', () => {
    const entries = readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { client: string; status: number; path: string; route: string })
    if (process.platform !== 'linux') return
    const through = ALL.flatMap(({ attack, name, request }, index) => {
      const own = entries.filter(({ client }) => client === addressOf(index))
      const done = own.filter(({ status }) => status < 400)
      const allowed = typeof request[kind] === 'number' && request[kind] < 400 ? 1 : 0
      return own.length > 1 || done.length > allowed ? [{ attack, name, own }] : []
    })
    expect(through).toEqual([])
    // And the log would have told: the ordinary questions are in it.
    const ordinary = entries.filter(
      ({ client, route, status }) => client === '127.0.0.1' && route === '/api/status' && status === 200,
    )
    expect(ordinary).toHaveLength(ALL.length)
    expect(readFileSync(log, 'utf8')).not.toContain(TOKEN)
  })

  it('has the same graph afterwards, and no failure of its own', async () => {
    expect(await digestOf(data)).toBe(digest)
    expect(server.told().replace('Stop it with Ctrl-C.\n', '')).toBe('')
  })

  it('ends whoever is slow, and answers others meanwhile', async () => {
    let isOver = false
    const slow = Object.entries(SLOW_REQUESTS).map(
      async ([name, request]) =>
        [name, await (request.answerBytes ? deafIsEnded : slowIsEnded)(server.port, request)] as const,
    )
    const asking = (async () => {
      const took: number[] = []
      while (!isOver) {
        const started = performance.now()
        expect(await ordinary()).toEqual([200, version])
        took.push(performance.now() - started)
        await new Promise((wait) => setTimeout(wait, 200))
      }
      return Math.max(...took)
    })()
    const ended = Object.fromEntries(await Promise.all(slow))
    isOver = true
    expect(ended).toEqual(Object.fromEntries(Object.keys(SLOW_REQUESTS).map((name) => [name, true])))
    expect(await asking).toBeLessThan(2_000)
  })
})

describe('a token that is guessed', () => {
  it('lets nobody in after ten wrong ones, not even with the right one among the next', async () => {
    const server = await startServer(['--data', data], { PAPERGRAPH_TOKEN: TOKEN })
    const statuses: unknown[] = []
    for (let guess = 0; guess < 40; guess += 1) {
      const token = guess === 25 ? TOKEN : `guess-of-the-token-${guess}`
      const request = get('/api/status', [401, 401], `Authorization: Bearer ${token}`)
      const { status, text } = await sendRaw({ port: server.port, from: '127.0.9.9' }, filled(request, server.port))
      statuses.push(status)
      expect(canariesIn(text, secrets())).toEqual([])
      if (status === 429) expect(text).toMatch(/\r\nRetry-After: [1-6]\r\n/i)
    }
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(30).fill(429)])
    await server.stop()
  })
})

describe('each canary', () => {
  it('is set off by what hostile requests get from a server that guards nothing', async () => {
    const client = join(folder, 'client')
    const { server, port } = await naiveServer(client, GRAPH)
    const setOff: Record<string, number> = {}
    for (const { request } of ALL) {
      const { text } = await sendRaw({ port }, filled(request, port))
      for (const canary of canariesIn(text, secrets())) setOff[canary] = (setOff[canary] ?? 0) + 1
    }
    server.close()
    expect(Object.keys(setOff).sort()).toEqual(['elsewhere', 'file', 'graph', 'header', 'smuggled', 'stack'])
    // Most requests, not only one of each kind.
    expect(Object.values(setOff).reduce((sum, count) => sum + count)).toBeGreaterThan(ALL.length / 2)
  })

  it('of the graph is set off by an ordinary question', async () => {
    const server = await startServer(['--data', data])
    for (const request of [get('/api/map', [200, 401]), post(CYPHER, [200, 401])]) {
      const { status, text } = await sendRaw({ port: server.port }, filled(request, server.port))
      expect([status, canariesIn(text, secrets())]).toEqual([200, ['graph']])
    }
    await server.stop()
  })

  it('has at least eighty requests to guard against', () => expect(ALL.length).toBeGreaterThanOrEqual(80))
})

/** Whether the server ends a connection in time that is slow to ask. */
async function slowIsEnded(
  port: number,
  { first, more, everyMs = 1_000, endsWithinMs }: SlowRequest,
): Promise<boolean> {
  const socket = openSocket({ port })
  socket.resume()
  socket.write(first.replaceAll('{port}', String(port)))
  const timer = setInterval(() => more !== undefined && socket.writable && socket.write(more), everyMs)
  let late: NodeJS.Timeout | undefined
  const isEnded = await Promise.race([
    new Promise<boolean>((resolve) => socket.once('close', () => resolve(true))),
    new Promise<boolean>((resolve) => {
      late = setTimeout(() => resolve(false), endsWithinMs)
    }),
  ])
  clearTimeout(late)
  clearInterval(timer)
  socket.destroy()
  return isEnded
}

/** Whether the server gave up a connection that reads nothing: then most of the answer never comes. */
async function deafIsEnded(port: number, { first, answerBytes = 0, endsWithinMs }: SlowRequest): Promise<boolean> {
  const socket = openSocket({ port })
  socket.pause()
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write(first.replaceAll('{port}', String(port)).replaceAll('{token}', TOKEN))
  await new Promise((wait) => setTimeout(wait, endsWithinMs))
  let received = 0
  let start = ''
  socket.setEncoding('latin1').on('data', (data: string) => {
    received += data.length
    start ||= data
  })
  socket.resume()
  await closed
  // It was being answered.
  expect(start.slice(0, 15)).toBe('HTTP/1.1 200 OK')
  return received < answerBytes / 2
}
