import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PACKAGE_ROOT } from '../../package-root.ts'

/**
 * `npm run bench -- clients [--clients 200] [--seconds 60]`: so many clients at once ask the running server about the
 * bundled sample, each its next question as soon as it has the answer; one in 25 asks by typed Cypher, of which two run at
 * a time and eight may wait. It falls short with any answer but 200, or when memory grows: the resident memory of the server
 * and its reader processes, read from /metrics each second, may in the last third of the time be on average at most 15 % and
 * 32 MB above the middle third. (The first third is warming up: Node's heap and the engine's caches grow until they are used.)
 */

const CYPHER = {
  text: 'MATCH (p:Paper)-[:USES]->(c) RETURN c.name AS name, count(p) AS papers ORDER BY papers DESC, name LIMIT 20',
}
interface Question {
  path: string
  body?: object
}
const TYPED: Question = { path: '/api/cypher', body: CYPHER }
const ONE_IN = 25
const QUESTIONS: readonly Question[] = [
  { path: '/api/status' },
  { path: '/api/map' },
  { path: '/api/search?q=bert' },
  { path: '/api/node?id=bert' },
  { path: '/api/neighbours?id=bert&limit=50' },
  { path: '/api/query/top-concepts?type=method' },
  { path: '/api/search?q=image&from=2015' },
]
const GROWTH = 1.15
const GROWTH_BYTES = 32 * 1024 * 1024

interface Outcome {
  tookMs: number
  /** 0: no answer. */
  status: number
}

export async function holdClients(words: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: words,
    options: { clients: { type: 'string', default: '200' }, seconds: { type: 'string', default: '60' } },
  })
  const clients = Number(values.clients)
  const seconds = Number(values.seconds)
  const data = mkdtempSync(join(tmpdir(), 'papergraph-clients-'))
  const server = spawn(
    process.execPath,
    [join(PACKAGE_ROOT, 'dist', 'cli.js'), 'serve', '--port', '0', '--data', data],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  try {
    const address = await addressOf(server.stdout)
    return report(await load(address, clients, seconds), clients, seconds)
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('close', resolve))
    rmSync(data, { recursive: true, force: true })
  }
}

function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    output.on('data', (chunk) => {
      printed += String(chunk)
      const address = /http:\S+(?=\/)/.exec(printed)?.[0]
      if (address !== undefined) resolve(address)
    })
    output.once('end', () => reject(new Error(`the server ended early: ${printed}`)))
  })
}

async function load(address: string, clients: number, seconds: number) {
  const end = performance.now() + seconds * 1000
  const outcomes: Outcome[] = []
  const memory: number[] = []
  const agent = new Agent({ keepAlive: true, maxSockets: clients + 1 })
  const client = async (number: number): Promise<void> => {
    for (let turn = number; performance.now() < end; turn += 1) {
      const question = number % ONE_IN === 0 ? TYPED : QUESTIONS[turn % QUESTIONS.length]
      if (question === undefined) continue
      const started = performance.now()
      const { status } = await ask(agent, address, question)
      outcomes.push({ tookMs: performance.now() - started, status })
    }
  }
  const watch = async (): Promise<void> => {
    while (performance.now() < end) {
      memory.push(residentBytes((await ask(agent, address, { path: '/metrics' })).text))
      await new Promise((wait) => setTimeout(wait, 1000))
    }
  }
  await Promise.all([watch(), ...Array.from({ length: clients }, (_, number) => client(number))])
  agent.destroy()
  return { outcomes, memory }
}

function ask(agent: Agent, address: string, { path, body }: Question): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json' }
    const asking = request(
      `${address}${path}`,
      { agent, method: body === undefined ? 'GET' : 'POST', headers },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text }))
        answer.once('error', () => resolve({ status: 0, text }))
      },
    )
    asking.once('error', (error) => resolve({ status: 0, text: String(error) }))
    asking.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

function residentBytes(metrics: string): number {
  const value = (name: string): number => Number(new RegExp(`^${name} (.*)$`, 'm').exec(metrics)?.[1] ?? Number.NaN)
  return value('process_resident_memory_bytes') + value('papergraph_reader_resident_memory_bytes')
}

function report({ outcomes, memory }: Awaited<ReturnType<typeof load>>, clients: number, seconds: number): boolean {
  const failed = outcomes.filter(({ status }) => status !== 200)
  const answered = outcomes.filter(({ status }) => status === 200)
  const times = answered.map(({ tookMs }) => tookMs).sort((a, b) => a - b)
  const at = (share: number): string => `${Math.round(times[Math.floor(times.length * share)] ?? Number.NaN)} ms`
  const third = Math.floor(memory.length / 3)
  const mean = (some: number[]): number => some.reduce((sum, each) => sum + each, 0) / some.length
  const [middle, last] = [mean(memory.slice(third, 2 * third)), mean(memory.slice(2 * third))]
  const isFlat = last <= middle * GROWTH && last <= middle + GROWTH_BYTES
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`
  console.log(`${clients} clients for ${seconds} s: ${Math.round(answered.length / seconds)} requests a second`)
  console.log(`p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(0.999999)}`)
  console.log(`${failed.length} of ${outcomes.length} failed`)
  for (const status of new Set(failed.map((one) => one.status)))
    console.log(`  status ${status}: ${failed.filter((one) => one.status === status).length}`)
  console.log(
    `memory: ${megabytes(middle)} in the middle third, ${megabytes(last)} in the last: ${isFlat ? 'flat' : 'it grows'}`,
  )
  return failed.length === 0 && answered.length > 0 && isFlat
}
