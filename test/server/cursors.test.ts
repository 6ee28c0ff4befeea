import { describe, expect, it } from 'vitest'
import { fakeApp } from './fake-app.ts'

interface Page {
  next?: string
  nodes?: { id: string }[]
  ingests?: { ingest: number }[]
  rows?: string[][]
}

const LISTS: [what: string, address: string, of: (page: Page) => unknown[], whole: unknown[]][] = [
  ['ingests', '/api/ingests?limit=2', ({ ingests = [] }) => ingests.map(({ ingest }) => ingest), [3, 2, 1]],
  ['a question’s rows', '/api/query/top?limit=2', ({ rows = [] }) => rows.flat(), ['a', 'b', 'c', 'd', 'e']],
]

describe('a cursor', () => {
  it.each(LISTS)('leads through all of %s, page by page', async (_, address, of, whole) => {
    const { get } = fakeApp()
    const seen: unknown[] = []
    for (let next: string | undefined = ''; next !== undefined; ) {
      const page: Page = await (await get(`${address}${next === '' ? '' : `&cursor=${next}`}`)).json()
      seen.push(...of(page))
      next = page.next
    }
    expect(seen).toEqual(whole)
  })

  it.each(['/api/neighbours?id=riverbench&limit=1', ...LISTS.map(([, address]) => address)])(
    'of %s gives 410 and one sentence once the graph is another',
    async (address) => {
      const { get, reader } = fakeApp()
      const { next } = await (await get(address)).json()
      reader.version = 'v2'
      const answer = await get(`${address}&cursor=${next}`)
      expect([answer.status, await answer.json()]).toEqual([
        410,
        {
          ...{ type: 'about:blank', title: 'Gone', status: 410, code: 'cursor-outdated' },
          detail: 'The graph has changed since the page before: begin the list again.',
        },
      ])
    },
  )

  it('holds for the same question alone', async () => {
    const { get } = fakeApp()
    const { next } = await (await get('/api/neighbours?id=riverbench&limit=1')).json()
    for (const changed of ['id=river&limit=1', 'id=riverbench&limit=2', 'id=riverbench&limit=1&order=name']) {
      const answer = await get(`/api/neighbours?${changed}&cursor=${next}`)
      expect([answer.status, (await answer.json()).detail]).toEqual([
        400,
        '"cursor" is of another question: ask with the same parameters as before.',
      ])
    }
  })

  it.each(['x', '%00', 'W10', Buffer.from('["v1",-1,"x"]').toString('base64url'), '__proto__'])(
    'that nobody was given (%s) is refused',
    async (made) => {
      const { get } = fakeApp()
      const answer = await get(`/api/ingests?limit=2&cursor=${made}`)
      expect([answer.status, (await answer.json()).detail]).toEqual([
        400,
        '"cursor" must be the "next" of a page before.',
      ])
    },
  )

  it('is named where it is given twice', async () => {
    const { get } = fakeApp()
    expect((await (await get('/api/query/top?cursor=a&cursor=b')).json()).detail).toBe(
      'The address is not as it should be: "cursor" must be given once.',
    )
  })

  it('that is empty begins the list', async () => {
    const { get } = fakeApp()
    expect(await (await get('/api/query/top?limit=2&cursor=')).json()).toMatchObject({ rows: [['a'], ['b']] })
  })
})

describe('the neighbours', () => {
  it('are asked for by type, relationship, direction and order', async () => {
    const { get, reader } = fakeApp()
    const wanted = 'type=paper&type=model&relationship=USES&direction=in&order=year'
    expect((await get(`/api/neighbours?id=riverbench&limit=2&${wanted}`)).status).toBe(200)
    expect(reader.asked.find(({ name }) => name === 'neighbours')?.parameters).toEqual({
      ...{ node: 'riverbench', types: ['paper', 'model'], relationships: ['USES'] },
      ...{ direction: 'in', order: 'year', limit: 2, offset: 0 },
    })
  })

  it.each([
    ['type=person', '"type" must be a type of node'],
    ['relationship=KNOWS', '"relationship" must be a type of relationship'],
    ['direction=up', '"direction" must be one of any, out, in'],
    ['order=1', '"order" must be one of degree, papers, year, name'],
  ])('say what is wrong with %s', async (wanted, why) => {
    const { get } = fakeApp()
    expect((await (await get(`/api/neighbours?id=riverbench&${wanted}`)).json()).detail).toBe(
      `The address is not as it should be: ${why}.`,
    )
  })
})
