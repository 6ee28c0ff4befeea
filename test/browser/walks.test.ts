import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { untilStill } from './picture.ts'
import { startServer, type TestServer } from './server.ts'
import { type Fingerprint, fingerprintInPage, showInPage, undoInPage, walkInPage } from './walk-actions.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

const WALKS = Number(process.env.WALKS ?? 200)
const FIRST_SEED = Number(process.env.FIRST_SEED ?? 1)
const ACTIONS = 20
/** Every so many walks the address is opened in a page that is loaded anew; else in one that looks at something else. */
const LOADED_EVERY = 10
const SMALL = { width: 780, height: 560 }
/** A part of the sample, so that there is much to bring. */
const NODES = 120

describe.skipIf(path === undefined)(`random walks over the view, in a real browser${why}`, () => {
  let server: TestServer
  let browser: Browser

  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium(path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('give addresses that open to the same view, and undo leads to the first one', { timeout: 1_200_000 }, async () => {
    const walker = await ViewPage.create(browser, server.address, SMALL)
    const other = await ViewPage.create(browser, server.address, SMALL)
    await walker.openSmall(NODES)
    await other.openSmall(NODES)
    await leaveStart(walker.page)
    await untilStill(walker.page)
    const first = await fingerprint(walker.page)
    expect(first.address).toBe('')
    for (let walk = 0; walk < WALKS; walk++) {
      const seed = FIRST_SEED + walk
      const actions = await walker.page.evaluate(walkInPage, { seed, actions: ACTIONS })
      const told = `walk ${seed}: ${actions.join(', ')}`
      const there = await fingerprint(walker.page)
      if (walk % LOADED_EVERY === 0) {
        await other.open(there.address)
        await leaveStart(other.page)
      } else await other.page.evaluate(showInPage, there.address === '' ? '/' : there.address)
      expectSame(await fingerprint(other.page), there, told)
      await walker.page.evaluate(undoInPage)
      await leaveStart(walker.page)
      expectSame(await fingerprint(walker.page), first, `undone ${told}`)
    }
    expect([...walker.complaintsBut(undefined), ...other.complaintsBut(undefined)]).toEqual([])
  })
})

/** The start page covers much of the map, and is no part of the view. */
async function leaveStart(page: Page): Promise<void> {
  if ((await page.locator('.start').count()) > 0) await page.keyboard.press('Escape')
}

const fingerprint = (page: Page): Promise<Fingerprint> => page.evaluate(fingerprintInPage)

function expectSame(found: Fingerprint, wanted: Fingerprint, told: string): void {
  const { picture, ...rest } = found
  const { picture: wantedPicture, ...wantedRest } = wanted
  expect(rest, told).toEqual(wantedRest)
  // Lines of one colour may lie over each other in another order.
  const strange = picture.filter((each, at) => Math.abs(each - (wantedPicture[at] ?? 0)) > 24).length
  expect(strange / picture.length, told).toBeLessThan(0.002)
}
