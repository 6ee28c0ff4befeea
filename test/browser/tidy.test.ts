import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { selectedNodePoint, untilStill } from './picture.ts'
import { startServer, type TestServer } from './server.ts'
import { type Fingerprint, fingerprintInPage } from './walk-actions.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''
/** Much comes that has ties all over the map. */
const CROWDED = '?expand=50~imagenet&expand=25~bert&expand=25~mmlu'

describe.skipIf(path === undefined)(`tidying the map, in a real browser${why}`, () => {
  let server: TestServer
  let browser: Browser
  let view: ViewPage

  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium(path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  beforeEach(async () => {
    view = await ViewPage.create(browser, server.address)
  })
  afterEach(async () => {
    await view.page.close()
    expect(view.complaintsBut(undefined)).toEqual([])
  })

  const button = (name: RegExp) => view.page.getByRole('button', { name })
  const until = (isThere: (steps: string | null) => boolean): Promise<void> =>
    view.page.waitForURL((url) => isThere(url.searchParams.get('tidy')))
  const seen = (page = view.page): Promise<Fingerprint> => page.evaluate(fingerprintInPage)
  /** How much of two pictures differs. */
  const apart = (one: Fingerprint, other: Fingerprint): number =>
    one.picture.filter((each, at) => Math.abs(each - (other.picture[at] ?? 0)) > 24).length / one.picture.length
  const openCrowded = async (query = CROWDED): Promise<void> => {
    await view.openSmall(60, query)
    await view.page.keyboard.press('Escape')
    await untilStill(view.page)
  }

  it('moves what has come to what it is tied to, says so in the address, and is taken back by undo', async () => {
    const { page } = view
    await openCrowded()
    const before = await seen()
    await page.keyboard.press('y')
    await until((steps) => steps === '200')
    const tidied = await seen()
    expect(await button(/^Tidied/).getAttribute('aria-pressed')).toBe('true')
    expect(apart(tidied, before)).toBeGreaterThan(0.01)
    await page.keyboard.press('z')
    await until((steps) => steps === null)
    const back = await seen()
    expect(apart(back, before)).toBe(0)
    expect(back.names).toBe(before.names)
    await page.keyboard.press('Z')
    await until((steps) => steps === '200')
    const again = await seen()
    expect(apart(again, tidied)).toBe(0)
    expect(again.names).toBe(tidied.names)
  })

  it('comes back from its address, the same name at the same pixel', async () => {
    await openCrowded()
    await button(/^Tidy/).click()
    await until((steps) => steps === '200')
    const tidied = await seen()
    const other = await ViewPage.create(browser, server.address)
    await other.openSmall(60, new URL(view.page.url()).search)
    await other.page.keyboard.press('Escape')
    await untilStill(other.page)
    const reopened = await seen(other.page)
    expect(reopened).toEqual({ ...tidied, picture: reopened.picture })
    expect(apart(reopened, tidied)).toBeLessThan(0.002)
    expect(other.complaintsBut(undefined)).toEqual([])
    await other.page.close()
  })

  it('keeps a pinned node where it is, and tidies again around it when it is pinned elsewhere', async () => {
    const { page } = view
    await view.openSmall(60, `${CROWDED}&node=imagenet&pin=0.2_0.2~imagenet`)
    await button(/^Pinned/).waitFor()
    await untilStill(page)
    const before = await selectedNodePoint(page)
    await page.mouse.move(5, 5)
    await page.keyboard.press('y')
    await until((steps) => steps === '200')
    await untilStill(page)
    const after = await selectedNodePoint(page)
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(30)
    const around = await seen()
    await page.mouse.move(after.x, after.y)
    await page.mouse.down()
    await page.mouse.move(after.x + 120, after.y + 140, { steps: 5 })
    await page.mouse.up()
    await page.waitForURL((url) => !url.searchParams.get('pin')?.startsWith('0.2_0.2'))
    expect(view.query().get('tidy')).toBe('200')
    expect(apart(await seen(), around)).toBeGreaterThan(0.005)
  })

  it('can be stopped on the way, and the address then says how far it came', async () => {
    const { page } = view
    // The worker comes late, and finds that it is to stop when it has taken a few steps.
    await page.route('**/worker-*.js', async (route) => {
      await new Promise((late) => setTimeout(late, 1500))
      await route.continue()
    })
    await view.open()
    await page.keyboard.press('Escape')
    await untilStill(page)
    await page.keyboard.press('y')
    await page.locator('.settling').waitFor()
    expect(await page.locator('.settling').innerText()).toMatch(/^Settling… 0 %/)
    await button(/^Stop$/).click()
    await until((steps) => Number(steps) > 0 && Number(steps) < 200)
    const stopped = await seen()
    expect(await page.locator('.settling').count()).toBe(0)
    await page.keyboard.press('y')
    await until((steps) => steps === null)
    await page.goBack()
    await until((steps) => steps !== null)
    expect(apart(await seen(), stopped)).toBe(0)
  })

  it('says why it does not tidy another layout', async () => {
    const { page } = view
    await view.openSmall(60, '?layout=types')
    await page.keyboard.press('Escape')
    await page.keyboard.press('y')
    await page.getByText('Only the layout “Map” can be tidied.').first().waitFor()
    expect(view.query().get('tidy')).toBeNull()
  })
})
