import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'
import { countFrames, type Fingerprint, fingerprintInPage, showInPage, undoInPage, walkInPage } from './walk-actions.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

/** Some of them at every run of the tests; as many as one wants, from any seed on, by the environment. */
const WALKS = Number(process.env.WALKS ?? 8)
const FIRST_SEED = Number(process.env.FIRST_SEED ?? 1)
const ACTIONS = 20
/** Every so many walks the address is opened in a page that is loaded anew; else in one that looks at something else. */
const LOADED_EVERY = 8
const SMALL = { width: 780, height: 560 }
/** A part of the sample, so that there is much to bring. */
const NODES = 120

describe.skipIf(path === undefined)(`random walks over the view, in a real browser${why}`, () => {
  let server: TestServer
  let browser: Browser
  let walker: ViewPage
  let other: ViewPage
  let first: Fingerprint

  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium(path ?? '')
    walker = await ViewPage.create(browser, server.address, SMALL)
    other = await ViewPage.create(browser, server.address, SMALL)
    for (const each of [walker, other]) {
      await each.page.addInitScript(countFrames)
      await each.openSmall(NODES)
    }
    first = await fingerprint(walker.page)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const walk = async (seed: number): Promise<void> => {
    const actions = await walker.page.evaluate(walkInPage, { seed, actions: ACTIONS })
    const told = `walk ${seed}: ${actions.join(', ')}`
    const there = await fingerprint(walker.page)
    const address = there.address === '' ? '/' : there.address
    const opened = async (): Promise<Fingerprint> => {
      if (seed % LOADED_EVERY === 0) await other.open(there.address)
      else await other.page.evaluate(showInPage, address)
      return fingerprint(other.page)
    }
    const undone = async (): Promise<Fingerprint> => {
      await walker.page.evaluate(undoInPage)
      return fingerprint(walker.page)
    }
    const [copy, begin] = await Promise.all([opened(), undone()])
    expectSame(copy, there, told)
    expectSame(begin, first, `undone ${told}`)
  }

  it(`give addresses that open to the same view, and undo leads to the first one: ${WALKS} of them`, {
    timeout: 60_000 + WALKS * 20_000,
  }, async () => {
    expect(first.address).toBe('')
    for (let at = 0; at < WALKS; at++) await walk(FIRST_SEED + at)
    expect([...walker.complaintsBut(undefined), ...other.complaintsBut(undefined)]).toEqual([])
  })
})

const fingerprint = (page: Page): Promise<Fingerprint> => page.evaluate(fingerprintInPage)

function expectSame(found: Fingerprint, wanted: Fingerprint, told: string): void {
  const { picture, ...rest } = found
  const { picture: wantedPicture, ...wantedRest } = wanted
  expect(rest, told).toEqual(wantedRest)
  // Lines of one colour may lie over each other in another order.
  const strange = picture.filter((each, at) => Math.abs(each - (wantedPicture[at] ?? 0)) > 24).length
  expect(strange / picture.length, told).toBeLessThan(0.002)
}
