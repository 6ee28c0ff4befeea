import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, storesToWalkOn, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''
const [BERT, ROBERTA] = ['arxiv:1810.04805', 'arxiv:1907.11692']
const OWN = {
  id: 'test:otter',
  title: 'OtterNet: a network for rivers',
  abstract: 'We propose OtterNet, trained with Adam. It reaches 91.5% accuracy on ImageNet.',
  year: 2026,
}

/** The whole view, part by part, as somebody walks through it who has never seen it; the same on both stores. */
describe.each(await storesToWalkOn())('a walk through the view on $name', ({ store, missing }) => {
  const isMissing = path === undefined || missing !== undefined
  if (isMissing) {
    it.skip(`cannot be taken${why}${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => undefined)
    return
  }
  let server: TestServer
  let browser: Browser
  let view: ViewPage

  beforeAll(async () => {
    browser = await launchChromium(path)
    server = await startServer({ store, papers: [SAMPLE_FILE] })
    // A database that has just started plans each question for the first time.
    for (const limit of [400, 40]) await (await fetch(`${server.address}/api/map?limit=${limit}`)).text()
    // It starts, and an ingest goes into it.
  }, 600_000)
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

  it('leads in: the map, a search, and papers of one’s own that arrive', async () => {
    const { page } = view
    await view.open()
    expect(await view.counted()).toBeGreaterThan(200)
    expect(await view.choose('ImageNet')).toBe('ImageNet')
    await page.keyboard.press('u')
    await page.locator('.add input[type=file]').setInputFiles({
      name: 'otter.jsonl',
      mimeType: 'application/jsonl',
      buffer: Buffer.from(`${JSON.stringify(OWN)}\n`),
    })
    await page.locator('.upload.is-done').waitFor()
    expect(await page.locator('.upload-detail').first().innerText()).toMatch(/^1 paper: 1 new/)
    await page.locator('.which-graph', { hasText: '88 papers' }).waitFor({ timeout: 90_000 })
    expect(await view.choose('OtterNet')).toMatch(/OtterNet/)
  })

  it('explores: more neighbours, fewer, ways between two nodes, and undo of all of it', async () => {
    const { page } = view
    await view.openSmall(40, '?node=imagenet')
    await view.heading()
    const before = await view.counted()
    await page.keyboard.press('e')
    await page.waitForFunction(
      (count) => Number(/^\d+/.exec(document.querySelector('.legend-total')?.textContent ?? '')?.[0]) > count,
      before,
    )
    await page.keyboard.press('c')
    await view.waitForCount(before)
    await page.keyboard.press('z')
    await page.waitForURL(/expand=/)
    await page.keyboard.press('z')
    await view.waitForCount(before)
    await view.open(`?choose=${BERT}&choose=${ROBERTA}`)
    await page.getByRole('button', { name: 'Ways between them' }).click()
    await page
      .getByText(/\d+ ways?, the shortest of \d+ steps?/)
      .first()
      .waitFor()
  })

  it('tells in panels who says so: a paper, a benchmark’s scores, a relationship', async () => {
    const { page } = view
    await view.open(`?node=${BERT}`)
    expect(await view.heading()).toMatch(/^BERT/)
    expect(await page.locator('.abstract .mention').count()).toBeGreaterThan(5)
    await page.locator('.abstract .mention', { hasText: 'GLUE' }).first().click()
    await page.locator('.panel h1', { hasText: /^GLUE$/ }).waitFor()
    await page.locator('.scores .link-why').first().click()
    expect(await page.locator('.score-sentence blockquote').innerText()).toMatch(/GLUE/)
  })

  it('says what chosen papers share, and on what words that rests', async () => {
    const { page } = view
    await view.open(`?choose=${BERT}&choose=${ROBERTA}`)
    await page.getByRole('button', { name: 'What they share' }).click()
    const row = page.locator('.common .link', { hasText: 'GLUE' }).first()
    await row.getByRole('button', { name: 'why? GLUE' }).click()
    expect(await row.locator('blockquote').allInnerTexts()).toEqual([
      expect.stringContaining('GLUE'),
      expect.stringContaining('GLUE'),
    ])
  })

  it('filters the map and the table alike', async () => {
    const { page } = view
    await view.open()
    const all = await view.counted()
    const topics = page.getByRole('switch', { name: /Topics/ })
    const count = Number(await topics.locator('.legend-count').innerText())
    await topics.click()
    await view.waitForCount(all - count)
    await page.keyboard.press('t')
    await page
      .getByText(`${(all - count).toLocaleString('en')} nodes on the map`)
      .first()
      .waitFor()
  })

  it('lists the map as a table and selects from it', async () => {
    const { page } = view
    await view.open()
    await page.keyboard.press('t')
    await page.getByRole('searchbox').fill('imagenet')
    await page.getByRole('button', { name: 'ImageNet', exact: true }).click()
    expect(await view.heading()).toBe('ImageNet')
    await page.locator('.nodes .is-selected').waitFor()
  })

  it('comes back from its address', async () => {
    const { page } = view
    await view.open()
    await view.choose('transformer')
    await page.keyboard.press('e')
    await page.getByRole('button', { name: 'Collapse' }).waitFor()
    const [url, count] = [page.url(), await view.counted()]
    const other = await ViewPage.create(browser, server.address)
    await other.page.goto(url)
    await other.waitForCount(count)
    expect(await other.heading()).toBe(await view.heading())
    expect(other.page.url()).toBe(url)
    expect(other.complaintsBut(undefined)).toEqual([])
    await other.page.close()
  })

  it('is walked by keys alone', async () => {
    const { page } = view
    await view.open()
    await page.keyboard.press('/')
    await page.keyboard.type('glue')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    expect(await view.heading()).toBe('GLUE')
    const isFocusIn = (place: string) =>
      page.waitForFunction((wanted) => document.activeElement?.closest(wanted) !== null, place)
    await isFocusIn('.panel')
    await page.keyboard.press('Tab')
    await isFocusIn('.panel button, .panel a')
    await page.keyboard.press('t')
    await isFocusIn('.drawer')
    await page.keyboard.press('Escape')
    await isFocusIn('.panel')
  })

  it('is there soon: at most 200 kB of script, and answers while one types', async () => {
    const { page } = view
    let bytes = 0
    page.on('response', async (response) => {
      if (response.url().endsWith('.js')) bytes += (await response.request().sizes()).responseBodySize
    })
    await view.open()
    await page.waitForLoadState('networkidle')
    expect(bytes).toBeGreaterThan(10_000)
    await view.search('reinforcement')
    expect(await page.getByRole('option').count()).toBeGreaterThan(2)
  })
})
