import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { PACKAGE_ROOT } from '../../../package-root.ts'
import { IN_PAGE, PLAIN_PAGE } from './in-page.ts'

const PATIENCE_MS = 600_000
const FRAMES = 12
const HOVERS = 40

export type Kind = 'papergraph' | 'plain'

export interface Measured {
  /** Milliseconds from the start of the navigation to the whole picture. */
  paint: number
  /** Milliseconds a frame while panning, until the graphics card is done. */
  frame: number
  /** Milliseconds of the main thread's own time: a frame while panning, and a step of the pointer over nodes with its frame. */
  frameCpu: number
  hoverCpu: number
  /** The longest task while hovering and dragging, milliseconds; tasks below 50 are not told and count as 0. */
  longest: number
}

/** Opens a page on the map of a server and measures it. */
export async function measurePage(browser: Browser, address: string, kind: Kind, limit: number): Promise<Measured> {
  return withPage(browser, address, kind, limit, async (page, cpu) => {
    const paint = await run(page, 'painted')
    await run(page, 'settle()')
    const before = await cpu()
    const frame = await run(page, `pan(${FRAMES})`)
    const frameCpu = ((await cpu()) - before) / FRAMES
    await run(page, 'settle()')
    const rested = await cpu()
    await run(page, `hover(${HOVERS})`)
    const hoverCpu = ((await cpu()) - rested) / HOVERS
    if (kind === 'papergraph' && !(await page.evaluate(`bench.drag(${FRAMES})`)))
      throw new Error('the page shows no node that could be dragged')
    return { paint, frame, frameCpu, hoverCpu, longest: await run(page, 'longest()') }
  })
}

/** What a very large map still does: true for each that changed what is seen. */
export async function tryPage(browser: Browser, address: string, limit: number): Promise<Record<string, boolean>> {
  return withPage(browser, address, 'papergraph', limit, async (page) => {
    await run(page, 'painted')
    await run(page, 'settle()')
    const where = (): string => new URL(page.url()).search
    const changes = async (act: () => Promise<unknown>): Promise<boolean> => {
      const before = where()
      await act()
      const changed = `location.search !== ${JSON.stringify(before)}`
      await page.waitForFunction(changed, undefined, { timeout: PATIENCE_MS }).catch(() => undefined)
      return where() !== before
    }
    return {
      pans: await changes(() => page.evaluate(`bench.pan(${FRAMES})`)),
      zooms: await changes(() => page.evaluate('bench.wheel()')),
      searches: await changes(async () => {
        await page.locator('#search').fill('concept 7')
        await page.getByRole('option').first().waitFor({ timeout: PATIENCE_MS })
        await page.keyboard.press('Enter')
      }),
    }
  })
}

async function withPage<T>(
  browser: Browser,
  address: string,
  kind: Kind,
  limit: number,
  work: (page: Page, cpu: () => Promise<number>) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(PATIENCE_MS)
  try {
    await page.addInitScript(IN_PAGE)
    if (kind === 'plain') await servePlain(page, address, limit)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(kind === 'plain' ? `${address}/plain.html` : `${address}/?most=${limit}`)
    return await work(page, () => taskMs(session))
  } finally {
    await page.close()
  }
}

async function servePlain(page: Page, address: string, limit: number): Promise<void> {
  const script = (...path: string[]): string => readFileSync(join(PACKAGE_ROOT, 'node_modules', ...path), 'utf8')
  const scripts = {
    sigma: script('sigma', 'dist', 'sigma.min.js'),
    graphology: script('graphology', 'dist', 'graphology.umd.min.js'),
  }
  await page.route(`${address}/plain.html`, (route) =>
    route.fulfill({ contentType: 'text/html', body: PLAIN_PAGE(limit) }),
  )
  for (const [name, body] of Object.entries(scripts))
    await page.route(`${address}/${name}.js`, (route) => route.fulfill({ contentType: 'text/javascript', body }))
}

const run = async (page: Page, what: string): Promise<number> => Number(await page.evaluate(`bench.${what}`))

/** What the main thread has worked so far, its waiting left out. */
async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}
