import { expect } from 'vitest'
import type { MapColumnsAnswer } from '../../../web/api.ts'
import type { ViewPage } from '../page.ts'
import { untilStill } from '../picture.ts'
import { namesOn, noteNames } from './names.ts'

const MOST_SCRIPT = 200_000
/** So many times the graph makes a map that is drawn plainly. */
const TIMES = 6

declare global {
  interface Window {
    drawings: number
  }
}

/** Part 9: little script; a picture before the layout is found; and pointing at something draws nothing else again. */
export async function fast(view: ViewPage): Promise<void> {
  const { page } = view
  let bytes = 0
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) bytes += (await response.request().sizes()).responseBodySize
  })
  await page.addInitScript(noteNames)
  await page.addInitScript(noteDrawings)
  let settled: (places: object) => void = () => undefined
  const places = new Promise<object>((found) => {
    settled = found
  })
  // The server's own map, with more of the same beside it, while the layout of all that is still being worked out.
  let map: MapColumnsAnswer | undefined
  await page.route('**/api/map/columns?*', async (route) => {
    const response = await route.fetch()
    map = manifold(await response.json())
    await route.fulfill({ response, json: map })
  })
  await page.route('**/api/map/places?*', async (route) => route.fulfill({ json: await places }))
  await view.open('?most=10000&node=imagenet')
  await view.heading()
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(MOST_SCRIPT)
  await view.waitForCount(map?.nodes.id.length ?? 0)
  await untilStill(page)
  const first = await namesOn(page)
  expect(first.length).toBeGreaterThan(3)

  await page.keyboard.press('t')
  const rows = page.locator('.nodes tbody tr')
  await rows.nth(2).waitFor()
  await untilStill(page)
  const asked: string[] = []
  page.on('request', (request) => {
    // The page asks now and then whether there is something new.
    if (!request.url().endsWith('/api/status')) asked.push(request.url())
  })
  const before = await page.evaluate(() => window.drawings)
  const pointed: string[] = []
  for (const row of [1, 2, 3]) {
    await rows.nth(row).hover()
    await untilStill(page)
    const seen = page.evaluate(() => document.querySelector<HTMLCanvasElement>('.sigma-pointed')?.toDataURL() ?? '')
    pointed.push(await seen)
  }
  // Each is seen to be pointed at, and nothing of the rest of the map is drawn again for it.
  expect(new Set(pointed).size).toBe(3)
  expect(await page.evaluate(() => window.drawings)).toBe(before)
  expect(asked).toEqual([])

  // The better places, when they are there: everything the other way round.
  if (map === undefined) throw new Error('no map was asked for')
  const { version, nodes } = map
  const names = await namesOn(page)
  settled({ version, updating: false, layout: 'settled', x: nodes.x.map((x) => 1 - x), y: nodes.y })
  await expect.poll(() => namesOn(page)).not.toEqual(names)
}

/** To be run before the page is: counts what WebGL is told to draw. */
function noteDrawings(): void {
  window.drawings = 0
  const { prototype } = WebGL2RenderingContext
  for (const name of ['drawArrays', 'drawArraysInstanced'] as const) {
    const draw: (...given: never[]) => void = prototype[name]
    Object.assign(prototype, {
      [name](this: WebGL2RenderingContext, ...given: never[]) {
        // What is pointed at is drawn on a layer of its own.
        if (this.canvas instanceof HTMLCanvasElement && !this.canvas.matches('.sigma-hoverNodes')) window.drawings++
        draw.apply(this, given)
      },
    })
  }
}

/** A map several times beside itself. */
function manifold(map: MapColumnsAnswer): MapColumnsAnswer {
  const { nodes, edges } = map
  const copies = Array.from({ length: TIMES }, (_, at) => at)
  const again = <T>(column: readonly T[], other: (value: T, copy: number) => T = (value) => value): T[] =>
    copies.flatMap((copy) => column.map((value) => other(value, copy)))
  const columns = (all: object): object =>
    Object.fromEntries(Object.entries(all).map(([name, column]) => [name, again(column)]))
  const later = (value: number, copy: number): number => value + copy * nodes.id.length
  return {
    ...map,
    layout: 'quick',
    nodes: {
      ...(columns(nodes) as typeof nodes),
      id: again(nodes.id, (id, copy) => (copy === 0 ? id : `${id}#${copy}`)),
      x: again(nodes.x, (x, copy) => (x + (copy % 3)) / 3),
      y: again(nodes.y, (y, copy) => (y + Math.floor(copy / 3)) / 2),
    },
    edges: { ...(columns(edges) as typeof edges), from: again(edges.from, later), to: again(edges.to, later) },
  }
}
