import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerQuery } from '../../queries/answer.ts'
import { loadCatalogue } from '../../queries/catalogue.ts'
import { LazyIndex } from '../../queries/search/lazy-index.ts'
import { digest } from '../../queries/store/digest.ts'
import type { GraphChanges, GraphStore } from '../../queries/store/store.ts'
import { consoleStatement, exampleParameters } from '../queries/examples.ts'
import { textOf } from './answer-text.ts'
import { askings } from './askings.ts'
import { generatedGraph } from './generated.ts'
import { sampleGraph } from './sample-graph.ts'
import { describeNeo4j, openEmptyEmbedded, openEmptyNeo4j } from './stores.ts'

const QUERIES = loadCatalogue().list()
const SEED = 20_260_301
const GRAPHS: readonly [name: string, make: () => Promise<GraphChanges>][] = [
  ['the sample', sampleGraph],
  ['a generated graph', async () => generatedGraph(400, SEED)],
  ['no graph at all', async () => ({ nodes: [], relationships: [], removedNodes: [], removedRelationships: [] })],
]
/** What the sample has none of: all its papers share something. */
const FINDS_NOTHING: ReadonlySet<string> = new Set(['unconnected-papers'])
const isOfTheWhole = QUERIES.filter(({ parameters }) => parameters.every((each) => each.default !== undefined))

describe.each(GRAPHS)('every question about %s', (graphName, make) => {
  describeNeo4j('has the same whole answer on both stores', (provided) => {
    let graph: GraphChanges
    let stores: { embedded: GraphStore; neo4j: GraphStore }
    let indexes: { embedded: LazyIndex; neo4j: LazyIndex }
    let remove: () => Promise<void>
    beforeAll(async () => {
      graph = await make()
      const embedded = await openEmptyEmbedded()
      remove = embedded.remove
      stores = { embedded: embedded.store, neo4j: await openEmptyNeo4j(provided) }
      for (const store of Object.values(stores)) {
        await store.ensureSchema()
        await store.write(graph)
      }
      // One is there from the start, as in a server; the other only when a question needs it, as on the command line.
      indexes = { embedded: new LazyIndex(stores.embedded), neo4j: new LazyIndex(stores.neo4j) }
      await indexes.embedded.get()
    })
    afterAll(async () => {
      await stores?.neo4j.close()
      await remove?.()
    })

    it('and so have the graphs', async () => {
      expect(await digest(stores.embedded)).toBe(await digest(stores.neo4j))
    })

    it.each((graphName === 'no graph at all' ? isOfTheWhole : QUERIES).map((entry) => [entry.name, entry] as const))(
      '%s',
      async (name, entry) => {
        let rows = 0
        for (const parameters of graph.nodes.length === 0 ? [{}] : askings(entry, graph)) {
          const said = JSON.stringify(parameters)
          const { tookMs: _, ...onEmbedded } = await answerQuery(stores.embedded, indexes.embedded, name, parameters)
          const { tookMs: __, ...onNeo4j } = await answerQuery(stores.neo4j, indexes.neo4j, name, parameters)
          expect(textOf(onEmbedded), said).toBe(textOf(onNeo4j))
          expect(onEmbedded.columns, said).toEqual(entry.columns.map((column) => column.name))
          rows += onEmbedded.rows.length
        }
        // A question that finds nothing in a whole graph has not been asked.
        if (graphName === 'a generated graph' && name !== 'likely-duplicates') expect(rows).toBeGreaterThan(0)
      },
    )

    // Neo4j Browser and cypher-shell read `:param` lines and comments themselves and send the rest. The examples are of the sample.
    const shown = graphName === 'the sample' ? QUERIES : []
    it.each(shown.map((entry) => [entry.name, entry] as const))(
      '%s.cypher works in a console as it stands, its examples have rows',
      async (_name, entry) => {
        const { default: neo4j } = await import('neo4j-driver')
        const driver = neo4j.driver(provided.url, neo4j.auth.basic(provided.user, provided.password))
        const examples = Object.entries(exampleParameters(entry)).map(([name, value]) => {
          const isWhole = entry.parameters.some((each) => each.name === name && each.type === 'integer')
          return [name, isWhole ? neo4j.int(Number(value)) : value]
        })
        try {
          const answer = await driver.executeQuery(consoleStatement(entry.text), Object.fromEntries(examples))
          expect(answer.records.length).toBeGreaterThanOrEqual(FINDS_NOTHING.has(entry.name) ? 0 : 1)
        } finally {
          await driver.close()
        }
      },
    )
  })
})
