import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { papergraph } from '../program/papergraph.ts'
import { paperLines } from '../program/papers.ts'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''
const PHONE = { width: 390, height: 844 }

describe.skipIf(path === undefined)(`the start page${why}`, () => {
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

  const card = () => view.page.locator('.start')
  const isShown = () => card().waitFor()
  const isGone = () => card().waitFor({ state: 'detached' })
  /** The names on the map as they are drawn. */
  const drawnNames = (): Promise<string> =>
    view.page.evaluate(() => document.querySelector<HTMLCanvasElement>('canvas.sigma-names')?.toDataURL() ?? '')
  /** Waits until the names on the map are others. */
  const moved = async (before: string): Promise<void> => {
    await view.page.waitForFunction(
      (drawn) => document.querySelector<HTMLCanvasElement>('canvas.sigma-names')?.toDataURL() !== drawn,
      before,
    )
  }

  it('says what the graph holds, and has the search box in focus', async () => {
    await view.page.goto(server.address)
    await isShown()
    expect(await card().locator('h1').innerText()).toBe('A map of 87 papers')
    expect(await card().locator('.start-holds').innerText()).toMatch(
      /^The bundled sample, with the \d+ methods, models, benchmarks and topics that they name, and \d+ repositories\./,
    )
    expect(await view.page.evaluate(() => document.activeElement?.id)).toBe('search')
    expect(await view.page.getByRole('listbox').count()).toBe(0)
  })

  it('asks each of its questions at one click, and each has an answer', async () => {
    await view.open()
    await isShown()
    const questions = card().locator('.start-question')
    const asked = await questions.allInnerTexts()
    expect(asked.length).toBeGreaterThanOrEqual(5)
    for (const [at, wording] of asked.entries()) {
      await questions.nth(at).click()
      await view.page.locator('.answer tbody tr').first().waitFor()
      expect(await view.page.locator('.drawer .ask-title').first().innerText()).toBe(wording)
      await view.page.keyboard.press('Escape')
      await isShown()
    }
    // What was asked can be changed, and asked again.
    await questions.first().click()
    await view.page.locator('.answer tbody tr').first().waitFor()
    await view.page.getByText('Change the question').click()
    await view.page.getByLabel('limit').fill('1')
    await view.page.getByRole('button', { name: 'Ask', exact: true }).last().click()
    await view.page.waitForFunction(() => document.querySelectorAll('.answer tbody tr').length === 1)
    await view.page.locator('.answer .in-table').first().click()
    await isGone()
    expect(view.query().get('node')).toMatch(/^arxiv:/)
  })

  it('lists the questions of the catalogue as well', async () => {
    await view.open()
    await card().getByRole('button', { name: 'All questions' }).click()
    await view.page.getByRole('button', { name: /^Papers on a benchmark/ }).waitFor()
  })

  it('leads to each community, by pointer and by keyboard', async () => {
    await view.open()
    await isShown()
    const buttons = card().getByRole('button', { name: /^Show .* on the map: \d+ papers$/ })
    expect(await buttons.count()).toBeGreaterThanOrEqual(4)
    let before = await drawnNames()
    await buttons.first().click()
    await moved(before)
    before = await drawnNames()
    await buttons.nth(1).focus()
    await view.page.keyboard.press('Enter')
    const name = (await buttons.nth(1).locator('.start-community-name').innerText()).replace(' · ', ', ')
    await view.page.waitForFunction(
      (said) => [...document.querySelectorAll('[aria-live]')].some((each) => each.textContent === said),
      `The map shows ${name}`,
    )
    await moved(before)
    // It stays for the next one.
    expect(await card().count()).toBe(1)
  })

  it('names the communities on the map, and a click on a name goes there', async () => {
    const { page } = view
    await view.open()
    await isShown()
    const box = await page.locator('.canvas').boundingBox()
    if (!box) throw new Error('there is no canvas')
    let found: { x: number; y: number } | undefined
    for (let y = box.y + 40; y < box.y + box.height - 80 && !found; y += 14)
      for (let x = 430; x < box.x + box.width - 20 && !found; x += 40) {
        await page.mouse.move(x, y)
        if (await page.locator('.canvas.is-over-name').count()) found = { x, y }
      }
    if (!found) throw new Error('no community has a name on the map')
    await page.mouse.click(found.x, found.y)
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[aria-live]')].some((each) => each.textContent?.startsWith('The map shows ')),
    )
    expect([...view.query().keys()].filter((key) => key !== 'camera')).toEqual([])
  })

  it('gives way to the first thing that is looked at, and comes back by the name of the page, a key, or undoing', async () => {
    const { page } = view
    await view.open()
    await isShown()
    await view.choose('ImageNet')
    await isGone()
    await page.keyboard.press('Escape')
    await page.locator('.panel').waitFor({ state: 'detached' })
    expect(await card().count()).toBe(0)
    await page.keyboard.press('h')
    await isShown()
    await card().getByRole('button', { name: 'Put the start page away' }).click()
    await isGone()
    await page.getByRole('link', { name: /^papergraph/ }).click()
    await isShown()
    await page.keyboard.press('Escape')
    await isGone()
    await page.keyboard.press('Home')
    await isShown()
    await page.mouse.move(900, 500)
    await page.mouse.wheel(0, -200)
    await isGone()
    const isAtFirst = () => page.evaluate(() => !history.state)
    while (!(await isAtFirst())) await page.goBack()
    await isShown()
  })

  it('is not there where the address names something, and closes for a drawer', async () => {
    await view.open('?node=imagenet')
    await view.heading()
    expect(await card().count()).toBe(0)
    await view.page.keyboard.press('h')
    await isShown()
    await view.page.waitForURL((url) => url.search === '')
    await view.page.keyboard.press('t')
    await isGone()
    await view.page.keyboard.press('Escape')
    await isShown()
  })

  it('offers what most papers name in the empty search box, by a click or the arrow down', async () => {
    const { page } = view
    await view.open()
    await page.keyboard.press('/')
    await page.keyboard.press('ArrowDown')
    const options = page.getByRole('option')
    await options.first().waitFor()
    expect(await options.count()).toBeGreaterThanOrEqual(6)
    expect(await options.first().getAttribute('aria-selected')).toBe('true')
    expect(await page.getByRole('listbox').innerText()).toMatch(/ImageNet/)
    await page.keyboard.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await page.locator('#search').click()
    await options.filter({ hasText: 'ImageNet' }).first().click()
    expect(await view.heading()).toBe('ImageNet')
  })

  it('is a sheet on a phone that leaves the map in sight and calls up no keyboard', async () => {
    const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true })
    const page = await context.newPage()
    await page.goto(server.address)
    await page.locator('.start').waitFor()
    const sheet = await page.locator('.start').boundingBox()
    expect(sheet?.width).toBe(PHONE.width)
    expect(sheet?.y).toBeGreaterThan(PHONE.height * 0.55)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    await page.getByRole('button', { name: /^Which papers share benchmarks/ }).tap()
    await page.locator('.answer tbody tr').first().waitFor()
    await context.close()
  })

  it('takes a file where the graph is empty', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'papergraph-empty-'))
    const data = join(folder, 'data')
    writeFileSync(join(folder, 'one.jsonl'), paperLines(0, 1))
    for (const args of [
      ['ingest', join(folder, 'one.jsonl')],
      ['remove', 'test:0'],
    ])
      expect((await papergraph([...args, '--data', data])).status).toBe(0)
    const own = await startServer({ data })
    const empty = await ViewPage.create(browser, own.address)
    const { page } = empty
    try {
      await page.goto(own.address)
      await page.getByRole('heading', { name: 'There are no papers here yet' }).waitFor()
      const opening = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Choose files…' }).click()
      await (await opening).setFiles(join(folder, 'one.jsonl'))
      await page.locator('.which-graph', { hasText: '1 paper' }).waitFor({ timeout: 60_000 })
      await page.getByRole('heading', { name: 'There are no papers here yet' }).waitFor({ state: 'detached' })
    } finally {
      await page.close()
      await own.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    expect(empty.complaintsBut(undefined)).toEqual([])
  })

  it('tells what is new since the last ingest, with a way to it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'papergraph-news-'))
    const data = join(folder, 'data')
    const ingest = async (name: string, content: string): Promise<void> => {
      writeFileSync(join(folder, name), content)
      const ended = await papergraph(['ingest', join(folder, name), '--data', data])
      expect(ended.status, ended.stderr).toBe(0)
    }
    await ingest('first.jsonl', paperLines(0, 6))
    const own = await startServer({ data })
    const page = await ViewPage.create(browser, own.address)
    try {
      await page.open()
      const news = page.page.locator('.start-news')
      await news.waitFor()
      expect(await news.innerText()).toMatch(/All 6 papers came with the first ingest/)
      await ingest('second.jsonl', paperLines(6, 8))
      await page.page.getByRole('button', { name: 'Show the new one' }).click()
      await page.page.locator('.start-link').first().waitFor()
      expect(await news.innerText()).toMatch(
        /^New since the last ingest\s+2 papers and \d+ concepts? that no paper named/,
      )
      expect(await news.innerText()).toMatch(/TestNet-6/)
      await news.getByRole('button', { name: 'All that is new' }).click()
      await page.page.locator('.answer tbody tr').nth(3).waitFor()
      await page.page.keyboard.press('Escape')
      await page.page.locator('.start-link').first().click()
      expect(await page.heading()).toMatch(/TestNet/)
    } finally {
      await page.page.close()
      await own.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    expect(page.complaintsBut(undefined)).toEqual([])
  })
})
