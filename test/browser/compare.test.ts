import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''
const BERT = 'arxiv:1810.04805'
const ROBERTA = 'arxiv:1907.11692'
const T5 = 'arxiv:1910.10683'
const chosen = (...ids: string[]): string => `?${new URLSearchParams(ids.map((id) => ['choose', id]))}`

describe.skipIf(path === undefined)(`papers side by side${why}`, () => {
  let browser: Browser
  let server: TestServer
  let view: ViewPage

  beforeAll(async () => {
    browser = await launchChromium(path ?? '')
    server = await startServer()
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

  const table = () => view.page.locator('.compare')
  const sections = async () => (await table().locator('.compare-section').allInnerTexts()).map((text) => text.trim())
  const row = (name: string) => table().getByRole('row', { name: new RegExp(`^${name}`) })

  it('are what they share first, then what some name, then what only one does', async () => {
    await view.open(chosen(BERT, ROBERTA, T5))
    await view.page.getByRole('button', { name: 'Compare', exact: true }).click()
    await table().waitFor()
    expect(await sections()).toEqual([
      expect.stringMatching(/^All 3 name\s*\d+$/),
      expect.stringMatching(/^Some name\s*\d+$/),
      expect.stringMatching(/^Only one names\s*\d+$/),
    ])
    expect(await row('Year').getByRole('cell').allInnerTexts()).toEqual(['2018', '2019', '2019'])
    expect(await row('GLUE').getByRole('cell').first().innerText()).toMatch(/uses\s+80\.5 score/)
    // What a paper does not name is a dash to look at and a word to hear.
    const without = row('SQuAD').getByRole('cell').first()
    expect(await without.locator('.sr-only').innerText()).toBe('nothing')
  })

  it('show the sentence of each cell on demand, and lead to what they name', async () => {
    await view.open(chosen(BERT, ROBERTA))
    await view.page.keyboard.press('m')
    const asked = table().getByRole('button', { name: /^why\? GLUE in BERT/ })
    await asked.click()
    expect(await row('GLUE').locator('blockquote').innerText()).toMatch(/BERT reaches a score of 80\.5 on GLUE/)
    expect(await asked.getAttribute('aria-expanded')).toBe('true')
    await table().getByRole('button', { name: 'GLUE', exact: true }).click()
    expect(await view.heading()).toBe('GLUE')
  })

  it('show only what differs, where somebody wants that', async () => {
    await view.open(chosen(BERT, ROBERTA, T5))
    await view.page.keyboard.press('m')
    await table().waitFor()
    await view.page.getByLabel('Only differences').check()
    expect((await sections()).map((text) => text.replace(/\s*\d+$/, ''))).toEqual(['Some name', 'Only one names'])
    expect(await row('Venue').count()).toBe(0)
    expect(await row('Year').count()).toBe(1)
  })

  it('are copied as the server writes them', async () => {
    await view.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.address })
    await view.open(chosen(BERT, ROBERTA))
    await view.page.keyboard.press('m')
    for (const [format, begins] of [
      ['Markdown', /^\| name \| type \| BERT: Pre-training/],
      ['LaTeX', /\\begin\{(table|longtable)\}/],
      ['CSV', /^"name","type","BERT: Pre-training/],
    ] as const) {
      await view.page.getByRole('button', { name: `Copy as ${format}` }).click()
      await view.page.getByText(`The comparison is copied as ${format}.`).waitFor({ state: 'attached' })
      expect(await view.page.evaluate(() => navigator.clipboard.readText())).toMatch(begins)
    }
  })

  it('leave out what is no paper and say so, and go when too few are left', async () => {
    await view.open(chosen(BERT, ROBERTA, 'imagenet'))
    await view.page.keyboard.press('m')
    await view.page.getByText('Only papers stand side by side here; left out: ImageNet.').waitFor()
    await table()
      .getByRole('button', { name: /^Take BERT.* out$/ })
      .click()
    await view.page.getByText(/^Choose at least two papers/).waitFor()
    expect(view.query().getAll('choose')).toEqual([ROBERTA, 'imagenet'])
  })

  it('scroll on a phone beside names that stay', async () => {
    const phone = await ViewPage.create(browser, server.address, { width: 390, height: 844 })
    await phone.open(chosen(BERT, ROBERTA, T5))
    await phone.page.keyboard.press('m')
    const last = phone.page.locator('.compare thead th').last()
    await last.scrollIntoViewIfNeeded()
    const [name, head] = [await phone.page.locator('.compare tbody th').first().boundingBox(), await last.boundingBox()]
    expect(name?.x).toBeGreaterThanOrEqual(0)
    expect(name?.x).toBeLessThan(40)
    expect(head?.x).toBeLessThan(390)
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await phone.page.close()
    expect(phone.complaintsBut(undefined)).toEqual([])
  })
})
