import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader } from '../../queries/open-reader.ts'
import type { GraphPart, GraphReader, GraphSelection } from '../../queries/reader.ts'
import { WORLD } from '../contract/world.ts'
import { makeDataFolder } from './data-folder.ts'

const folder = makeDataFolder()
let reader: GraphReader | undefined
beforeAll(async () => {
  await folder.publish('one', WORLD)
  reader = await openReader({ kind: 'embedded', folder: folder.path })
})
afterAll(async () => {
  await reader?.close()
  folder.remove()
})

const opened = (): GraphReader => reader ?? never()
const never = (): never => {
  throw new Error('not open')
}

async function read({ pages }: GraphPart): Promise<{ nodes: string[]; relationships: string[] }> {
  const found: { nodes: string[]; relationships: string[] } = { nodes: [], relationships: [] }
  for await (const page of pages)
    if (page.kind === 'nodes') found.nodes.push(...page.nodes.map(({ id }) => id))
    else found.relationships.push(...page.relationships.map(({ from, type, to }) => `${from} ${type} ${to}`))
  return found
}

const part = async (selection: GraphSelection) => read(await opened().part(selection))
const ids = (...names: string[]): GraphSelection => ({ kind: 'nodes', ids: names, neighbours: false })
const named = (one: { from: string; type: string; to: string }): string => `${one.from} ${one.type} ${one.to}`

describe('a part of a graph', () => {
  it('may be all of it, in order', async () => {
    const all = await part({ kind: 'all' })
    expect(all.nodes).toEqual(WORLD.nodes.map(({ id }) => id).sort())
    expect([...all.relationships].sort()).toEqual(WORLD.relationships.map(named).sort())
  })

  it('is the nodes that are named, by id or name, with what runs among them and nothing else', async () => {
    const [one] = WORLD.relationships.filter(({ type }) => type === 'USES')
    const { from = '', to = '' } = one ?? {}
    const among = WORLD.relationships.filter((each) => [from, to].includes(each.from) && [from, to].includes(each.to))
    expect(await part(ids(from, to))).toEqual({ nodes: [from, to].sort(), relationships: among.map(named).sort() })
    const name = WORLD.nodes.find(({ id }) => id === 'grass-2')?.properties.name
    expect(await part(ids(String(name)))).toEqual({ nodes: ['grass-2'], relationships: [] })
  })

  it('is their neighbours too where that is asked for', async () => {
    const { nodes, relationships } = await part({ kind: 'nodes', ids: ['grass-2'], neighbours: true })
    const near = WORLD.relationships.flatMap(({ from, to }) =>
      from === 'grass-2' ? [to] : to === 'grass-2' ? [from] : [],
    )
    expect(nodes).toEqual([...new Set([...near, 'grass-2'])].sort())
    const among = WORLD.relationships.filter(({ from, to }) => nodes.includes(from) && nodes.includes(to))
    expect([...relationships].sort()).toEqual(among.map(named).sort())
  })

  it('is what a question names: its rows, its parameters, and what its lists hold', async () => {
    const answer = await opened().run('concept-papers', { concept: 'grass' })
    const found = await part({ kind: 'question', name: 'concept-papers', parameters: { concept: 'grass' } })
    const papers = answer.rows.map((row) => String(row[answer.columns.indexOf('id')]))
    expect(papers.length).toBeGreaterThan(0)
    expect(found.nodes).toEqual([...new Set([...papers, 'grass'])].sort())
    expect(found.relationships.length).toBeGreaterThan(0)
  })

  it('holds of relationships only those that the answer names, where it names any', async () => {
    const parameters = { concept: 'grass', steps: '1' }
    const answer = await opened().run('neighbourhood', parameters)
    const found = await part({ kind: 'question', name: 'neighbourhood', parameters })
    expect(answer.rows.length).toBeGreaterThan(0)
    expect(found.relationships).toHaveLength(answer.rows.length)
  })

  it('refuses what is not there, and a question that names no nodes', async () => {
    await expect(opened().part(ids('no such thing'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(opened().part({ kind: 'question', name: 'counts', parameters: {} })).rejects.toMatchObject({
      code: 'query-invalid',
    })
    await expect(opened().part({ kind: 'question', name: 'nosuch', parameters: {} })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('is given up by whoever has seen enough, and by whoever stops the work', async () => {
    const { pages } = await opened().part({ kind: 'all' })
    for await (const _page of pages) break
    expect(await pages.next()).toEqual({ done: true, value: undefined })
    const stop = new AbortController()
    const stopped = await opened().part({ kind: 'all' }, stop.signal)
    await stopped.pages.next()
    stop.abort()
    await expect(stopped.pages.next()).rejects.toMatchObject({ code: 'query-cancelled' })
  })

  it('stays of one version while a newer one takes over', async () => {
    const { version, pages } = await opened().part({ kind: 'all' })
    await folder.publish('two', { ...WORLD, nodes: WORLD.nodes.filter(({ id }) => id === 'grass'), relationships: [] })
    await expect.poll(async () => (await opened().status()).version, { timeout: 20_000 }).toBe('two')
    expect(version).toBe('one')
    expect((await read({ version, extractor: '', updating: false, pages })).nodes).toHaveLength(WORLD.nodes.length)
    expect((await part({ kind: 'all' })).nodes).toEqual(['grass'])
  })
})
