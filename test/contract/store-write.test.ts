import { expect, it } from 'vitest'
import { digest } from '../../queries/store/digest.ts'
import { AWKWARD_TEXT, changes, GRAPH, NODES, RELATIONSHIPS, scanned } from './graph.ts'
import { describeStores } from './stores.ts'

/** What the graph of these tests amounts to, on either store, on any day. */
const DIGEST = '43b269a9a004b79ce6e422665cdad83dcc8246dd573d4f89438e33c1e5ec6b6b'

describeStores('writing a graph', (store) => {
  it('gives back in a scan exactly what was written', async () => {
    await store().write(GRAPH)
    const found = await scanned(store())
    expect(found.nodes).toEqual([...NODES].sort((a, b) => (a.id < b.id ? -1 : 1)))
    expect(found.relationships).toEqual(RELATIONSHIPS)
    expect(found.relationships.map(({ properties }) => Object.keys(properties))).toEqual(
      RELATIONSHIPS.map(({ properties }) => Object.keys(properties).sort()),
    )
  })

  it('has one digest on both stores', async () => {
    await store().write(GRAPH)
    expect(await digest(store())).toBe(DIGEST)
  })

  it('changes nothing when written twice', async () => {
    await store().write(GRAPH)
    const counts = await store().counts()
    await store().write(GRAPH)
    expect(await store().counts()).toEqual(counts)
    expect(await digest(store())).toBe(DIGEST)
  })

  it('has the same digest when written backwards and one by one', async () => {
    for (const node of [...NODES].reverse()) await store().write(changes({ nodes: [node] }))
    for (const one of [...RELATIONSHIPS].reverse()) await store().write(changes({ relationships: [one] }))
    expect(await digest(store())).toBe(DIGEST)
  })

  it('counts labels and relationship types', async () => {
    await store().write(GRAPH)
    expect(await store().counts()).toEqual({
      nodes: { Paper: 2, Concept: 3, Method: 1, Model: 1, Benchmark: 1, Topic: 1, Repo: 1 },
      relationships: { INTRODUCES: 2, USES: 1, SCORES: 2, ABOUT: 1, LINKS_TO: 1, VARIANT_OF: 1 },
    })
  })

  it('replaces the labels of a node and keeps its relationships', async () => {
    await store().write(GRAPH)
    await store().write(
      changes({ nodes: [{ id: 'grass', labels: ['Concept', 'Benchmark', 'Topic'], properties: { name: 'GraSS' } }] }),
    )
    const found = await scanned(store())
    expect(found.nodes.find(({ id }) => id === 'grass')).toEqual({
      id: 'grass',
      labels: ['Concept', 'Benchmark', 'Topic'],
      properties: { name: 'GraSS' },
    })
    expect(found.relationships).toEqual(RELATIONSHIPS)
  })

  it('drops the properties of a relationship that are gone', async () => {
    await store().write(GRAPH)
    await store().write(
      changes({
        relationships: [
          { type: 'USES', from: 'doi:10.1/2', to: 'grass', key: 'method', properties: { as: 'method', confidence: 0 } },
        ],
      }),
    )
    const uses = (await scanned(store())).relationships.filter(({ type }) => type === 'USES')
    expect(uses.map(({ properties }) => properties)).toEqual([{ as: 'method', confidence: 0 }])
  })

  it('keeps parallel relationships of one type apart by their key', async () => {
    await store().write(GRAPH)
    await store().write(
      changes({
        removedRelationships: [
          { type: 'INTRODUCES', from: 'arxiv:2401.00001', to: 'grass', key: 'model' },
          { type: 'SCORES', from: 'arxiv:2401.00001', to: 'sortbench', key: 'abstract:10:12' },
          { type: 'VARIANT_OF', from: 'grass', to: 'sorting', key: '' },
          { type: 'LINKS_TO', from: 'doi:10.1/2', to: 'github.com/ada/grass', key: '' },
        ],
      }),
    )
    const left = (await scanned(store())).relationships.map(({ type, key }) => `${type} ${key}`)
    expect(left).toEqual(['ABOUT topic', 'INTRODUCES method', 'LINKS_TO ', 'SCORES abstract:20:24', 'USES method'])
  })

  it('removes a node with all that hangs on it, after the rest was written', async () => {
    await store().write(GRAPH)
    await store().write({
      nodes: [{ id: 'new', labels: ['Concept', 'Method'], properties: { name: 'new' } }],
      relationships: [
        { type: 'USES', from: 'doi:10.1/2', to: 'new', key: 'method', properties: { as: 'method', confidence: 1 } },
      ],
      removedRelationships: [{ type: 'USES', from: 'doi:10.1/2', to: 'grass', key: 'method' }],
      removedNodes: [
        { label: 'Paper', id: 'arxiv:2401.00001' },
        { label: 'Concept', id: 'grass' },
        { label: 'Repo', id: 'never/there' },
      ],
    })
    const found = await scanned(store())
    expect(found.nodes.map(({ id }) => id)).toEqual([
      'doi:10.1/2',
      'github.com/ada/grass',
      'new',
      'sortbench',
      'sorting',
    ])
    expect(found.relationships.map(({ type, to }) => `${type} ${to}`)).toEqual(['USES new'])
  })

  it('writes all of a change or nothing', async () => {
    await store().write(GRAPH)
    const half = changes({
      nodes: [
        { id: 'half', labels: ['Concept', 'Method'], properties: { name: 'half' } },
        { id: 'grass', labels: ['Concept', 'Topic'], properties: { name: 'other' } },
      ],
      relationships: [
        { type: 'USES', from: 'doi:10.1/2', to: 'half', key: 'method', properties: { as: 'method', confidence: 1 } },
        { type: 'USES', from: 'doi:10.1/2', to: 'nowhere', key: 'method', properties: { as: 'method', confidence: 1 } },
      ],
      removedRelationships: [{ type: 'LINKS_TO', from: 'arxiv:2401.00001', to: 'github.com/ada/grass', key: '' }],
    })
    await expect(store().write(half)).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('relationships: 1 of 2 rows could be written'),
    })
    expect(await digest(store())).toBe(DIGEST)
  })

  it('stores integers as integers and float properties as floats, whole or not', async () => {
    await store().write(GRAPH)
    const halves = await store().query(
      'MATCH (p:Paper)-[s:SCORES]->(b:Concept) RETURN p.year / 1000 AS year, s.value / 2 AS value, s.confidence / 2 AS confidence ORDER BY value',
    )
    expect(halves.rows).toEqual([
      [2, 41.5, 0.5],
      [2, 42.75, 0.5],
    ])
  })

  it('takes text that looks like Cypher as text, in ids and properties', async () => {
    const id = `awkward ${AWKWARD_TEXT}`
    const node = {
      id,
      labels: ['Concept' as const, 'Method' as const],
      properties: { aliases: [id], name: AWKWARD_TEXT },
    }
    await store().write(GRAPH)
    await store().write(changes({ nodes: [node] }))
    const found = await store().query(
      'MATCH (n:Concept {name: $name}) RETURN n.id AS id, n.aliases AS aliases ORDER BY id',
      {
        name: AWKWARD_TEXT,
      },
    )
    expect(found.rows).toEqual([[id, [id]]])
    await store().write(changes({ removedNodes: [{ label: 'Concept', id }] }))
    expect(await digest(store())).toBe(DIGEST)
  })
})

describeStores('a larger graph', (store) => {
  // Above U+FFFF and below it, where UTF-16 order and code point order differ.
  const odd = ['zeta \u{1F600}', 'zeta \uFF21', 'zeta', 'Zeta', 'é', 'z', '~']

  it('is scanned in pages, in the order of code points over all labels', async () => {
    const numbers = Array.from({ length: 2_500 }, (_, index) => index)
    const concepts = [...odd, ...numbers.map((index) => `concept ${index}`)]
    const papers = numbers.map((index) => `arxiv:${index}`)
    await store().write(
      changes({
        nodes: [
          ...concepts.map((id) => ({ id, labels: ['Concept' as const, 'Method' as const], properties: { name: id } })),
          ...papers.map((id) => ({ id, labels: ['Paper' as const], properties: { title: id } })),
        ],
        relationships: papers.flatMap((from, index) =>
          [0, 7, 13].map((step) => ({
            type: 'USES' as const,
            from,
            to: `concept ${((index + step) % concepts.length) % 2_500}`,
            key: 'method',
            properties: { as: 'method', confidence: 0.5 },
          })),
        ),
      }),
    )
    const pages: string[] = []
    for await (const page of store().scan()) {
      pages.push(page.kind === 'nodes' ? `nodes ${page.nodes.length}` : `relationships ${page.relationships.length}`)
    }
    expect(pages).toEqual(['nodes 2000', 'nodes 2000', 'nodes 1007', 'relationships 5000', 'relationships 2500'])
    const { nodes, relationships } = await scanned(store())
    const utf8 = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
    expect(nodes.map(({ id }) => id)).toEqual([...concepts, ...papers].sort(utf8))
    const froms = relationships.map(({ from, to }) => `${from} > ${to}`)
    expect(froms).toEqual([...froms].sort(utf8))
    expect(new Set(froms).size).toBe(7_500)

    await store().clear()
    expect(await scanned(store())).toEqual({ nodes: [], relationships: [] })
  })
})
