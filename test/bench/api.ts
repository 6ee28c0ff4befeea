/**
 * What the HTTP API adds to the engine: the same questions asked of the engine in this process, and over HTTP of a server in a
 * process of its own, by turns, on the graph of the bundled sample. Of each the median; the API may add 20 % or 2 ms,
 * whichever is more.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { answerQuery } from '../../queries/answer.ts'
import type { RawParameters } from '../../queries/reader.ts'
import { LazyIndex } from '../../queries/search/lazy-index.ts'
import { openEmbedded } from '../../queries/store/embedded.ts'
import { sampleGraph } from '../contract/sample-graph.ts'
import { makeDataFolder } from '../reader/data-folder.ts'
import { median } from './figures.ts'

const ROUNDS = 200
const WARM_UP = 20
const MOST_SHARE = 0.2
const MOST_MS = 2

const PAPER = 'arxiv:1706.03762'
const QUESTIONS: readonly [name: string, parameters: Record<string, string>][] = [
  ['node', { node: PAPER }],
  ['neighbours', { node: 'imagenet', limit: '25' }],
  ['shared-benchmarks', { paper: PAPER }],
  ['shared-combined', { paper: PAPER }],
  ['top-concepts', { type: 'method', limit: '25' }],
  ['benchmark-table', { benchmark: 'imagenet' }],
  ['goes-with', { concept: 'imagenet' }],
  ['rising', {}],
]

/** Prints the medians of both ways; true where the API adds no more than it may. Needs the built program. */
export async function measureApi(): Promise<boolean> {
  const folder = makeDataFolder()
  await folder.publish('one', await sampleGraph())
  const server = await startServer(folder.path)
  const store = await openEmbedded(join(folder.path, 'graph-one.grafeo'), 'read')
  const index = new LazyIndex(store)
  try {
    console.log('question            engine      API    added')
    const results: boolean[] = []
    for (const [name, parameters] of QUESTIONS) {
      const engine = async (given: RawParameters) => (await answerQuery(store, index, name, given)).rows
      const address = `${server.address}/api/query/${name}?${new URLSearchParams(parameters)}`
      results.push(
        await compare(
          name,
          () => engine(parameters),
          () => askOver(address),
        ),
      )
    }
    return results.every(Boolean)
  } finally {
    agent.destroy()
    await store.close()
    await server.stop()
    folder.remove()
  }
}

async function compare(name: string, engine: () => Promise<unknown>, api: () => Promise<unknown>): Promise<boolean> {
  if (JSON.stringify(await engine()) !== JSON.stringify(await api()))
    throw new Error(`${name}: the API does not answer as the engine does`)
  const times: { engine: number[]; api: number[] } = { engine: [], api: [] }
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const [bare, whole] = [await timed(engine), await timed(api)]
    if (round < WARM_UP) continue
    times.engine.push(bare)
    times.api.push(whole)
  }
  const [bare, whole] = [median(times.engine), median(times.api)]
  const isFine = whole - bare <= Math.max(MOST_MS, MOST_SHARE * bare)
  const figures = [bare, whole, whole - bare].map((ms) => `${ms.toFixed(2)} ms`.padStart(9))
  console.log(`${name.padEnd(18)}${figures.join('')}${isFine ? '' : '  too much'}`)
  return isFine
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** One connection is kept, and answers come as they are: what is measured is the API, not a client or how it unpacks. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

function askOver(address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = get(address, { agent, headers: { 'Accept-Encoding': 'identity' } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('error', reject)
      answer.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        if (answer.statusCode === 200) resolve(JSON.parse(text).rows)
        else reject(new Error(`${address} gave ${answer.statusCode}: ${text}`))
      })
    })
    request.once('error', reject)
  })
}

async function startServer(folder: string): Promise<{ address: string; stop(): Promise<void> }> {
  const cli = join(PACKAGE_ROOT, 'dist', 'cli.js')
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += chunk
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
    if (address === undefined) continue
    return {
      address,
      async stop() {
        child.kill('SIGINT')
        await once(child, 'close')
      },
    }
  }
  throw new Error(`the server ended: ${printed}`)
}
