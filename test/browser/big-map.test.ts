import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fieldsGraph } from '../bench/browser/graph.ts'
import { makeDataFolder } from '../reader/data-folder.ts'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { type Point, selectedNodePoint, untilStill } from './picture.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''
/** Enough that the map is plain: points and thin lines. */
const NODES = 2600

describe.skipIf(path === undefined)(`a map of many nodes, in a real browser${why}`, () => {
  const folder = makeDataFolder()
  let server: TestServer
  let browser: Browser
  let view: ViewPage

  beforeAll(async () => {
    await folder.publish('one', fieldsGraph(NODES))
    server = await startServer({ data: folder.path })
    browser = await launchChromium(path ?? '')
    await untilSettled(server.address)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })
  beforeEach(async () => {
    view = await ViewPage.create(browser, server.address)
  })
  afterEach(async () => {
    await view.page.close()
    expect(view.complaintsBut(undefined)).toEqual([])
  })

  /** A concept with some lines, so that they do not lie on one another. */
  const concept = async (): Promise<string> => {
    const map = await (await fetch(`${server.address}/api/map?limit=400`)).json()
    const nodes: { id: string; type: string; degree: number }[] = map.nodes
    const found = nodes.find(({ type, degree }) => type !== 'paper' && degree >= 8 && degree <= 16)
    if (!found) throw new Error('no concept has so many papers')
    return found.id
  }

  it('shows the words that a line rests on when the line is clicked', async () => {
    const { page } = view
    const id = await concept()
    await view.open(`?most=10000&node=${encodeURIComponent(id)}`)
    await view.heading()
    await page.locator('.progress.is-on').waitFor({ state: 'detached' })
    await untilStill(page)
    const middle = await selectedNodePoint(page)
    const line = await lineNear(view, middle)
    await page.mouse.click(line.x, line.y)
    await page.waitForURL((url) => url.searchParams.has('from'))
    expect(view.query().get('to')).toBe(id)
    await page.locator('blockquote').first().waitFor()
    await page.keyboard.press('z')
    await page.waitForURL((url) => url.searchParams.get('node') === id)
  })

  it('is tidied while the page goes on, and comes back from its address', async () => {
    const { page } = view
    await view.open('?most=10000&camera=0.5_0.5_1')
    await untilStill(page)
    const before = await namesOf(view)
    await page.keyboard.press('y')
    await page.waitForURL((url) => url.searchParams.get('tidy') === '200')
    await page.locator('.settling').waitFor({ state: 'detached', timeout: 120_000 })
    await untilStill(page)
    const names = await namesOf(view)
    expect(names).not.toBe(before)
    const other = await ViewPage.create(browser, server.address)
    await other.open(new URL(page.url()).search)
    await other.page.locator('.settling').waitFor({ state: 'detached', timeout: 120_000 })
    await untilStill(other.page)
    expect(await namesOf(other)).toBe(names)
    await other.page.close()
  })
})

/** The places that take longer come later, and would move what a test looks at. */
async function untilSettled(address: string): Promise<void> {
  for (;;) {
    const { layout } = await (await fetch(`${address}/api/map/places?limit=10000`)).json()
    if (layout === 'settled') return
  }
}

/** A point on a line of the node at a point, clear of nodes: the lines of what is pointed at have a layer of their own. */
async function lineNear({ page }: ViewPage, { x, y }: Point): Promise<Point> {
  await page.mouse.move(x, y)
  const points = await page.evaluate(
    async ({ x, y }) => {
      await new Promise((next) => setTimeout(next, 300))
      const layer = document.querySelector<HTMLCanvasElement>('canvas.sigma-pointed')
      const box = layer?.getBoundingClientRect()
      const pixels = layer?.getContext('2d')
      if (!layer || !box || !pixels) return []
      const scale = layer.width / box.width
      const found: { x: number; y: number }[] = []
      for (const far of [30, 38, 46, 54])
        for (let step = 0; step < 360; step++) {
          const point = { x: x + far * Math.cos(step), y: y + far * Math.sin(step) }
          const [left, top] = [(point.x - box.left) * scale, (point.y - box.top) * scale]
          if ((pixels.getImageData(Math.round(left), Math.round(top), 1, 1).data[3] ?? 0) > 150) found.push(point)
        }
      return found
    },
    { x, y },
  )
  for (const point of points) {
    await page.mouse.move(point.x, point.y)
    const isClear = await page.evaluate(async () => {
      await new Promise((next) => requestAnimationFrame(next))
      return !document.querySelector('.canvas')?.classList.contains('is-over')
    })
    if (isClear) return point
  }
  throw new Error('the node that is pointed at shows no line that is clear of nodes')
}

const namesOf = ({ page }: ViewPage): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLCanvasElement>('canvas.sigma-names')?.toDataURL() ?? '')
