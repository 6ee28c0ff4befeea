import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { answerQuery } from '../../queries/answer.ts'
import { loadCatalogue } from '../../queries/catalogue.ts'
import type { RawParameters } from '../../queries/reader.ts'
import { LazyIndex } from '../../queries/search/lazy-index.ts'
import { textOf } from './answer-text.ts'
import { describeStores } from './stores.ts'
import { WORLD } from './world.ts'

const EVERYTHING = WORLD.nodes.map(({ id }) => id)

/** What is asked, and the file in test/contract/answers that holds the whole answer of both stores. */
const CASES: readonly [file: string, query: string, parameters: RawParameters][] = [
  ['benchmark-table', 'benchmark-table', { benchmark: 'sortbench' }],
  ['benchmark-table-page', 'benchmark-table', { benchmark: 'sortbench', limit: 2, offset: 1 }],
  ['benchmark-table-of-a-metric', 'benchmark-table', { benchmark: 'sortbench', metric: 'ACCURACY', kind: 'absolute' }],
  ['benchmark-table-of-a-method', 'benchmark-table', { benchmark: 'grass' }],
  ['concept-history', 'concept-history', { concept: 'grass' }],
  ['concept-history-undated', 'concept-history', { concept: 'rarebench', introducers: 0 }],
  ['concept-pairs', 'concept-pairs', {}],
  ['concept-pairs-of-methods', 'concept-pairs', { type: 'method', minimum: 1, by: 'npmi', limit: 3 }],
  ['concept-papers', 'concept-papers', { concept: 'grass' }],
  ['concept-papers-page', 'concept-papers', { concept: 'sortbench', limit: '2', offset: '2' }],
  ['counts', 'counts', {}],
  ['edge', 'edge', { from: 'arxiv:2401.00001', type: 'INTRODUCES', to: 'grass', key: 'method' }],
  ['edge-score', 'edge', { from: 'arxiv:2402.00003', type: 'SCORES', to: 'sortbench', key: 'abstract:90:92' }],
  ['edge-repo', 'edge', { from: 'arxiv:2402.00003', type: 'LINKS_TO', to: 'github.com/ada/grass' }],
  ['edge-variant', 'edge', { from: 'seed grass', type: 'VARIANT_OF', to: 'grass' }],
  ['edge-missing', 'edge', { from: 'grass', type: 'VARIANT_OF', to: 'seed grass' }],
  ['edges-among', 'edges-among', { ids: ['arxiv:2402.00003', 'grass', 'grass-2', 'sortbench', 'grass', 'nothing'] }],
  ['edges-among-all', 'edges-among', { ids: EVERYTHING }],
  ['edges-among-none', 'edges-among', { ids: [] }],
  ['edges-from', 'edges-from', { ids: ['arxiv:2402.00003', 'seed grass', 'sortbench', 'nothing', 'seed grass'] }],
  ['edges-from-none', 'edges-from', { ids: [] }],
  ['goes-with', 'goes-with', { concept: 'grass' }],
  ['goes-with-benchmarks', 'goes-with', { concept: 'grass', type: 'benchmark', minimum: 1, by: 'likelihood' }],
  ['map', 'map', {}],
  ['map-small', 'map', { limit: 6 }],
  ['neighbours', 'neighbours', { node: 'sortbench' }],
  ['neighbours-page', 'neighbours', { node: 'arxiv:2401.00001', limit: 3, offset: 2 }],
  ['neighbours-of-types', 'neighbours', { node: 'arxiv:2402.00003', types: ['method', 'benchmark'], order: 'name' }],
  [
    'neighbours-along',
    'neighbours',
    { node: 'grass', relationships: ['USES', 'VARIANT_OF'], direction: 'in', order: 'year' },
  ],
  ['neighbours-out', 'neighbours', { node: 'grass-2', direction: 'out', order: 'papers' }],
  ['neighbours-of-a-repo', 'neighbours', { node: 'github.com/ada/grass' }],
  ['neighbours-none', 'neighbours', { node: 'title:00000000000000ff' }],
  ['node-concept', 'node', { node: 'grass' }],
  ['node-paper', 'node', { node: 'doi:10.1/2' }],
  ['node-repo', 'node', { node: 'huggingface.co/ada/grass-2' }],
  ['node-links-concept', 'node-links', { node: 'grass' }],
  ['node-links-paper', 'node-links', { node: 'arxiv:2402.00003' }],
  ['node-links-page', 'node-links', { node: 'sortbench', relationships: ['USES'], limit: 2, offset: 3 }],
  ['nodes', 'nodes', { ids: ['grass', 'doi:10.1/2', 'github.com/ada/grass', 'nothing', 'grass'] }],
  ['paper-mentions', 'paper-mentions', { paper: 'arxiv:2402.00003' }],
  ['paper-names', 'paper-names', { paper: 'arxiv:2401.00001' }],
  ['papers-with-code', 'papers-with-code', {}],
  ['reading-list', 'reading-list', { concept: 'sortbench' }],
  ['reading-list-diverse', 'reading-list', { concept: 'sortbench', diversity: 0.9, recent: 0, limit: 3 }],
  ['rising', 'rising', { minimum: 1 }],
  [
    'rising-between-years',
    'rising',
    { earlierFrom: 2023, earlierTo: 2023, laterFrom: 2024, laterTo: 2025, minimum: 1 },
  ],
  ['rising-falling', 'rising', { direction: 'falling', type: 'method', minimum: 1 }],
  ['scores-of-a-paper', 'scores', { node: 'arxiv:2401.00001' }],
  ['scores-on-a-benchmark', 'scores', { node: 'sortbench', limit: 4 }],
  ['shared-benchmarks', 'shared-benchmarks', { paper: 'arxiv:2401.00001' }],
  ['shared-benchmarks-limit', 'shared-benchmarks', { paper: 'arxiv:2401.00001', limit: 3 }],
  ['shared-methods', 'shared-methods', { paper: 'arxiv:2401.00001' }],
  ['shared-combined', 'shared-combined', { paper: 'arxiv:2401.00001' }],
  ['shared-combined-by-methods', 'shared-combined', { paper: 'arxiv:2401.00001', benchmarks: '0', methods: 2.5 }],
  ['similar', 'similar', { paper: 'arxiv:2401.00001' }],
  ['similar-limit', 'similar', { paper: 'arxiv:2402.00005', limit: 2 }],
  ['compare', 'compare', { papers: ['arxiv:2401.00001', 'Sorting graphs with patience', 'arxiv:2402.00003'] }],
  ['health', 'health', {}],
  [
    'in-common',
    'in-common',
    { nodes: ['arxiv:2401.00001', 'Sorting graphs with patience', 'arxiv:2402.00003', 'grass'] },
  ],
  ['in-common-few', 'in-common', { nodes: ['sortbench', 'grass', 'github.com/ada/grass'], limit: 3 }],
  ['ingests', 'ingests', {}],
  ['likely-duplicates', 'likely-duplicates', {}],
  ['neighbourhood', 'neighbourhood', { concept: 'grass' }],
  ['neighbourhood-near', 'neighbourhood', { concept: 'sortbench', steps: 1, limit: 3 }],
  ['paths', 'paths', { from: 'arxiv:2401.00001', to: 'doi:10.1/2' }],
  ['paths-shortest', 'paths', { from: 'arxiv:2402.00005', to: 'SEED-GraSS', limit: 1 }],
  ['paths-around-hubs', 'paths', { from: 'arxiv:2401.00001', to: 'arxiv:2402.00003', hubs: 3 }],
  ['paths-none', 'paths', { from: 'arxiv:2401.00001', to: 'title:00000000000000ff' }],
  ['unconnected-papers', 'unconnected-papers', {}],
  ['whats-new', 'whats-new', {}],
  ['why-one', 'why-one', { concept: 'quicksort' }],
  ['top-concepts', 'top-concepts', { type: 'method' }],
  ['top-concepts-page', 'top-concepts', { type: 'benchmark', limit: 2, offset: 1 }],
  ['variants', 'variants', { concept: 'grass' }],
  ['variants-of-a-variant', 'variants', { concept: 'grass-2' }],
]

describe('the cases', () => {
  it('hold every query of the catalogue', () => {
    const names = loadCatalogue()
      .list()
      .map(({ name }) => name)
    expect([...new Set(CASES.map(([, query]) => query))].sort()).toEqual(names)
  })
})

describeStores('the catalogue', (store) => {
  it('has the same whole answers on both stores', async () => {
    await store().write(WORLD)
    const index = new LazyIndex(store())
    for (const [file, query, parameters] of CASES) {
      const { tookMs, ...answer } = await answerQuery(store(), index, query, parameters)
      expect(tookMs).toBeGreaterThanOrEqual(0)
      const columns = loadCatalogue()
        .get(query)
        .columns.map(({ name }) => name)
      expect(answer.columns, file).toEqual(columns)
      const path = join(PACKAGE_ROOT, 'test', 'contract', 'answers', `${file}.txt`)
      await expect(textOf(answer), file).toMatchFileSnapshot(path)
    }
  })

  it('needs the search index for a name, and for an id only where it is there', async () => {
    await store().write(WORLD)
    const index = new LazyIndex(store())
    const byId = await answerQuery(store(), index, 'node', { node: 'grass' })
    expect(index.ready).toBeUndefined()
    const byName = await answerQuery(store(), index, 'node', { node: 'Graph Sorting by Sampling' })
    expect(index.ready).toBeDefined()
    const again = await answerQuery(store(), index, 'node', { node: 'grass' })
    expect(again.rows).toEqual(byId.rows)
    expect(byName.rows).toEqual(byId.rows)
  })

  it('says in one sentence that a path needs two nodes, and which there is not', async () => {
    await store().write(WORLD)
    const index = new LazyIndex(store())
    const paths = (from: string, to: string) => answerQuery(store(), index, 'paths', { from, to })
    await expect(paths('grass', 'Graph Sorting by Sampling')).rejects.toThrow(
      'The parameters "from" and "to" of the query paths both mean "grass": give two different nodes.',
    )
    await expect(paths('grass', 'sortbanch')).rejects.toThrow('There is no node "sortbanch" in the graph; did you mean')
  })

  it('has no rows in an empty graph', async () => {
    const index = new LazyIndex(store())
    for (const query of ['concept-pairs', 'map', 'papers-with-code', 'rising', 'top-concepts']) {
      expect((await answerQuery(store(), index, query, {})).rows).toEqual([])
    }
  })
})
