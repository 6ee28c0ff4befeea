import { describe, expect, it } from 'vitest'
import { PapergraphError } from '../../errors.ts'
import { fakeApp } from './fake-app.ts'
import { ABSTRACT, TITLE } from './fake-graph.ts'

const PAPER = 'arxiv:2501.00001'

describe('the API', () => {
  it('says which graph is open', async () => {
    const answer = await fakeApp().get('/api/status')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      papergraph: '0.0.0-test',
      graph: 'sample',
      memoryLimit: '1,024 MB a query',
      name: 'the bundled sample',
      store: 'embedded',
      engine: 'lists in memory',
      version: 'v1',
      extractor: 'test-1',
      updating: false,
      nodes: { Paper: 3, Concept: 3, Repo: 1 },
      relationships: { INTRODUCES: 1, USES: 2, SCORES: 1, ABOUT: 1, LINKS_TO: 1, VARIANT_OF: 0 },
    })
  })

  it('follows the graph when a person’s own replaces the sample', async () => {
    let graph: 'sample' | 'own' = 'sample'
    const info = {
      papergraph: '1',
      name: 'x',
      get graph() {
        return graph
      },
    }
    const { get } = fakeApp({ info })
    graph = 'own'
    expect(await (await get('/api/status')).json()).toMatchObject({ graph: 'own' })
  })

  it('searches by name and type', async () => {
    const { get } = fakeApp()
    expect(await (await get('/api/search?q=river')).json()).toEqual({
      version: 'v1',
      hits: [
        { id: 'arxiv:2502.00002', type: 'paper', name: 'Beavers build on RiverBench', score: 1 },
        { id: 'riverbench', type: 'benchmark', name: 'RiverBench', score: 1 },
        { id: 'river', type: 'topic', name: 'River', score: 1 },
      ],
    })
    const typed = await (await get('/api/search?q=river&type=topic&type=method&limit=1')).json()
    expect(typed).toMatchObject({ hits: [{ id: 'river' }] })
  })

  it('tells what a paper is, with its links, evidence, mentions and scores', async () => {
    const answer = await (await fakeApp().get(`/api/node?id=${encodeURIComponent(PAPER)}`)).json()
    expect(answer).toMatchObject({
      version: 'v1',
      node: {
        id: PAPER,
        type: 'paper',
        label: TITLE,
        degree: 4,
        year: 2025,
        venue: 'Journal of Streams',
        hasCode: true,
      },
      title: TITLE,
      abstract: ABSTRACT,
      authors: ['Ada Reed', 'Bo Lind'],
      venue: 'Journal of Streams',
      links: [
        { label: 'arXiv', url: 'https://arxiv.org/abs/2501.00001' },
        { label: 'DOI', url: 'https://doi.org/10.1234/otter' },
      ],
    })
    expect(answer.groups).toHaveLength(4)
    expect(answer.groups[0]).toEqual({
      relationship: 'INTRODUCES',
      direction: 'out',
      total: 1,
      links: [
        {
          edge: {
            id: `${PAPER}\u0001INTRODUCES\u0001otter-rl\u0001method`,
            from: PAPER,
            to: 'otter-rl',
            type: 'INTRODUCES',
            key: 'method',
            confidence: 0.9,
          },
          other: { id: 'otter-rl', type: 'method', label: 'Otter-RL', degree: 1, papers: 1 },
          evidence: {
            surfaces: ['Otter-RL', 'Otter-RL', 'Otter-RL'],
            fields: ['abstract', 'abstract', 'abstract'],
            starts: [11, 21, 61],
            ends: [19, 29, 69],
            sentence: 'Otter-RL is tested on RiverBench, where Otter-RL reaches 71.5%.',
            marks: [
              [0, 8],
              [40, 48],
            ],
            rule: 'acronym',
            confidence: 0.9,
            extractor: 'test-1',
          },
        },
      ],
    })
    expect(answer.groups[3]).toMatchObject({ relationship: 'LINKS_TO', links: [{ edge: { own: true } }] })
    expect(answer.mentions).toEqual([
      { field: 'abstract', start: 11, end: 19, target: 'otter-rl', type: 'method' },
      { field: 'abstract', start: 21, end: 29, target: 'otter-rl', type: 'method' },
      { field: 'abstract', start: 43, end: 53, target: 'riverbench', type: 'benchmark' },
      { field: 'abstract', start: 61, end: 69, target: 'otter-rl', type: 'method' },
    ])
    expect(answer.scores).toEqual([
      {
        paper: { id: PAPER, label: TITLE, year: 2025 },
        benchmark: { id: 'riverbench', label: 'RiverBench' },
        value: 71.5,
        text: '71.5%',
        unit: '%',
        metric: '',
        system: 'Otter-RL',
        kind: 'absolute',
        sentence: 'Otter-RL is tested on RiverBench, where Otter-RL reaches 71.5%.',
      },
    ])
  })

  it('cuts a group of links and tells how many there are', async () => {
    const answer = await (await fakeApp({ settings: { linksPerGroup: 1 } }).get('/api/node?id=riverbench')).json()
    expect(answer.groups[0]).toMatchObject({ relationship: 'USES', direction: 'in', total: 2 })
    expect(answer.groups[0].links).toHaveLength(1)
    expect(answer.aliases).toEqual(['River Bench'])
    expect(answer).not.toHaveProperty('abstract')
  })

  it('never links to an address that could run a script', async () => {
    const answer = await (await fakeApp().get('/api/node?id=title:0123456789abcdef')).json()
    expect(answer.links).toEqual([])
  })

  it('takes a name for an id, and offers a choice where a name means several', async () => {
    const { get } = fakeApp()
    expect(await (await get('/api/node?id=Otter-RL')).json()).toMatchObject({ node: { id: 'otter-rl' } })
    const several = await get('/api/node?id=River')
    expect(several.status).toBe(404)
    expect(several.headers.get('content-type')).toBe('application/problem+json')
    expect(await several.json()).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is no node "River".',
      code: 'not-found',
      choices: [
        { id: 'riverbench', type: 'benchmark', label: 'RiverBench', degree: 3, papers: 2 },
        { id: 'river', type: 'topic', label: 'River', degree: 1, papers: 1 },
      ],
    })
    const none = await get('/api/node?id=nobody')
    expect(none.status).toBe(404)
    expect(await none.json()).not.toHaveProperty('choices')
  })

  it('gives neighbours by pages with the edges between all of them', async () => {
    const { get } = fakeApp()
    const first = await (await get('/api/neighbours?id=RiverB&limit=1')).json()
    expect(first).toMatchObject({ version: 'v1', id: 'riverbench', total: 2, next: expect.any(String) })
    expect(first.nodes.map((node: { id: string }) => node.id)).toEqual([PAPER])
    expect(first.edges.map((edge: { type: string }) => edge.type)).toEqual(['USES', 'SCORES'])
    const second = await (await get(`/api/neighbours?id=RiverB&limit=1&cursor=${first.next}`)).json()
    expect(second.nodes).toHaveLength(1)
    expect(second.nodes).not.toEqual(first.nodes)
    expect(second).not.toHaveProperty('next')
  })

  it('shows one edge with its evidence, marked in the sentence', async () => {
    const { get } = fakeApp()
    const answer = await (await get(`/api/edge?from=${PAPER}&type=USES&to=riverbench&key=benchmark`)).json()
    expect(answer).toMatchObject({
      edge: { from: PAPER, to: 'riverbench', type: 'USES', key: 'benchmark', confidence: 0.8 },
      from: { type: 'paper', label: TITLE },
      to: { type: 'benchmark', label: 'RiverBench', papers: 2 },
      evidence: { marks: [[22, 32]], rule: 'lexicon' },
      properties: { confidence: 0.8 },
    })
    const absent = await get(`/api/edge?from=${PAPER}&type=ABOUT&to=riverbench&key=topic`)
    expect(absent.status).toBe(404)
    const noWords = await (await get('/api/edge?from=arxiv:2502.00002&type=ABOUT&to=river&key=topic')).json()
    expect(noWords).not.toHaveProperty('evidence')
  })

  it('gives the edges among nodes, by address and by body', async () => {
    const { get, post } = fakeApp()
    const expected = [{ id: `${PAPER}\u0001INTRODUCES\u0001otter-rl\u0001method` }]
    expect(await (await get(`/api/edges?id=${PAPER}&id=otter-rl&id=otter-rl`)).json()).toMatchObject({
      edges: expected,
    })
    const many = Array.from({ length: 501 }, (_, at) => `nobody-${at}`)
    const tooMany = await get(`/api/edges?${many.map((id) => `id=${id}`).join('&')}`)
    expect(tooMany.status).toBe(400)
    const posted = await post('/api/edges', { ids: [...many, PAPER, 'otter-rl'] })
    expect(await posted.json()).toMatchObject({ version: 'v1', edges: expected })
  })

  it('lists the questions and runs one with the parameters of the address', async () => {
    const { get, reader } = fakeApp()
    expect(await (await get('/api/queries')).json()).toEqual({
      queries: [
        {
          name: 'top',
          title: 'Top',
          description: 'The top.',
          shape: 'table',
          text: '// Top\nRETURN 1',
          parameters: [
            { name: 'limit', type: 'integer', description: 'how many', default: 5 },
            { name: 'offset', type: 'integer', description: 'how many to leave out', default: 0 },
          ],
        },
      ],
    })
    const table = await (await get('/api/query/nodes?ids=river&ids=otter-rl')).json()
    expect(table).toMatchObject({
      columns: ['id', 'type', 'label', 'degree', 'papers', 'year', 'venue', 'hasCode'],
      truncated: false,
    })
    expect(table.rows).toHaveLength(2)
    await get('/api/query/map?limit=3')
    expect(reader.asked).toEqual([
      { name: 'nodes', parameters: { ids: ['river', 'otter-rl'] } },
      { name: 'map', parameters: { limit: '3' } },
    ])
  })

  it('runs typed Cypher within the limits of the server', async () => {
    const { post, reader } = fakeApp({ settings: { cypherTimeoutMs: 2000, cypherRows: 10 } })
    const body = { text: 'RETURN $a', parameters: { a: [1, { b: null }] }, timeoutMs: 500, maxRows: 99 }
    const answer = await post('/api/cypher', body)
    expect(await answer.json()).toMatchObject({ columns: ['one'], rows: [[1]], version: 'v1', updating: false })
    expect(reader.typed[0]).toMatchObject({
      text: 'RETURN $a',
      parameters: { a: [1, { b: null }] },
      options: { timeoutMs: 500, maxRows: 10 },
    })
  })

  it('asks again when the graph changes between two questions of one answer', async () => {
    const { get, reader } = fakeApp()
    let changes = 1
    reader.beforeRun = (name) => {
      if (name === 'node-links' && changes-- > 0) reader.version = 'v2'
    }
    expect(await (await get('/api/node?id=otter-rl')).json()).toMatchObject({ version: 'v2' })
    expect(reader.asked.filter(({ name }) => name === 'node')).toHaveLength(2)
  })

  it('gives up with a word when the graph never keeps still', async () => {
    const { get, reader } = fakeApp()
    let version = 0
    reader.beforeRun = () => {
      reader.version = `v${++version}`
    }
    const answer = await get('/api/node?id=otter-rl')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ code: 'busy' })
  })
})

describe('errors', () => {
  it.each([
    ['usage', 400],
    ['query-invalid', 400],
    ['query-refused', 403],
    ['not-found', 404],
    ['query-timeout', 504],
    ['query-memory', 507],
    ['busy', 503],
    ['store-unreachable', 503],
  ] as const)('with the code %s have the status %i and their sentence', async (code, status) => {
    const { post, reader, entries } = fakeApp()
    reader.onCypher = async () => {
      throw new PapergraphError(code, 'One clear sentence.')
    }
    const answer = await post('/api/cypher', { text: 'RETURN 1' })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('retry-after')).toBe(status === 503 ? '5' : null)
    expect(await answer.json()).toMatchObject({ type: 'about:blank', status, code, detail: 'One clear sentence.' })
    expect(entries).toMatchObject([{ status, path: '/api/cypher', error: { code } }])
  })

  it.each([new Error('secret path /srv/x'), new PapergraphError('internal', 'secret path /srv/x')])(
    'of our own making show a request id and nothing else',
    async (error) => {
      const { post, reader, entries } = fakeApp()
      reader.onCypher = async () => {
        throw error
      }
      const answer = await post('/api/cypher', { text: 'RETURN 1' })
      const words = await answer.text()
      expect(answer.status).toBe(500)
      expect(words).not.toContain('secret')
      expect(words).toContain(answer.headers.get('x-request-id'))
      expect(entries).toHaveLength(1)
      expect(entries[0]).toMatchObject({ id: answer.headers.get('x-request-id'), error })
    },
  )
})
