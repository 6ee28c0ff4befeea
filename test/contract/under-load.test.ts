import { expect, it } from 'vitest'
import { askingClient } from '../program/asking-client.ts'
import { papergraph, withFolder } from '../program/papergraph.ts'
import { startServer } from '../program/running-server.ts'
import { paperCount, versionPapers } from '../program/version-papers.ts'
import { describeNeo4j, emptyNeo4j, runOnNeo4j } from './stores.ts'

const CLIENTS = 3
/** Papers that are there without what they name. */
const HALF =
  'MATCH (p:Paper) WHERE NOT EXISTS { MATCH (p)-[:USES]->(c) } OR NOT EXISTS { MATCH (p)-[:SCORES]->(b) } RETURN p.id AS id ORDER BY id'
const COUNT = 'MATCH (p:Paper) RETURN count(p) AS papers'

describeNeo4j('a server that is asked without pause', (provided) => {
  it(
    'while ingests write never fails and never shows half a paper',
    () =>
      withFolder(async (folder) => {
        await emptyNeo4j(provided)
        const url = new URL(provided.url)
        url.username = provided.user
        const words = ['--data', folder, '--store', url.href]
        const env = { NEO4J_PASSWORD: provided.password }
        const ingest = (version: number) =>
          papergraph(['ingest', '-', ...words], { input: versionPapers(version), env })
        expect(await ingest(0)).toMatchObject({ status: 0 })
        const server = await startServer(words, env)
        const cypher = async (text: string): Promise<{ status: number; rows: unknown[][]; updating: boolean }> => {
          const answer = await fetch(`${server.address}/api/cypher`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ text }),
          })
          return { status: answer.status, ...((await answer.json()) as { rows: unknown[][]; updating: boolean }) }
        }
        let isOver = false
        const halves: unknown[] = []
        const counts = new Set<unknown>()
        let wasUpdating = false
        const watching = (async () => {
          while (!isOver) {
            const [half, count] = [await cypher(HALF), await cypher(COUNT)]
            if (half.status !== 200 || half.rows.length > 0) halves.push(half)
            counts.add(count.rows[0]?.[0])
            wasUpdating ||= half.updating
          }
        })()
        const clients = Array.from({ length: CLIENTS }, () => askingClient(server.address, () => isOver))
        for (const version of [1, 2, 3]) expect(await ingest(version)).toMatchObject({ status: 0 })
        await expect.poll(() => counts.has(paperCount(3)), { timeout: 10_000 }).toBe(true)
        isOver = true
        await watching
        const asked = (await Promise.all(clients)).flat()
        expect(asked.filter(({ status }) => status !== 200)).toEqual([])
        expect(halves).toEqual([])
        // It was looked at while it was written, and would have told.
        expect(wasUpdating).toBe(true)
        await runOnNeo4j(provided, "MATCH (p:Paper {id: 'load:7'})-[score:SCORES]->() DELETE score")
        expect((await cypher(HALF)).rows).toEqual([['load:7']])
        expect(new Set(asked.map(({ kind }) => kind)).size).toBe(6)
        expect(server.told().replace('Stop it with Ctrl-C.\n', '')).toBe('')
        expect(await server.stop()).toBe(0)
      }),
    300_000,
  )
})
