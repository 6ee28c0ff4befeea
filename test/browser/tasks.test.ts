import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { papergraph } from '../program/papergraph.ts'
import { Actions } from './actions.ts'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''
const MOST = 6
const OTTER = {
  id: 'test:otter',
  title: 'OtterNet: a network for rivers',
  abstract: 'We propose OtterNet, trained with Adam. It reaches 91.5% accuracy on ImageNet.',
  year: 2026,
}

/** What researchers come for, as they do it: each in at most six clicks, keys or names, from the start page on. */
describe.skipIf(path === undefined)(`tasks of a researcher, in a real browser${why}`, () => {
  let server: TestServer
  let data: string
  let browser: Browser
  let view: ViewPage
  let page: Page
  let act: Actions

  beforeAll(async () => {
    browser = await launchChromium(path ?? '')
    data = mkdtempSync(join(tmpdir(), 'papergraph-tasks-'))
    const news = join(data, 'otter.jsonl')
    writeFileSync(news, `${JSON.stringify(OTTER)}\n`)
    // Two ingests, so that something is new.
    const graph = join(data, 'graph')
    const { status, stderr } = await papergraph(['ingest', SAMPLE_FILE, '--data', graph])
    expect(status, stderr).toBe(0)
    server = await startServer({ data: graph, papers: [news] })
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    rmSync(data, { recursive: true, force: true })
  })
  beforeEach(async () => {
    view = await ViewPage.create(browser, server.address)
    page = view.page
    act = new Actions(page)
    await page.goto(server.address)
    // Where a person begins: the search box has the focus.
    await page.locator('#search:focus').waitFor()
    await page.locator('.legend').waitFor({ state: 'attached' })
  })
  afterEach(async () => {
    expect(act.count, act.done.join(', ')).toBeLessThanOrEqual(MOST)
    expect(act.count).toBeGreaterThan(0)
    expect(view.complaintsBut(undefined)).toEqual([])
    await page.close()
  })

  it('two papers that share three benchmarks, and on what words that rests', async () => {
    await act.type('LLaMA: Open')
    await act.press('Shift+Enter')
    await act.type('Mistral 7B')
    await act.press('Shift+Enter')
    await act.click(page.getByRole('button', { name: 'What they share' }))
    const benchmarks = page.locator('.common .link', { has: page.locator('.dot-benchmark') })
    await benchmarks.nth(2).waitFor()
    await act.click(benchmarks.first().getByRole('button', { name: /^why\?/ }))
    expect(await benchmarks.first().locator('blockquote').count()).toBe(2)
  })

  it('the best stated score on a benchmark, and the paper’s sentence', async () => {
    await act.type('ImageNet')
    await act.press('Enter')
    const best = page.locator('.panel .scores tbody tr').first()
    await best.waitFor()
    await act.click(best.locator('.link-why'))
    expect(await page.locator('.score-sentence blockquote').first().innerText()).toMatch(/ImageNet/)
  })

  it('who introduced a method, and who uses it since', async () => {
    await act.type('Adam')
    await act.click(page.getByRole('option', { name: /^Adam\b.*Method/s }).first())
    const group = (name: string) => page.locator('.panel .group', { has: page.getByRole('heading', { name }) })
    expect(await group('Introduced by').innerText()).toMatch(/Adam: A Method/)
    expect(await group('Used by').locator('.link').count()).toBeGreaterThan(2)
  })

  it('how two methods are connected', async () => {
    await act.type('ResNet')
    await act.press('Shift+Enter')
    await act.type('Transformer')
    await act.press('Shift+Enter')
    await act.click(page.getByRole('button', { name: 'Ways between them' }))
    await page
      .getByText(/\d+ ways?, the shortest of \d+ steps?/)
      .first()
      .waitFor()
  })

  it('what is new since the last ingest', async () => {
    const news = page.locator('.start-news')
    await news.getByText('1 paper').first().waitFor()
    await act.click(news.getByRole('button', { name: /OtterNet: a network/ }))
    expect(await view.heading()).toMatch(/OtterNet/)
  })
})
