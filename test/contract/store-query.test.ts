import { expect, it } from 'vitest'
import { float, type Parameters, type Value } from '../../queries/store/store.ts'
import { AWKWARD_TEXT, changes, GRAPH } from './graph.ts'
import { describeNeo4j, describeStores, openEmptyNeo4j } from './stores.ts'

describeStores('an answer', (store) => {
  const one = async (text: string, parameters?: Parameters): Promise<Value[] | undefined> =>
    (await store().query(text, parameters)).rows[0]

  it('has columns by name and rows in their order', async () => {
    expect(await store().query('UNWIND [2, 1] AS x RETURN x AS number, toString(x) AS text ORDER BY number')).toEqual({
      columns: ['number', 'text'],
      rows: [
        [1, '1'],
        [2, '2'],
      ],
      truncated: false,
    })
  })

  it('keeps its columns when it has no rows', async () => {
    expect(await store().query('MATCH (n:Paper) RETURN n.id AS id, n.year AS year ORDER BY id')).toEqual({
      columns: ['id', 'year'],
      rows: [],
      truncated: false,
    })
  })

  it('tells plain values, lists, maps and null', async () => {
    const row = await one(
      "RETURN 1 AS a, 1.5 AS b, 'é🙂' AS c, true AS d, null AS e, [1, 'x', null, [2.5]] AS f, {g: {h: [1]}, i: null} AS j",
    )
    expect(row).toEqual([1, 1.5, 'é🙂', true, null, [1, 'x', null, [2.5]], { g: { h: [1] }, i: null }])
  })

  it('tells numbers that JSON has no form for as text', async () => {
    expect(
      await one('RETURN 9007199254740993 AS a, -9007199254740993 AS b, 9007199254740991 AS c, 1.0 / 0.0 AS d'),
    ).toEqual(['9007199254740993', '-9007199254740993', 9007199254740991, 'Infinity'])
  })

  it('tells dates and times as text', async () => {
    const row = await one(
      "RETURN date('2024-01-05') AS a, datetime('2024-01-05T06:07:08Z') AS b, localdatetime('2024-01-05T06:07:08.5') AS c, localtime('06:07:08') AS d",
    )
    expect(row).toEqual(['2024-01-05', '2024-01-05T06:07:08Z', '2024-01-05T06:07:08.5', '06:07:08'])
  })

  it('tells nodes with our id, sorted labels and the other properties', async () => {
    await store().write(GRAPH)
    expect(await one("MATCH (n:Concept {id: 'grass'}) RETURN n AS n")).toEqual([
      {
        kind: 'node',
        id: 'grass',
        labels: ['Concept', 'Method', 'Model'],
        properties: { aliases: ['Graph Sorting', 'GraSS'], name: 'GraSS', papers: 2, type: 'method' },
      },
    ])
  })

  it('tells the ends of a relationship where the answer holds their nodes', async () => {
    await store().write(GRAPH)
    const text = 'MATCH (a:Concept)-[r:VARIANT_OF]->(b:Concept)'
    const properties = { confidence: 0.5, paper: 'arxiv:2401.00001', rule: 'prefix' }
    expect(await one(`${text} RETURN r AS r`)).toEqual([{ kind: 'relationship', type: 'VARIANT_OF', properties }])
    const row = await one(`${text} RETURN r AS r, [a] AS left, {right: b} AS right`)
    expect(row?.[0]).toEqual({ kind: 'relationship', type: 'VARIANT_OF', from: 'grass', to: 'sorting', properties })
  })

  it('tells paths by their nodes and relationships, with the ends as stored', async () => {
    await store().write(GRAPH)
    const row = await one(
      "MATCH p = (a:Concept {id: 'sorting'})<-[:VARIANT_OF]-(b:Concept)<-[:USES]-(c:Paper) RETURN p AS p, length(p) AS length",
    )
    expect(row?.[1]).toBe(2)
    expect(row?.[0]).toMatchObject({
      kind: 'path',
      nodes: [
        { kind: 'node', id: 'sorting' },
        { kind: 'node', id: 'grass' },
        { kind: 'node', id: 'doi:10.1/2' },
      ],
      relationships: [
        { kind: 'relationship', type: 'VARIANT_OF', from: 'grass', to: 'sorting' },
        { kind: 'relationship', type: 'USES', from: 'doi:10.1/2', to: 'grass' },
      ],
    })
  })

  it('takes parameters of every type', async () => {
    const parameters = {
      integer: 3,
      whole: float(3),
      text: AWKWARD_TEXT,
      flag: false,
      nothing: null,
      list: ['a', 'b'],
      map: { x: 1, y: [true] },
    }
    const row = await one(
      "RETURN $integer / 2 AS a, $whole / 2 AS b, '$whole' AS c, $text AS d, $flag AS e, $nothing AS f, $list AS g, $map AS h // $whole",
      parameters,
    )
    expect(row).toEqual([1, 1.5, '$whole', AWKWARD_TEXT, false, null, ['a', 'b'], { x: 1, y: [true] }])
  })

  it('is cut after the most rows that it may have, and says so', async () => {
    const text = 'UNWIND range(1, 5) AS x RETURN x AS x ORDER BY x'
    expect(await store().query(text, {}, { maxRows: 3 })).toEqual({
      columns: ['x'],
      rows: [[1], [2], [3]],
      truncated: true,
    })
    expect((await store().query(text, {}, { maxRows: 5 })).truncated).toBe(false)
    expect(await store().query(text, {}, { maxRows: 0 })).toEqual({ columns: ['x'], rows: [], truncated: true })
  })

  it('is refused with query-invalid for what is no Cypher, and the store goes on', async () => {
    await expect(store().query('RETURN')).rejects.toMatchObject({ name: 'PapergraphError', code: 'query-invalid' })
    await expect(store().query('RETURN $missing AS x')).rejects.toMatchObject({ code: 'query-invalid' })
    await expect(store().query('RETURN 1 / 0 AS x')).rejects.toMatchObject({ code: 'query-invalid' })
    expect(await one('RETURN 1 AS one')).toEqual([1])
  })

  it('is not given once its signal is aborted', async () => {
    const signal = AbortSignal.abort()
    await expect(store().query('RETURN 1 AS one', {}, { signal })).rejects.toMatchObject({ code: 'query-cancelled' })
    expect(await one('RETURN 1 AS one')).toEqual([1])
  })

  it('leaves out what a write that runs beside it has not committed', async () => {
    const writing = store().write(GRAPH)
    const during = await one('MATCH (n:Paper) RETURN count(n) AS papers')
    await writing
    expect([0, 2]).toContain(during?.[0])
    expect(await one('MATCH (n:Paper) RETURN count(n) AS papers')).toEqual([2])
  })

  it('sees two writes that were started at once', async () => {
    const node = (id: string) => changes({ nodes: [{ id, labels: ['Concept', 'Method'], properties: { name: id } }] })
    await Promise.all([store().write(node('first')), store().write(node('second')), store().write(node('first'))])
    const found = await store().query('MATCH (n:Concept) RETURN n.id AS id ORDER BY id')
    expect(found.rows).toEqual([['first'], ['second']])
  })
})

describeNeo4j('the limits of a query', (provided) => {
  const ENDLESS =
    'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS c'

  const withStore = async (
    use: (store: Awaited<ReturnType<typeof openEmptyNeo4j>>) => Promise<void>,
  ): Promise<void> => {
    const store = await openEmptyNeo4j(provided)
    try {
      await use(store)
      expect((await store.query('RETURN 1 AS one')).rows).toEqual([[1]])
    } finally {
      await store.close()
    }
  }

  it('end one that takes longer than its time limit', async () => {
    await withStore(async (store) => {
      await expect(store.query(ENDLESS, {}, { timeoutMs: 300 })).rejects.toMatchObject({ code: 'query-timeout' })
    })
  })

  it('end one on the server when its signal is aborted', async () => {
    await withStore(async (store) => {
      const controller = new AbortController()
      const run = store.query(ENDLESS, {}, { signal: controller.signal })
      setTimeout(() => controller.abort(), 300)
      await expect(run).rejects.toMatchObject({ code: 'query-cancelled' })
      await expect
        .poll(
          async () => {
            const text =
              'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH $text RETURN count(*) AS running'
            return (await store.query(text, { text: 'UNWIND range(1, 1000000)' })).rows
          },
          { timeout: 10_000 },
        )
        .toEqual([[0]])
    })
  })

  it('end one that needs more memory than the server allows', async () => {
    await withStore(async (store) => {
      const greedy = 'UNWIND range(1, 100000000) AS x RETURN collect(toString(x)) AS all'
      await expect(store.query(greedy)).rejects.toMatchObject({ code: 'query-memory' })
    })
  })

  it('stop a long answer at its row limit without reading the rest', async () => {
    await withStore(async (store) => {
      const answer = await store.query('UNWIND range(1, 100000000) AS x RETURN x AS x', {}, { maxRows: 10 })
      expect(answer.rows).toHaveLength(10)
      expect(answer.truncated).toBe(true)
    })
  })

  it('refuse one that writes', async () => {
    await withStore(async (store) => {
      await expect(store.query('CREATE (n:Paper) RETURN n AS n')).rejects.toMatchObject({ code: 'query-refused' })
    })
  })
})
