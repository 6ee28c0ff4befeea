import { UndirectedGraph } from 'graphology'
import type Sigma from 'sigma'
import { describe, expect, it } from 'vitest'
import { Canvas, type EdgeAttributes, type NodeAttributes } from '../../web/client/graph/canvas.ts'
import { PlainLineIndex } from '../../web/client/graph/plain-line-index.ts'
import { Turns } from '../../web/client/graph/turns.ts'
import { edge, node } from './drawn-graph.ts'

/** What the screen shows: places of nodes in pixels, what is hidden, and lines that stand out. */
interface Shown {
  places: Record<string, readonly [x: number, y: number]>
  hidden?: string[]
  clear?: string[]
}

async function indexOf(
  shown: Shown,
  ties: [from: string, to: string][],
): Promise<{ index: PlainLineIndex; canvas: Canvas }> {
  const { places, hidden = [], clear = [] } = shown
  const canvas = new Canvas()
  const nodes = Object.keys(places).map((id) => ({ ...node(id, 'paper'), x: 0, y: 0 }))
  await canvas.open({ nodes, edges: ties.map(([from, to]) => edge(from, 'USES', to)) }, new Turns())
  const endsOf = (line: string): string => canvas.graph.extremities(line).join(' ')
  // A quarter of the screen's unit: what is near on the screen is a matter of pixels.
  const sigma = {
    viewportToFramedGraph: ({ x, y }: { x: number; y: number }) => ({ x: x / 4, y: y / 4 }),
    get nodeDataCache() {
      const drawn = ([id, [x, y]]: [string, readonly [number, number]]) => [
        id,
        { x: x / 4, y: y / 4, hidden: hidden.includes(id) },
      ]
      return Object.fromEntries(Object.entries(shown.places).map(drawn))
    },
    getEdgeDisplayData: (line: string) => ({
      hidden: hidden.includes(endsOf(line)),
      zIndex: clear.includes(endsOf(line)) ? 2 : 0,
    }),
    getGraph: () => new UndirectedGraph(),
  } as unknown as Sigma<NodeAttributes, EdgeAttributes>
  return { index: new PlainLineIndex(sigma, canvas), canvas }
}

const places = { a: [0, 0], b: [100, 0], c: [0, 40], d: [100, 44] } as const
const TIES: [string, string][] = [
  ['a', 'b'],
  ['c', 'd'],
]

describe('a line of a large map', () => {
  const endsAt = async (shown: Shown, ties: [string, string][], x: number, y: number): Promise<string | undefined> => {
    const { index, canvas } = await indexOf(shown, ties)
    const line = index.at({ x, y }, 4)
    return line === undefined ? undefined : canvas.graph.extremities(line).join(' ')
  }

  it('is found beside it, up to so many pixels', async () => {
    expect(await endsAt({ places }, TIES, 50, 3)).toBe('a b')
    expect(await endsAt({ places }, TIES, 50, 39)).toBe('c d')
    expect(await endsAt({ places }, TIES, 50, 5)).toBeUndefined()
  })

  it('ends where its nodes are', async () => {
    expect(await endsAt({ places }, TIES, 103, 0)).toBe('a b')
    expect(await endsAt({ places }, TIES, 110, 0)).toBeUndefined()
  })

  it('is the nearest of a few, and none where many lie on one another', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [`n${at}`, [at < 4 ? 0 : 100, at % 4] as const]),
    )
    const ties = Array.from({ length: 4 }, (_, at): [string, string] => [`n${at}`, `n${at + 4}`])
    expect(await endsAt({ places: many }, ties.slice(0, 3), 50, 2.2)).toBe('n2 n6')
    expect(await endsAt({ places: many }, ties, 50, 2.2)).toBeUndefined()
    // One that stands out is meant, though others are nearer.
    expect(await endsAt({ places: many, clear: ['n0 n4'] }, ties, 50, 2.2)).toBe('n0 n4')
  })

  it('is not found where it is hidden, or one of its nodes', async () => {
    expect(await endsAt({ places, hidden: ['a b'] }, TIES, 50, 0)).toBeUndefined()
    expect(await endsAt({ places, hidden: ['b'] }, TIES, 50, 0)).toBeUndefined()
  })

  it('is found where its nodes are now, and as soon as it is there', async () => {
    const shown: Shown = { places: { ...places } }
    const { index, canvas } = await indexOf(shown, TIES)
    expect(index.at({ x: 50, y: 80 }, 4)).toBeUndefined()
    shown.places.a = [0, 80]
    shown.places.b = [100, 80]
    expect(index.at({ x: 50, y: 80 }, 4)).toBe(canvas.graph.edge('a', 'b'))
    canvas.connect([edge('a', 'USES', 'c')])
    expect(index.at({ x: 0, y: 60 }, 4)).toBe(canvas.graph.edge('a', 'c'))
  })

  it('is found among thirty thousand in a few milliseconds', async () => {
    const around = Array.from({ length: 10_000 }, (_, at) => [
      `n${at}`,
      [(at * 7919) % 1000, (at * 104_729) % 800] as const,
    ])
    const ties = Array.from({ length: 30_000 }, (_, at): [string, string] => [
      `n${at % 10_000}`,
      `n${(at * 31 + 7) % 10_000}`,
    ])
    const { index } = await indexOf({ places: Object.fromEntries(around) }, ties)
    index.at({ x: 1, y: 1 }, 4)
    const times = Array.from({ length: 9 }, (_, at) => {
      const begin = performance.now()
      index.at({ x: 100 * at, y: 90 * at }, 4)
      return performance.now() - begin
    })
    // A crowded machine may interrupt some of them.
    expect(Math.min(...times)).toBeLessThan(10)
  })
})
