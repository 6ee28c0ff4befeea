import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

describe.skipIf(path === undefined)(`the table of what is on the map${why}`, () => {
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

  const grid = () => view.page.getByRole('grid')
  /** The row that the keyboard is on: where it stands among all, and its name. */
  const active = () =>
    view.page.evaluate(() => {
      const row = document.getElementById(document.querySelector('.grid')?.getAttribute('aria-activedescendant') ?? '')
      return { index: Number(row?.getAttribute('aria-rowindex')), name: row?.querySelector('.in-table')?.textContent }
    })

  it('draws the rows in sight and says how many there are', async () => {
    await view.open()
    const nodes = await view.counted()
    await view.page.keyboard.press('t')
    await grid().waitFor()
    expect(await grid().getAttribute('aria-rowcount')).toBe(String(nodes + 1))
    expect(await grid().locator('tbody tr').count()).toBeLessThan(60)
  })

  it('is gone through by keyboard alone, from its first row to its last, and leads to what a row is linked to', async () => {
    const { page } = view
    await view.open()
    const nodes = await view.counted()
    await page.keyboard.press('t')
    await grid().focus()
    await page.keyboard.press('End')
    await expect.poll(async () => (await active()).index).toBe(nodes + 1)
    await page.keyboard.press('PageUp')
    await expect.poll(async () => (await active()).index).toBeLessThan(nodes - 5)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => (await active()).index).toBe(3)
    const { name = '' } = await active()
    await page.keyboard.press('Space')
    await page.locator('.tray').waitFor()
    await page.keyboard.press('Enter')
    expect(await view.heading()).toBe(name)
    await page.locator('.panel .group').first().waitFor()
  })

  it('shows what is selected elsewhere, wherever it stands', async () => {
    const { page } = view
    await view.open()
    await page.keyboard.press('t')
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
    expect(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending')
    const name = await view.choose('wav2vec')
    const row = grid().locator('tr.is-selected')
    await row.waitFor()
    expect(await row.locator('.in-table').innerText()).toBe(name)
    expect(await row.evaluate((each) => each.getBoundingClientRect().bottom < window.innerHeight)).toBe(true)
  })

  it('lists the relationships as well, and leads to the words that each rests on', async () => {
    const { page } = view
    await view.open('?sure=0.9')
    await page.keyboard.press('t')
    await page.getByRole('tab', { name: 'Nodes' }).press('ArrowRight')
    const sure = grid().locator('tbody .col-confidence')
    await page.getByRole('columnheader', { name: 'Sure' }).getByRole('button').click()
    await page.getByRole('columnheader', { name: 'Sure' }).getByRole('button').click()
    await expect.poll(async () => Number.parseInt(await sure.first().innerText(), 10)).toBeGreaterThanOrEqual(90)
    expect(await page.getByRole('columnheader', { name: 'Sure' }).getAttribute('aria-sort')).toBe('ascending')
    await grid().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('.panel .evidence, .panel .evidence-none').first().waitFor()
    expect(view.query().get('type')).not.toBe(null)
  })

  it('saves the rows that it shows as CSV', async () => {
    const { page } = view
    await view.open()
    await page.keyboard.press('t')
    await page.getByRole('searchbox').fill('imagenet')
    const rows = await grid().locator('tbody tr').count()
    const names = await grid().locator('tbody .in-table').allInnerTexts()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).click()
    const file = await waiting
    expect(file.suggestedFilename()).toMatch(/^papergraph-nodes-the-bundled-sample-\d{4}-\d\d-\d\d\.csv$/)
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
    expect(lines[0]).toMatch(/^\uFEFF"Name","Type","Year","Venue","Papers","Links"/)
    expect(lines.slice(1, -1).map((line) => /^"([^"]*)"/.exec(line)?.[1])).toEqual(names)
    expect(lines).toHaveLength(rows + 2)
  })

  it('fits a phone', async () => {
    const { page } = view
    await page.setViewportSize({ width: 390, height: 844 })
    await view.open()
    await page.keyboard.press('t')
    await grid().waitFor()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await grid().locator('tbody .in-table').first().click()
    expect(await view.heading()).not.toBe('')
  })
})
