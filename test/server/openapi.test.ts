import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../queries/catalogue.ts'
import { openApiOf } from '../../web/server/openapi.ts'
import { fakeApp } from './fake-app.ts'
import { openApiChecker } from './openapi-checker.ts'

const ADDRESSES = [
  '/api/status',
  '/api/map?limit=5',
  '/api/search?q=a&limit=2&type=method&type=paper&from=1990',
  '/api/node?id=arxiv:1706.03762',
  '/api/node?id=nothing',
  '/api/neighbours?id=imagenet',
  '/api/neighbours?id=riverbench&limit=1&order=name',
  '/api/neighbours?id=imagenet&limit=x',
  '/api/ingests?limit=2',
  '/api/edges?id=imagenet&id=arxiv:1706.03762',
  '/api/edge?from=a&type=USES&to=b',
  '/api/queries',
]

describe('the OpenAPI document', () => {
  it.each(ADDRESSES)('describes what %s answers', async (address) => {
    const { get } = fakeApp()
    const { faultsOf } = await openApiChecker(get)
    expect(await faultsOf('get', address, await get(address))).toEqual([])
  })

  it('describes what POST /api/cypher and /api/edges answer, and that they refuse', async () => {
    const { get, post, reader } = fakeApp()
    const { faultsOf } = await openApiChecker(get)
    reader.onCypher = async () => [
      { list: [1, 'two', null, { kind: 'node', id: 'x', labels: ['Paper'], properties: {} }] },
    ]
    for (const [path, body] of [
      ['/api/cypher', { text: 'RETURN 1' }],
      ['/api/cypher', { text: 1 }],
      ['/api/edges', { ids: ['imagenet'] }],
      ['/api/edges', {}],
    ] as const)
      expect(await faultsOf('post', path, await post(path, body))).toEqual([])
  })

  it('finds an answer that is not as it is described', async () => {
    const { get } = fakeApp()
    const { faultsOf } = await openApiChecker(get)
    const answer = Response.json({
      version: 'v1',
      hits: [{ id: 'x', type: 'unheard-of', name: 'X', score: 1, more: 1 }],
    })
    expect(await faultsOf('get', '/api/search?q=x', answer)).toEqual([
      '/hits/0 must NOT have additional properties',
      '/hits/0/type must be equal to one of the allowed values',
    ])
  })

  it('leaves out no route of the server, and names each once', async () => {
    const { app, get } = fakeApp({ questions: loadCatalogue() })
    const { document } = await openApiChecker(get)
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && !path.endsWith('*'))
      .filter(({ path }) => path !== '/api/query/:name' && path !== '/api/docs.css')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.slice(4).replace(/:(\w+)/g, '{$1}')}`)
    const questions = loadCatalogue()
      .list()
      .map(({ name }) => `get /query/${name}`)
    const described = Object.entries(document.paths).flatMap(([path, each]) =>
      Object.keys(each).map((method) => `${method} ${path}`),
    )
    expect(described.sort()).toEqual([...new Set([...routes, ...questions])].sort())
    const names = Object.values(document.paths).flatMap((each) =>
      Object.values(each).map(({ operationId }) => operationId),
    )
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('refers to nothing that it does not hold', async () => {
    const { get } = fakeApp({ questions: loadCatalogue() })
    const { document } = await openApiChecker(get)
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)]
    expect(references.length).toBeGreaterThan(100)
    const { schemas, responses } = document.components
    for (const [, kind, name] of references)
      expect(kind === 'schemas' ? schemas : responses).toHaveProperty(String(name))
  })

  it('gives each parameter of a question its type, bounds, default and words', async () => {
    const { get } = fakeApp({ questions: loadCatalogue() })
    const { document } = await openApiChecker(get)
    const rising = document.paths['/query/rising']?.get
    expect(rising?.parameters.filter(({ name }) => name === 'limit' || name === 'direction')).toEqual([
      {
        name: 'direction',
        in: 'query',
        required: false,
        description: 'Whether the share grew or shrank (`minimum` is then of the earlier period)',
        schema: { type: 'string', enum: ['rising', 'falling'], default: 'rising' },
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        description: 'At most so many concepts',
        schema: { type: 'integer', minimum: 1, maximum: 1000, default: 25 },
      },
    ])
    expect(document.paths['/query/shared-benchmarks']?.get?.parameters[0]).toMatchObject({
      name: 'paper',
      required: true,
    })
  })

  it('has defaults that its own schemas take', async () => {
    const { get } = fakeApp({ questions: loadCatalogue() })
    const { document } = await openApiChecker(get)
    const parameters = Object.values(document.paths).flatMap(({ get }) => get?.parameters ?? [])
    const withDefault = parameters.filter(({ schema }) => schema.default !== undefined)
    expect(withDefault.length).toBeGreaterThan(30)
    for (const { name, schema } of withDefault)
      expect([
        name,
        new Ajv2020({ strict: false }).compile({ ...schema, components: document.components })(schema.default),
      ]).toEqual([name, true])
  })

  it('asks for the token where the server has one', () => {
    expect(openApiOf([], { version: '1', needsToken: true }).security).toEqual([{ token: [] }])
    expect(openApiOf([], { version: '1', needsToken: false }).security).toEqual([{}])
  })
})
