import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''
const PHONE = { width: 390, height: 844 }

describe.skipIf(path === undefined)(`the view on a phone, in a real browser${why}`, () => {
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
    view = await ViewPage.create(browser, server.address, PHONE)
  })
  afterEach(async () => {
    await view.page.close()
    expect(view.complaintsBut(undefined)).toEqual([])
  })

  it('has every tool of the wide header in sight or in the menu, none of them twice', async () => {
    const { page } = view
    await view.open()
    const names = (where: string): Promise<string[]> =>
      page
        .locator(where)
        .evaluateAll((all) =>
          all.flatMap((each) =>
            each instanceof HTMLElement && each.offsetWidth > 0 ? [each.dataset.action ?? ''] : [],
          ),
        )
    await page.getByRole('button', { name: 'More' }).click()
    const here = await names('[data-action]')
    expect(new Set(here).size).toBe(here.length)
    await page.setViewportSize({ width: 1440, height: 900 })
    expect((await names('.header-button[data-action]')).sort()).toEqual(here.sort())
  })

  it('lets the number of nodes on the map be chosen, with a finger’s room, and only there', async () => {
    const { page } = view
    await view.open()
    if ((await page.locator('.start .panel-close').count()) > 0) await page.locator('.start .panel-close').click()
    const choice = page.getByRole('combobox', { name: 'How many nodes the map begins with' })
    expect(await choice.count()).toBe(0)
    await page.getByRole('button', { name: 'Picture' }).click()
    expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(24)
    await choice.selectOption('2000')
    await page.waitForURL((url) => url.searchParams.get('most') === '2000')
    await page.getByRole('switch', { name: /Papers/ }).waitFor()
    await page.setViewportSize({ width: 1440, height: 900 })
    // Above 720 pixels the legend has it.
    expect(await choice.count()).toBe(1)
    expect(await page.locator('.legend .map-size select').isVisible()).toBe(true)
  })

  it('closes the menu by Escape, which leads back to its button, by a choice and by a touch elsewhere', async () => {
    const { page } = view
    await view.open()
    const more = page.getByRole('button', { name: 'More' })
    const menu = page.locator('.more-menu')
    await more.focus()
    await page.keyboard.press('Enter')
    await menu.waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    expect(await more.evaluate((each) => each === document.activeElement)).toBe(true)
    await more.click()
    await page.locator('.canvas').click({ position: { x: 20, y: 200 } })
    await menu.waitFor({ state: 'detached' })
    await more.click()
    await menu.getByRole('button', { name: 'Keys' }).click()
    await page.locator('.key-list').waitFor()
    await menu.waitFor({ state: 'detached' })
  })
})
