import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Asked, askingClient } from './asking-client.ts'
import { digestOf, papergraph, start, withFolder } from './papergraph.ts'
import { childrenOf, isAlive, killAll } from './process-tree.ts'
import { startServer } from './running-server.ts'
import { paperCount, versionPapers } from './version-papers.ts'

const CLIENTS = 4

describe('a server that is asked without pause', () => {
  it(
    'never fails and never mixes two versions while ingests run and swap',
    () =>
      withFolder(async (folder) => {
        const data = join(folder, 'data')
        const ingest = (version: number) =>
          papergraph(['ingest', '-', '--data', data], { input: versionPapers(version) })
        const versions = new Map<string, number>()
        const remember = (version: number): void => {
          versions.set(JSON.parse(readFileSync(join(data, 'pointer.json'), 'utf8')).version, version)
        }
        expect((await ingest(0)).status).toBe(0)
        remember(0)
        const server = await startServer(['--data', data])
        let isOver = false
        const clients = Array.from({ length: CLIENTS }, () => askingClient(server.address, () => isOver))
        for (const version of [1, 2, 3]) {
          expect((await ingest(version)).status).toBe(0)
          remember(version)
        }
        // Until the last one is served.
        await expect.poll(() => servedVersion(server.address), { timeout: 30_000 }).toBe([...versions.keys()].at(-1))
        isOver = true
        const asked = (await Promise.all(clients)).flat()
        expect(asked.filter(({ status }) => status !== 200)).toEqual([])
        expect(asked.flatMap((one) => faultsOf(one, versions))).toEqual([])
        // And a mixture would be seen: each answer is at fault as one of another version.
        const last = [...versions.keys()].at(-1) ?? ''
        const others = asked.filter(({ version }) => version !== last)
        expect(others.filter((one) => faultsOf({ ...one, version: last }, versions).length === 0)).toEqual([])
        // All kinds of questions were asked, of more than one version.
        for (const kind of new Set(asked.map((one) => one.kind)))
          expect(new Set(asked.filter((one) => one.kind === kind).map((one) => one.version)).size).toBeGreaterThan(1)
        expect(server.told().replace('Stop it with Ctrl-C.\n', '')).toBe('')
        expect(await server.stop()).toBe(0)
      }),
    240_000,
  )

  it('stops within its time when it is told to, and leaves no process behind', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      await papergraph(['ingest', '-', '--data', data], { input: versionPapers(0) })
      const server = await startServer(['--data', data])
      let isOver = false
      const clients = Array.from({ length: CLIENTS }, () => askingClient(server.address, () => isOver, true))
      await new Promise((wait) => setTimeout(wait, 1_500))
      const children = childrenOf(server.child.pid ?? 0)
      const started = performance.now()
      expect(await server.stop()).toBe(0)
      expect(performance.now() - started).toBeLessThan(6_000)
      isOver = true
      const asked = (await Promise.all(clients)).flat()
      // Whoever was being answered got the whole answer; afterwards nobody is let in.
      expect(asked.filter(({ status }) => status !== 200 && status !== 0)).toEqual([])
      expect(children.length).toBeGreaterThan(process.platform === 'linux' ? 0 : -1)
      await expect.poll(() => children.filter(isAlive), { timeout: 5_000 }).toEqual([])
    }))
})

describe('a server that is killed', () => {
  it(
    'with its processes at random moments has the same graph when it is started again',
    () =>
      withFolder(async (folder) => {
        const data = join(folder, 'data')
        await papergraph(['ingest', '-', '--data', data], { input: versionPapers(0) })
        const before = await digestOf(data)
        for (let kill = 0; kill < 6; kill += 1) {
          const child = start(['serve', '--port', '0', '--data', data])
          let address = ''
          child.stdout?.setEncoding('utf8').on('data', (text: string) => {
            address ||= /http:\S+(?=\/)/.exec(text)?.[0] ?? ''
          })
          const ended = new Promise((resolve) => child.once('close', resolve))
          // Sometimes while it opens the graph, sometimes while it is asked.
          if (kill % 3 !== 0) {
            await expect.poll(() => address, { timeout: 60_000 }).not.toBe('')
            let isOver = false
            const clients = Array.from({ length: CLIENTS }, () => askingClient(address, () => isOver, true))
            await new Promise((wait) => setTimeout(wait, Math.random() * 2_000))
            killAll(child.pid ?? 0)
            isOver = true
            await Promise.all(clients)
          } else {
            await new Promise((wait) => setTimeout(wait, Math.random() * 1_500))
            killAll(child.pid ?? 0)
          }
          await ended
          expect(await digestOf(data)).toBe(before)
        }
      }),
    240_000,
  )

  it('while an ingest was writing leaves that ingest alone', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      const clean = join(folder, 'clean')
      await papergraph(['ingest', '-', '--data', data], { input: versionPapers(0) })
      await papergraph(['ingest', '-', '--data', clean], { input: versionPapers(0) })
      await papergraph(['ingest', '-', '--data', clean], { input: versionPapers(3) })
      const server = await startServer(['--data', data])
      const ingest = papergraph(['ingest', '-', '--data', data], { input: versionPapers(3) })
      await new Promise((wait) => setTimeout(wait, Math.random() * 1_500))
      killAll(server.child.pid ?? 0)
      expect((await ingest).status).toBe(0)
      expect(await digestOf(data)).toBe(await digestOf(clean))
      const again = await startServer(['--data', data])
      expect(await servedVersion(again.address)).toBe(
        JSON.parse(readFileSync(join(data, 'pointer.json'), 'utf8')).version,
      )
      await again.stop()
    }))
})

async function servedVersion(address: string): Promise<string> {
  return ((await (await fetch(`${address}/api/status`)).json()) as { version: string }).version
}

/** What an answer shows that cannot be of the version that it names, or that it should show and does not. */
function faultsOf({ kind, version, text }: Asked, versions: ReadonlyMap<string, number>): string[] {
  const number = versions.get(version)
  if (number === undefined) return [`${kind}: version ${version} was never there`]
  const count = paperCount(number)
  const faults: string[] = []
  const years = [...text.matchAll(/\b20(?:00|01|02|03)\b/g)].map(([year]) => Number(year))
  const scores = [...text.matchAll(/\b5(\d)\.\d+%/g)].map(([, score]) => Number(score))
  const papers = new Set([...text.matchAll(/load:(\d+)/g)].map(([, at]) => Number(at)))
  for (const year of years) if (year !== 2000 + number) faults.push(`year ${year}`)
  for (const score of scores) if (score !== number) faults.push(`score 5${score}`)
  for (const at of papers) if (at >= count) faults.push(`paper ${at}`)
  if (papers.size === 0) faults.push('no paper')
  // These show every paper there is, the last with its score.
  if (/^(query|neighbours|cypher)$/.test(kind) && papers.size !== count)
    faults.push(`${papers.size} of ${count} papers`)
  if (/^(node|cypher)$/.test(kind) && scores.length === 0) faults.push('no score')
  return faults.map((fault) => `${kind} of version ${number}: ${fault}`)
}
