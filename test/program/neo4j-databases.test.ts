import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type StandIn, startStandIn } from '../neo4j/stand-in.ts'
import { digestOf, type Outcome, papergraph, start, withFolder } from './papergraph.ts'

const PAPERS = [
  {
    id: 'test:1',
    title: 'TestNet: a network',
    abstract: 'We propose TestNet, trained with Adam. It is evaluated on ImageNet.',
  },
  { id: 'test:2', title: 'A study of BERT', abstract: 'We fine-tune BERT on GLUE and reach 84.1% accuracy.' },
]
const USERS = {
  neo4j: { password: 'secret', role: 'admin' },
  reader: { password: 'secret', role: 'reader' },
} as const
const PASSWORD = { NEO4J_PASSWORD: 'secret' }

/** What community servers do not have, several databases and users of different rights, is shown by the stand-in. */
describe('a second Neo4j database', () => {
  let standIn: StandIn
  afterEach(() => standIn.stop())
  const within = (work: (folder: string, papers: string) => Promise<void>): Promise<void> =>
    withFolder(async (folder) => {
      standIn = await startStandIn({ databases: ['neo4j', 'papers'], users: USERS })
      const file = join(folder, 'papers.jsonl')
      writeFileSync(file, PAPERS.map((paper) => `${JSON.stringify(paper)}\n`).join(''))
      await work(folder, file)
    })
  const at = (user = 'neo4j'): string => `bolt://${user}@${standIn.address}`
  const run = (words: string[], data: string, env: Record<string, string> = {}): Promise<Outcome> =>
    papergraph([...words, '--data', data], { env: { ...PASSWORD, ...env } })
  const databases = (): string[] => {
    const names = standIn.events.map(({ database }) => database)
    standIn.events.length = 0
    return [...new Set(names)]
  }

  it('is where every command works that is told so', () =>
    within(async (folder, file) => {
      const data = join(folder, 'data')
      const there = ['--store', at(), '--database', 'papers']
      for (const words of [
        ['ingest', file],
        ['rebuild'],
        ['remove', 'test:2'],
        ['status'],
        ['query', 'counts'],
        ['cypher', 'MATCH (p:Paper) RETURN p.id AS id ORDER BY id'],
      ]) {
        const { status, stderr } = await run([...words, ...there], data)
        expect([words[0], status, stderr.match(/papergraph: .*/)?.[0]]).toEqual([words[0], 0, undefined])
        // The home database is asked for nothing.
        expect([words[0], databases()]).toEqual([words[0], ['papers']])
      }
      const server = start(['serve', '--port', '0', ...there, '--data', data], { env: PASSWORD })
      const url = await new Promise<string>((resolve) => {
        server.stdout?.setEncoding('utf8').on('data', (text: string) => {
          const found = /http:\/\/\S+/.exec(text)?.[0]
          if (found !== undefined) resolve(found)
        })
      })
      const answer: unknown = await (await fetch(new URL('/api/status', url))).json()
      expect(answer).toMatchObject({ nodes: { Paper: 1 } })
      server.kill('SIGTERM')
      expect(databases()).toEqual(['papers'])
    }))

  it('may be named in the environment', () =>
    within(async (folder, file) => {
      const data = join(folder, 'data')
      const env = { NEO4J_DATABASE: 'papers' }
      expect((await run(['ingest', file, '--store', at()], data, env)).status).toBe(0)
      expect(databases()).toEqual(['papers'])
      expect((await run(['status', '--store', at()], join(folder, 'other'))).stderr).toContain('There is no graph of')
    }))

  it('is the same whether it is named or is the default', () =>
    within(async (folder, file) => {
      const data = join(folder, 'data')
      const [plain, named] = [
        ['--store', at()],
        ['--store', at(), '--database', 'neo4j'],
      ]
      expect((await run(['ingest', file, ...plain], data)).status).toBe(0)
      for (const there of [named, plain]) {
        expect((await run(['ingest', file, ...there], data)).stdout).toContain('nothing had to be written')
      }
      expect(JSON.parse(readFileSync(join(data, 'folder.json'), 'utf8')).store).toBe(`bolt://${standIn.address}/neo4j`)
    }))

  it('belongs to one data folder, and the other database to another', () =>
    within(async (folder, file) => {
      const [first, second] = [join(folder, 'first'), join(folder, 'second')]
      const inPapers = ['--store', at(), '--database', 'papers']
      const inDefault = ['--store', at()]
      expect((await run(['ingest', file, ...inPapers], first)).status).toBe(0)
      expect((await run(['ingest', file, ...inDefault], second)).status).toBe(0)
      expect(await digestOf(first, inPapers, PASSWORD)).toBe(await digestOf(second, inDefault, PASSWORD))
      const third = await run(['ingest', file, ...inPapers], join(folder, 'third'))
      expect([third.status, third.stderr]).toEqual([
        1,
        expect.stringContaining('holds the graph of another data folder'),
      ])
      // A folder that was refused is bound to no database by that.
      const fourth = join(folder, 'fourth')
      expect((await run(['ingest', file, ...inDefault], fourth)).status).toBe(1)
      expect(JSON.parse(readFileSync(join(fourth, 'folder.json'), 'utf8')).store).toMatch(/\d\/$/)
      for (const words of [['ingest', file], ['rebuild'], ['remove', 'test:1']]) {
        const refused = await run([...words, ...inDefault], first)
        expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('belongs to the store')])
      }
    }))

  it('is read by a user who may only read, and not written', () =>
    within(async (folder, file) => {
      const data = join(folder, 'data')
      const reading = ['--store', at('reader'), '--database', 'papers']
      const early = await run(['ingest', file, ...reading], join(folder, 'early'))
      expect([early.status, early.stderr]).toEqual([
        1,
        expect.stringContaining('The user "reader" may not write to the database "papers" on Neo4j at bolt://'),
      ])
      await run(['ingest', file, '--store', at(), '--database', 'papers'], data)
      for (const words of [['status'], ['query', 'counts'], ['cypher', 'MATCH (p:Paper) RETURN count(p) AS papers']]) {
        expect([words[0], (await run([...words, ...reading], data)).status]).toEqual([words[0], 0])
      }
    }))
})
