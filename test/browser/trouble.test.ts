import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { papergraph } from '../program/papergraph.ts'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { pixelsAround, selectedNodePoint } from './picture.ts'
import { startServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

const paper = (id: string, title: string, abstract: string) => JSON.stringify({ id, title, abstract, year: 2024 })
const FIRST = paper('test:1', 'OtterNet: a network for rivers', 'We propose OtterNet, trained and tested on ImageNet.')
const HOSTILE = paper(
  'test:2',
  '<img src=x onerror="document.title=`hacked`"> & other titles',
  'We test BERT on GLUE. <script>document.title = "hacked"</script> It reaches 80.5% on GLUE.',
)

describe.skipIf(path === undefined)(`the view when things are not as usual${why}`, () => {
  let browser: Browser
  let data: string
  beforeAll(async () => {
    browser = await launchChromium(path ?? '')
  })
  afterAll(() => browser?.close())
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'papergraph-trouble-'))
  })
  afterEach(() => rmSync(data, { recursive: true, force: true }))

  const ingest = async (...lines: string[]): Promise<void> => {
    const file = join(data, 'papers.jsonl')
    writeFileSync(file, `${lines.join('\n')}\n`)
    const { status, stderr } = await papergraph(['ingest', file, '--data', join(data, 'graph')])
    expect(status, stderr).toBe(0)
  }

  it('says that the server is away until it is back, and goes on by itself', async () => {
    await ingest(FIRST)
    const graph = join(data, 'graph')
    const first = await startServer({ data: graph })
    const view = await ViewPage.create(browser, first.address)
    await view.open()
    expect(await view.page.locator('.which-graph').innerText()).toMatch(/Your graph[\s\S]*1 paper/)
    await first.stop()
    const banner = view.page.locator('.banner.is-error')
    await banner.waitFor({ timeout: 15_000 })
    expect(await banner.innerText()).toMatch(/does not answer/)
    const second = await startServer({ data: graph, port: Number(new URL(first.address).port) })
    await banner.getByRole('button', { name: 'Try again' }).click()
    await banner.waitFor({ state: 'detached' })
    await view.page.close()
    await second.stop()
  })

  it('offers the new graph after an ingest, and draws it when asked', async () => {
    await ingest(FIRST)
    const server = await startServer({ data: join(data, 'graph') })
    const view = await ViewPage.create(browser, server.address)
    await view.open()
    const before = await view.counted()
    await ingest(FIRST, HOSTILE)
    const reload = view.page.getByRole('button', { name: 'Show the new one' })
    await reload.waitFor({ timeout: 60_000 })
    await reload.click()
    await view.page.waitForFunction(
      (count) => Number(/^\d+/.exec(document.querySelector('.legend-total')?.textContent ?? '')?.[0]) > count,
      before,
    )
    await reload.waitFor({ state: 'detached' })
    expect(view.complaintsBut(undefined)).toEqual([])
    await view.page.close()
    await server.stop()
  })

  it('shows markup in titles and abstracts as the text that it is', async () => {
    await ingest(HOSTILE)
    const server = await startServer({ data: join(data, 'graph') })
    const view = await ViewPage.create(browser, server.address)
    await view.open('?node=test%3A2')
    expect(await view.heading()).toMatch(/^<img src=x onerror=/)
    expect(await view.page.locator('.abstract').innerText()).toContain('<script>')
    expect(await view.page.locator('.panel img, .panel script').count()).toBe(0)
    expect(await view.page.title()).not.toBe('hacked')
    expect(view.complaintsBut(undefined)).toEqual([])
    await view.page.close()
    await server.stop()
  })

  it('says how to begin when there are no papers', async () => {
    await ingest(FIRST)
    const { status, stderr } = await papergraph(['remove', 'test:1', '--data', join(data, 'graph')])
    expect(status, stderr).toBe(0)
    const server = await startServer({ data: join(data, 'graph') })
    const view = await ViewPage.create(browser, server.address)
    await view.page.goto(server.address)
    await view.page.locator('.empty').waitFor()
    expect(await view.page.locator('.empty').innerText()).toMatch(/papergraph ingest/)
    expect(view.complaintsBut(undefined)).toEqual([])
    await view.page.close()
    await server.stop()
  })

  it('shows the table and a word when the graphics system gives up, and the picture again when it is back', async () => {
    const server = await startServer()
    const view = await ViewPage.create(browser, server.address)
    const { page } = view
    await view.open('?node=imagenet')
    await view.heading()
    // The selected node is a benchmark, drawn in the colour of benchmarks where the pointer finds it.
    const coloured = async (): Promise<number> => pixelsAround(page, await selectedNodePoint(page), '--benchmark')
    expect(await coloured()).toBeGreaterThan(20)
    const losers = await page.evaluateHandle(() =>
      [...document.querySelectorAll<HTMLCanvasElement>('.canvas canvas')].flatMap(
        (canvas) => canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context') ?? [],
      ),
    )
    await losers.evaluate((all) => {
      for (const each of all) each.loseContext()
    })
    await page.locator('.nodes tbody tr').first().waitFor()
    expect(await page.locator('.drawer .ask-notice').innerText()).toMatch(/the table shows the same nodes/)
    await page.locator('.nodes tbody tr').nth(1).getByRole('button').click()
    await page.locator('.panel h1', { hasNotText: /^ImageNet$/ }).waitFor()
    await page.goBack()
    await page.locator('.panel h1', { hasText: /^ImageNet$/ }).waitFor()
    await losers.evaluate((all) => {
      for (const each of all) each.restoreContext()
    })
    await page.locator('.stage-word').waitFor({ state: 'detached' })
    await page.locator('.drawer').waitFor({ state: 'detached' })
    expect(await coloured()).toBeGreaterThan(20)
    expect(view.complaintsBut(/CONTEXT_LOST_WEBGL/)).toEqual([])
    await view.page.close()
    await server.stop()
  })

  it('works with the table where the browser has no WebGL', async () => {
    await ingest(FIRST)
    const server = await startServer({ data: join(data, 'graph') })
    const view = await ViewPage.create(browser, server.address)
    const { page } = view
    await page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: []) {
        return kind.includes('webgl') ? null : Reflect.apply(real, this, [kind, ...more])
      } as typeof real
    })
    await page.goto(server.address)
    await page.locator('.nodes tbody tr').first().waitFor()
    expect(await page.locator('.drawer .ask-notice').innerText()).toMatch(/has no WebGL/)
    await page.getByRole('searchbox').fill('imagenet')
    await page.getByRole('button', { name: 'ImageNet', exact: true }).click()
    expect(await view.heading()).toBe('ImageNet')
    expect(await view.choose('OtterNet')).toMatch(/OtterNet/)
    await page.keyboard.press('e')
    await page.keyboard.press('z')
    expect(view.complaintsBut(undefined)).toEqual([])
    await page.close()
    await server.stop()
  })
})
