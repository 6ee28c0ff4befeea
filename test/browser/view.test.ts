import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { start } from '../program/papergraph.ts'
import { findChromium, HOW_TO_GET, launchChromium } from './chromium.ts'

const isMissing = findChromium() === undefined
if (isMissing && process.env.CI === 'true') throw new Error(`The browser tests must run in CI: ${HOW_TO_GET}.`)

describe.skipIf(isMissing)(`the view in a real browser${isMissing ? ` (skipped: ${HOW_TO_GET})` : ''}`, () => {
  let data: string
  let server: ReturnType<typeof start>
  let address: string
  let browser: Browser
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'papergraph-browser-'))
    server = start(['serve', '--port', '0', '--data', data])
    address = await new Promise<string>((resolve, reject) => {
      let printed = ''
      server.stdout?.setEncoding('utf8').on('data', (text: string) => {
        printed += text
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
        if (found) resolve(found)
      })
      server.once('close', () => reject(new Error(`the server ended: ${printed}`)))
    })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    server.kill('SIGINT')
    await once(server, 'close')
    rmSync(data, { recursive: true, force: true })
  })
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    complaints = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
  })
  afterEach(async () => {
    await page.close()
    // Software rendering is slow and Chromium says so; everything else is ours.
    expect(complaints.filter((text) => !/GPU stall|GL Driver Message|swiftshader/i.test(text))).toEqual([])
  })

  const open = async (query = ''): Promise<void> => {
    await page.goto(`${address}/${query}`)
    await page.getByRole('switch').first().waitFor()
  }
  const search = async (text: string): Promise<void> => {
    await page
      .getByRole('combobox', { name: /search/i })
      .first()
      .fill(text)
    await page.getByRole('option').first().waitFor()
  }
  const query = (): URLSearchParams => new URL(page.url()).searchParams

  it('opens on a map of the sample and says that it is the sample', async () => {
    await open()
    expect(await page.locator('.which-graph').innerText()).toMatch(/Bundled sample[\s\S]*\d+ papers/)
    expect(await page.getByRole('switch').count()).toBeGreaterThanOrEqual(4)
    expect(await page.locator('.legend-total').innerText()).toMatch(/^\d+ of \d+ nodes on the map$/)
    expect(await page.locator('.canvas canvas').count()).toBeGreaterThan(3)
  })

  it('searches while one types, and the arrow keys and Enter choose', async () => {
    await open()
    await search('imagen')
    expect(await page.getByRole('option').first().innerText()).toMatch(/ImageNet/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.locator('.panel h1').waitFor()
    expect(await page.locator('.panel h1').innerText()).toMatch(/ImageNet/)
    expect(query().get('node')).toBeTruthy()
  })

  it('shows who says so: the sentence, with the words marked', async () => {
    await open()
    await search('ImageNet')
    await page.keyboard.press('Enter')
    await page.locator('.link-why').first().click()
    const evidence = page.locator('.evidence').first()
    expect(await evidence.locator('mark').first().innerText()).toMatch(/ImageNet|ILSVRC/i)
    expect(await evidence.locator('figcaption').innerText()).toMatch(/^Found by .+, \d+ % sure$/)
  })

  it('marks what a paper names in its abstract and leads there', async () => {
    await open()
    await search('Attention Is All You Need')
    await page.keyboard.press('Enter')
    const mention = page.locator('.abstract .mention').first()
    const name = await mention.innerText()
    await mention.click()
    await page.waitForFunction(() => document.querySelector('.panel .aliases, .panel h1') !== null)
    expect(name.length).toBeGreaterThan(1)
    await page.goBack()
    await page.waitForFunction(() => /Attention/.test(document.querySelector('.panel h1')?.textContent ?? ''))
  })

  it('expands a node with a limit, collapses it, and goes back and forward', async () => {
    await open()
    const counted = async () => Number(/^(\d+) of/.exec(await page.locator('.legend-total').innerText())?.[1])
    await search('bert')
    await page.keyboard.press('Enter')
    await page.locator('.panel h1').waitFor()
    const before = query().toString()
    const button = page.getByRole('button', { name: /more neighbours|neighbours are on the map/ })
    await button.waitFor()
    if (await button.isEnabled()) {
      const shown = await counted()
      await button.click()
      await page.getByRole('button', { name: 'Collapse' }).waitFor()
      expect(query().getAll('expand')).toHaveLength(1)
      await page.goBack()
      expect(query().toString()).toBe(before)
      await page.goForward()
      await page.getByRole('button', { name: 'Collapse' }).click()
      await page.waitForFunction(
        (count) => document.querySelector('.legend-total')?.textContent?.startsWith(`${count} of`),
        shown,
      )
    }
  })

  it('comes back from its address: selection, expansion and what is switched off', async () => {
    await open()
    await search('transformer')
    await page.keyboard.press('Enter')
    await page.locator('.panel h1').waitFor()
    const title = await page.locator('.panel h1').innerText()
    await page.getByRole('switch', { name: /Topics/ }).click()
    const url = page.url()
    await page.goto('about:blank')
    await page.goto(url)
    await page.locator('.panel h1').waitFor()
    expect(await page.locator('.panel h1').innerText()).toBe(title)
    expect(await page.getByRole('switch', { name: /Topics/ }).getAttribute('aria-checked')).toBe('false')
    expect(page.url()).toBe(url)
  })

  it('says so when the address names nothing', async () => {
    await open('?node=no-such-thing-at-all')
    await page.locator('.panel-failed').waitFor()
    expect(await page.locator('.panel-failed').innerText()).toMatch(/no-such-thing-at-all/)
    complaints = complaints.filter((text) => !/404/.test(text))
  })

  it('lists what is on the map as a table, sorted and filtered, and selects from it', async () => {
    await open()
    await page.keyboard.press('t')
    await page.getByRole('button', { name: 'Papers', exact: true }).click()
    const first = page.locator('.nodes tbody tr').first()
    expect(Number(await first.locator('td').nth(3).innerText())).toBeGreaterThan(2)
    await page.getByRole('searchbox').fill('imagenet')
    expect(await page.locator('.nodes tbody tr').count()).toBeLessThan(12)
    await page.locator('.nodes tbody button').first().click()
    await page.locator('.panel h1').waitFor()
  })

  it('asks a question of the catalogue and a Cypher text, and refuses to write', async () => {
    await open()
    await page.keyboard.press('a')
    await page.getByLabel('Question').selectOption('top-concepts')
    await page.getByRole('button', { name: 'Ask', exact: true }).last().click()
    await page.locator('.answer tbody tr').first().waitFor()
    await page.getByLabel('Question').selectOption('cypher')
    await page.locator('textarea').press('Control+Enter')
    await page.waitForFunction(() => /benchmark/.test(document.querySelector('.answer thead')?.textContent ?? ''))
    await page.locator('textarea').fill('MATCH (n) DETACH DELETE n')
    await page.locator('textarea').press('Control+Enter')
    await page.locator('.panel-failed').waitFor()
    complaints = complaints.filter((text) => !/40[03]/.test(text))
  })

  it('selects by a click on the picture and clears by a click beside it', async () => {
    await open()
    await search('ImageNet')
    await page.keyboard.press('Enter')
    await page.locator('.panel h1').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('.panel') === null)
    expect(query().get('node')).toBe(null)
  })

  it('has a light and a dark theme, and remembers the choice', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await open()
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
    expect(await theme()).toBe('light')
    await page.getByRole('button', { name: /^Theme/ }).click()
    await page.getByRole('button', { name: /^Theme: light/ }).click()
    expect(await theme()).toBe('dark')
    await page.reload()
    expect(await theme()).toBe('dark')
  })

  it('fits a screen of 390 pixels without scrolling sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open()
    await search('bert')
    await page.keyboard.press('Enter')
    await page.locator('.panel h1').waitFor()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
})
