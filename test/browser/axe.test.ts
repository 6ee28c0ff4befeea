import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from './axe.ts'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { PANELS } from './every-panel.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

describe.skipIf(path === undefined)(`axe-core finds nothing, in a real browser${why}`, () => {
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

  describe.each([
    ['wide', 1440, 900],
    ['phone', 390, 844],
  ] as const)('on a %s screen, in both themes', (_, width, height) => {
    it.each(Object.keys(PANELS))('at %s', async (name) => {
      const view = await ViewPage.create(browser, server.address, { width, height })
      await PANELS[name]?.(view)
      for (const colorScheme of ['light', 'dark'] as const) {
        await view.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await view.page.locator(`html[data-theme=${colorScheme}]`).waitFor()
        expect(await axeFindings(view.page), colorScheme).toEqual([])
      }
      await view.page.close()
    })
  })
})
