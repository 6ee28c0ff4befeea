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
  abstract:
    'We propose OtterNet, trained with Adam. It reaches 91.5% accuracy on ImageNet. Code: https://github.com/rivers/otternet',
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
    // What the papers say, without the view: the numbers of the metric whose tab is open.
    const metric = page.locator('.metric-tabs [aria-pressed=true], .metric-only')
    const [name, count] = (await metric.innerText()).split('\n')
    const { columns, rows } = await (
      await fetch(`${server.address}/api/query/benchmark-table?benchmark=imagenet&limit=2000`)
    ).json()
    const stated: Record<string, unknown>[] = rows.map((row: unknown[]) =>
      Object.fromEntries(columns.map((column: string, at: number) => [column, row[at]])),
    )
    const values = stated.filter(
      (each) => each.kind === 'absolute' && `${each.metric} ${each.unit}`.trim() === name?.replace(/[(),]/g, '').trim(),
    )
    expect(values).toHaveLength(Number(count))
    expect(values.length).toBeGreaterThan(2)
    const shown = Number.parseFloat(await best.locator('.score-value').innerText())
    expect(shown).toBe(Math.max(...values.map(({ value }) => Number(value))))
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

  it('papers of the last year with code of their own', async () => {
    await act.click(page.locator('[data-action="filters"]'))
    await act.click(page.locator('.brush .brush-bar').last())
    await act.click(page.getByRole('checkbox', { name: /^Papers with code/ }))
    await act.click(page.getByRole('button', { name: 'Only papers' }))
    await act.click(page.locator('[data-action="table"]'))
    await page.locator('.grid').first().waitFor()
    expect(await page.locator('.grid').first().locator('tbody .col-name').allInnerTexts()).toEqual([OTTER.title])
    expect(await page.locator('.drawer .filter-chip').allInnerTexts()).toEqual(['2026', 'Only papers', 'Has code'])
  })

  it('three papers side by side', async () => {
    await act.type('BERT: Pre-training')
    await act.press('Shift+Enter')
    await act.type('RoBERTa: A')
    await act.press('Shift+Enter')
    await act.type('DeBERTa: Decoding')
    await act.press('Control+Enter')
    const heads = page.locator('.compare thead th')
    await heads.nth(3).waitFor()
    expect(await page.locator('.compare-section').first().innerText()).toMatch(/^All 3 name/)
  })

  it('the view as a file for Gephi', async () => {
    await act.click(page.locator('[data-action="share"]'))
    const { name, file } = await act.save(page.getByRole('button', { name: /^GEXF/ }))
    expect(name).toMatch(/\.gexf$/)
    expect(file.toString().match(/<node /g)).toHaveLength(await view.counted())
  })

  it('a wrong type, mended and the mending undone', async () => {
    await act.type('dropout')
    await act.press('Enter')
    await act.click(page.getByRole('button', { name: 'Curate' }))
    await act.click(page.getByRole('button', { name: 'Topic', exact: true }))
    await page.locator('.panel .decision.is-applied').waitFor({ timeout: 180_000 })
    await page.locator('.panel .badge-topic').first().waitFor()
    await act.click(page.getByRole('button', { name: /^Undo: / }).first())
    await page.locator('.panel .badge-method').first().waitFor({ timeout: 180_000 })
  }, 400_000)

  it('a link to the view and its picture', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.address })
    await act.click(page.locator('[data-action="share"]'))
    await act.click(page.getByRole('button', { name: 'Copy link' }))
    await page.getByText('Link copied.').first().waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
    const { name, file } = await act.save(page.getByRole('button', { name: 'Save as PNG' }))
    expect([name.slice(-4), file.subarray(1, 4).toString()]).toEqual(['.png', 'PNG'])
  })
})
