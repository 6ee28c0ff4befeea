import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, GENERATIONS, newClient } from '../mcp/assistant.ts'
import { CLI, digestOf, papergraph, start } from './papergraph.ts'

let data: string
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-mcp-'))
  data = join(folder, 'data')
  const { status, stderr } = await papergraph(['ingest', 'sample', '--data', data])
  if (status !== 0) throw new Error(stderr)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A client that starts the program by itself, as an assistant does. */
async function assistant(mode: (typeof GENERATIONS)[number], graph: string, more: string[] = []) {
  const client = newClient(mode)
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [CLI, 'mcp', '--data', graph, ...more],
    stderr: 'pipe',
  })
  let said = ''
  transport.stderr?.on('data', (text) => {
    said += text
  })
  const broken: Error[] = []
  client.onerror = (error) => broken.push(error)
  await client.connect(transport)
  return { client, transport, said: () => said, broken }
}

describe.each(GENERATIONS)('papergraph mcp on standard input and output (%j)', (mode) => {
  it('lists, searches, asks, asks Cypher, is refused a write, and ends with its client', async () => {
    const before = await digestOf(data)
    const { client, transport, said, broken } = await assistant(mode, data)
    expect((await client.listTools()).tools).toHaveLength(7)
    expect(await ask(client, 'search', { query: 'imagenet', limit: 1 })).toMatchObject({ hits: [{ id: 'imagenet' }] })
    const question = { question: 'top-concepts', parameters: { type: 'benchmark' }, rows: 1 }
    expect(await ask(client, 'ask_question', question)).toMatchObject({ rows: [{ id: 'imagenet', papers: 17 }] })
    const statement = 'MATCH (p:Paper) RETURN count(p) AS papers'
    expect(await ask(client, 'run_cypher', { statement })).toMatchObject({ rows: [{ papers: 87 }] })
    await expect(ask(client, 'run_cypher', { statement: 'MATCH (p:Paper) DETACH DELETE p' })).rejects.toThrow(/refused/)
    expect(await ask(client, 'run_cypher', { statement })).toMatchObject({ rows: [{ papers: 87 }] })
    const { pid } = transport
    await client.close()
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
    // Everything on standard output was the protocol; what people read is on the other one.
    expect(broken).toEqual([])
    expect(said()).toMatch(/^papergraph serves .* to an assistant on standard input and output\.\n$/)
    expect(await digestOf(data)).toBe(before)
  })

  it('ends a query that is cancelled', async () => {
    const { client } = await assistant(mode, data, ['--query-timeout', '60'])
    const statement =
      'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS c'
    const stop = new AbortController()
    const started = performance.now()
    // Both places that there are.
    const runs = [1, 2].map(() =>
      client.callTool({ name: 'run_cypher', arguments: { statement } }, { signal: stop.signal }),
    )
    const ended = Promise.allSettled(runs)
    setTimeout(() => stop.abort(), 1_000)
    expect(await ended).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
    expect(await ask(client, 'run_cypher', { statement: 'RETURN 1 AS one' })).toMatchObject({ rows: [{ one: 1 }] })
    // Uncancelled they would have run for a minute.
    expect(performance.now() - started).toBeLessThan(40_000)
    await client.close()
  })
})

it('goes over from the sample to the person’s own graph when an ingest has made one', async () => {
  const own = join(folder, 'own')
  const { client, said } = await assistant('legacy', own)
  expect(await ask(client, 'search', { query: 'Otter Transformer' })).not.toMatchObject({ shown: 'all 1' })
  const paper = { id: 'test:1', title: 'Otter Transformer', abstract: 'We present OtterNet, tested on ImageNet.' }
  writeFileSync(join(folder, 'own.jsonl'), `${JSON.stringify(paper)}\n`)
  expect((await papergraph(['ingest', join(folder, 'own.jsonl'), '--data', own])).status).toBe(0)
  const papers = (): Promise<Record<string, unknown>> =>
    ask(client, 'run_cypher', { statement: 'MATCH (p:Paper) RETURN p.id AS id ORDER BY id LIMIT 2' })
  await expect.poll(papers, { timeout: 20_000 }).toMatchObject({ rows: [{ id: 'test:1' }], shown: 'all 1' })
  expect(said()).toMatch(/Your own graph is there now/)
  await client.close()
})

it('ends a server whose standard input is closed at once, with status 0', async () => {
  const { status, stdout } = await papergraph(['mcp', '--data', data])
  expect([status, stdout]).toEqual([0, ''])
})

it.each([
  ['port', ['--port', '0']],
  ['host', ['--host', '127.0.0.1']],
  ['token-file', ['--token-file', '/nowhere']],
])('says that --%s needs --http', async (name, words) => {
  const { status, stderr } = await papergraph(['mcp', ...words])
  expect([status, stderr]).toEqual([
    2,
    `papergraph: --${name} needs --http: without it papergraph mcp listens on no port.\n`,
  ])
})

it('refuses to listen to other machines without a token', async () => {
  const { status, stderr } = await papergraph(['mcp', '--http', '--host', '0.0.0.0', '--data', data])
  expect([status, stderr]).toEqual([2, expect.stringMatching(/PAPERGRAPH_TOKEN or --token-file/)])
})

describe('papergraph mcp --http', () => {
  const TOKEN = 'a-token-of-enough-length'
  let server: ChildProcess
  let address: URL
  beforeAll(async () => {
    const tokenFile = join(folder, 'token')
    writeFileSync(tokenFile, `${TOKEN}\n`)
    server = start(['mcp', '--http', '--port', '0', '--token-file', tokenFile, '--data', data])
    address = await new Promise((resolve) => {
      let said = ''
      server.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const found = /(http:\/\/\S+\/mcp)\n/.exec(said)?.[1]
        if (found !== undefined) resolve(new URL(found))
      })
    })
  })
  afterAll(async () => {
    server.kill('SIGTERM')
    const [status] = await once(server, 'exit')
    expect(status).toBe(0)
  })

  const clientOf = async (headers: Record<string, string>): Promise<Client> => {
    const client = new Client({ name: 'test', version: '1' })
    await client.connect(new StreamableHTTPClientTransport(address, { requestInit: { headers } }))
    return client
  }

  it('serves those who have the token', async () => {
    const client = await clientOf({ Authorization: `Bearer ${TOKEN}` })
    expect(await ask(client, 'search', { query: 'imagenet', limit: 1 })).toMatchObject({ hits: [{ id: 'imagenet' }] })
    await expect(ask(client, 'run_cypher', { statement: 'CREATE (n) RETURN n' })).rejects.toThrow(/refused/)
    await client.close()
  })

  it.each([
    ['no token', 401, {}],
    ['a wrong token', 401, { Authorization: 'Bearer a-token-of-enough-lengty' }],
    ['another host', 421, { Authorization: `Bearer ${TOKEN}`, Host: 'evil.example' }],
    ['another origin', 403, { Authorization: `Bearer ${TOKEN}`, Origin: 'https://evil.example' }],
    ['a page of another site', 403, { Authorization: `Bearer ${TOKEN}`, 'Sec-Fetch-Site': 'cross-site' }],
  ])('refuses %s with %i', async (_what, status, headers) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })
    const common = { Accept: 'application/json, text/event-stream', 'Content-Type': 'application/json' }
    const asked = request(address, { method: 'POST', headers: { ...common, ...headers } })
    asked.end(body)
    const [answer] = await once(asked, 'response')
    answer.resume()
    expect(answer.statusCode).toBe(status)
  })
})

function isRunning(pid: number | null): boolean {
  try {
    return pid !== null && process.kill(pid, 0)
  } catch {
    return false
  }
}
