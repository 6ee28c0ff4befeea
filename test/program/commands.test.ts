import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../queries/catalogue.ts'
import { CLI, papergraph, start } from './papergraph.ts'

let data: string
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'papergraph-commands-'))
  const { status, stderr } = await papergraph(['ingest', 'sample', '--data', data])
  if (status !== 0) throw new Error(stderr)
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

describe('the command line', () => {
  it.each(['ingest', 'extract', 'resolve', 'remove', 'rebuild', 'query', 'cypher', 'status', 'serve', 'mcp'])(
    'explains %s with what it does and its options',
    async (command) => {
      const { status, stdout } = await papergraph([command, '--help'])
      expect([status, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^Usage: papergraph ${command} `))])
      expect(stdout.length).toBeGreaterThan(200)
    },
  )

  it('prints its version', async () => {
    expect((await papergraph(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('lists the catalogue, and as JSON', async () => {
    const { stdout } = await papergraph(['query'])
    for (const { name, title } of loadCatalogue().list()) {
      expect(stdout).toContain(name)
      expect(stdout).toContain(title)
    }
    const { stdout: json } = await papergraph(['query', '--json'])
    expect(JSON.parse(json)).toHaveLength(loadCatalogue().list().length)
  })

  it('answers a question with a table, and with JSON on request', async () => {
    const words = ['query', 'top-concepts', '--type', 'benchmark', '--limit', '3', '--data', data]
    const { stdout, status } = await papergraph(words)
    expect(status).toBe(0)
    expect(stdout.split('\n')).toHaveLength(6)
    const { stdout: json } = await papergraph([...words, '--json'])
    expect(JSON.parse(json).rows).toHaveLength(3)
  })

  it('says which question it does not know, and the nearest one', async () => {
    const { status, stderr } = await papergraph(['query', 'top-concept', '--data', data])
    expect([status, stderr]).toEqual([1, expect.stringMatching(/top-concepts/)])
  })

  it.each([
    ['CREATE (n)'],
    ["LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row"],
    ["lo\\u0061d /* a */ csv FROM 'file:///etc/hostname' AS row RETURN row"],
    ["Load\n// comment\nCsv FROM 'file:///etc/hostname' AS row RETURN row"],
    ['MATCH (n) DETACH DELETE n'],
    ['CALL dbms.listConfig()'],
  ])('refuses %s', async (text) => {
    const { status, stderr, stdout } = await papergraph(['cypher', text, '--data', data])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^papergraph: /)
  })

  it('ends an endless query at its time limit, with a word', async () => {
    const started = Date.now()
    const words = ['cypher', 'UNWIND range(1, 10000000000) AS x WITH x WHERE x < 0 RETURN count(x) AS n']
    const { status, stderr } = await papergraph([...words, '--timeout', '2', '--data', data])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^papergraph: .*(2 s|2 seconds|limit|memory)/)
    expect(Date.now() - started).toBeLessThan(30_000)
  })

  it('prints what papers name, and turns such lines into the very graph that an ingest makes', async () => {
    const { stdout, status } = await papergraph(['extract', 'sample'])
    expect([status, stdout.trim().split('\n').length]).toEqual([0, 87])
    const graph = await papergraph(['resolve'], { input: stdout })
    const lines = graph.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; labels?: string[] })
    const counts = JSON.parse((await papergraph(['status', '--json', '--data', data])).stdout).counts
    const papers = lines.filter(({ labels }) => labels?.includes('Paper')).length
    const concepts = lines.filter(({ labels }) => labels?.includes('Concept')).length
    expect([papers, concepts]).toEqual([counts.nodes.Paper, counts.nodes.Concept])
    const relationships = Object.values(counts.relationships as Record<string, number>).reduce((a, b) => a + b, 0)
    expect(lines.filter(({ kind }) => kind === 'relationship')).toHaveLength(relationships)
  })

  it('names the line of a file that is not from extract', async () => {
    const { status, stderr } = await papergraph(['resolve'], { input: '{"a":1}\n' })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/stdin, line 1 is not a line of "papergraph extract"/)])
  })

  it('ends quietly when the other end closes the pipe', async () => {
    const child = spawn('bash', [
      '-c',
      `set -o pipefail; "${process.execPath}" "${CLI}" query --json --data "${data}" | head -c 1`,
    ])
    let stderr = ''
    child.stderr.on('data', (text) => {
      stderr += text
    })
    const [status] = await once(child, 'close')
    expect([status, stderr]).toEqual([0, ''])
  })

  it.each([
    [['frobnicate'], /unknown command/],
    [['serve', '--port', '99999'], /0 to 65535/],
    [['serve', '--host', '0.0.0.0'], /PAPERGRAPH_TOKEN/],
    [['ingest'], /missing required argument/],
    [['status', '--store', 'bolt://user:secret@127.0.0.1:1'], /password/],
  ])('says what is off in %j', async (words, sentence) => {
    const { status, stderr } = await papergraph(words)
    expect(status).toBe(2)
    expect(stderr).toMatch(sentence)
    expect(stderr).not.toContain('secret')
  })

  it('says in one sentence that a store is not there', async () => {
    const { status, stderr } = await papergraph(['status', '--store', 'bolt://127.0.0.1:1'], {
      env: { NEO4J_PASSWORD: 'x' },
    })
    expect([status, stderr.trim().split('\n').length]).toEqual([1, 1])
  })
})

describe('papergraph serve', () => {
  /** Starts a server; gives its address and what it printed. */
  async function serving(words: string[]): Promise<{ child: ReturnType<typeof start>; address: string }> {
    const child = start(['serve', ...words])
    let printed = ''
    return new Promise((resolve, reject) => {
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        printed += text
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
        if (address) resolve({ child, address })
      })
      child.once('close', () => reject(new Error(`ended early: ${printed}`)))
    })
  }

  it('serves the view and the API, says that a port is in use, and stops cleanly', async () => {
    const { child, address } = await serving(['--port', '0', '--data', data])
    const page = await fetch(address)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<script')])
    const status = (await (await fetch(`${address}/api/status`)).json()) as { graph: string; nodes: { Paper: number } }
    expect(status).toMatchObject({ graph: 'own' })
    expect(status.nodes.Paper).toBeGreaterThan(0)
    const { queries } = (await (await fetch(`${address}/api/queries`)).json()) as {
      queries: { name: string; parameters: { name: string; oneOf?: string[] }[] }[]
    }
    const type = queries.find(({ name }) => name === 'top-concepts')?.parameters.find(({ name }) => name === 'type')
    expect(type?.oneOf).toEqual(['method', 'model', 'benchmark', 'topic'])
    const second = await papergraph(['serve', '--port', new URL(address).port, '--data', data])
    expect([second.status, second.stderr]).toEqual([1, expect.stringMatching(/port/i)])
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([0, null])
  })

  it('goes on answering while an ingest runs, with old answers or new ones and nothing between', async () => {
    const { child, address } = await serving(['--port', '0', '--data', data])
    const counts = new Set<string>()
    const seen = async (): Promise<void> => {
      const answer = await fetch(`${address}/api/query/counts`)
      expect(answer.status).toBe(200)
      counts.add(JSON.stringify(((await answer.json()) as { rows: unknown }).rows))
    }
    await seen()
    const papers = Array.from({ length: 200 }, (_, at) =>
      JSON.stringify({ id: `more:${at}`, title: `MoreNet-${at} for tests`, abstract: 'We use BERT on GLUE.' }),
    )
    const ingest = papergraph(['ingest', '-', '--data', data], { input: papers.join('\n') })
    let isDone = false
    void ingest.then(() => {
      isDone = true
    })
    while (!isDone) await seen()
    expect((await ingest).status).toBe(0)
    for (let tries = 0; tries < 100 && counts.size < 2; tries++) {
      await new Promise((wait) => setTimeout(wait, 100))
      await seen()
    }
    expect(counts.size).toBe(2)
    child.kill('SIGTERM')
    await once(child, 'close')
  })

  it('opens the bundled sample while there is no graph of one’s own, and then that one', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'papergraph-empty-'))
    const { child, address } = await serving(['--port', '0', '--data', empty])
    const status = async () => (await (await fetch(`${address}/api/status`)).json()) as { graph: string; nodes: object }
    expect(await status()).toMatchObject({ graph: 'sample' })
    // The first ingest of one's own is opened instead, without a restart.
    const paper = { id: 'own:1', title: 'A paper of one’s own', abstract: 'We use BERT on GLUE.' }
    await papergraph(['ingest', '-', '--data', empty], { input: JSON.stringify(paper) })
    for (let tries = 0; tries < 100 && (await status()).graph === 'sample'; tries++)
      await new Promise((wait) => setTimeout(wait, 100))
    expect(await status()).toMatchObject({ graph: 'own', nodes: { Paper: 1 } })
    child.kill('SIGINT')
    await once(child, 'close')
    rmSync(empty, { recursive: true, force: true })
  })
})
