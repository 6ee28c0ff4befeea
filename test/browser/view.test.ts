import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { pointsOverSomething, selectedNodePoint } from './picture.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

describe.skipIf(path === undefined)(`the view in a real browser${why}`, () => {
  let server: TestServer
  let browser: Browser
  let view: ViewPage
  /** Status codes that a test provokes: Chromium reports each on the console. */
  let expected: RegExp | undefined

  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium(path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  beforeEach(async () => {
    expected = undefined
    view = await ViewPage.create(browser, server.address)
  })
  afterEach(async () => {
    await view.page.close()
    expect(view.complaintsBut(expected)).toEqual([])
  })

  it('opens on a map of the sample and says that it is the sample', async () => {
    await view.open()
    expect(await view.page.locator('.which-graph').innerText()).toMatch(
      /Bundled sample[\s\S]*\d+ papers · \d+ concepts/,
    )
    expect(await view.page.getByRole('switch').count()).toBe(6)
    expect(await view.counted()).toBeGreaterThan(200)
    expect(await view.page.locator('.canvas canvas').count()).toBeGreaterThan(3)
  })

  it('searches while one types, and the arrow keys and Enter choose', async () => {
    await view.open()
    await view.search('imagen')
    const options = view.page.getByRole('option')
    expect(await options.first().innerText()).toMatch(/ImageNet[\s\S]*Benchmark[\s\S]*named by \d+ papers/)
    await view.page.keyboard.press('ArrowDown')
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true')
    await view.page.keyboard.press('ArrowUp')
    await view.page.keyboard.press('Enter')
    expect(await view.heading()).toBe('ImageNet')
    expect(view.query().get('node')).toBe('imagenet')
  })

  it('puts suggestions away with Escape', async () => {
    await view.open()
    await view.search('bert')
    await view.page.keyboard.press('Escape')
    await view.page.getByRole('listbox').waitFor({ state: 'detached' })
    expect(await view.page.locator('#search').inputValue()).toBe('')
  })

  it('shows who says so: the sentence, with the words marked', async () => {
    await view.open()
    await view.choose('ImageNet')
    await view.page.locator('.group .link-why').first().click()
    const evidence = view.page.locator('.group .evidence').first()
    expect(await evidence.locator('mark').first().innerText()).toMatch(/ImageNet|ILSVRC/i)
    expect(await evidence.locator('figcaption').innerText()).toMatch(/^Found by .+, \d+ % sure$/)
  })

  it('tells the scores that are stated on a benchmark, with their sentences', async () => {
    await view.open()
    await view.choose('ImageNet')
    const row = view.page.locator('.scores tbody tr').first()
    expect(await row.locator('.score-value').innerText()).toMatch(/^\d/)
    await row.locator('.link-why').click()
    expect(await view.page.locator('.score-sentence blockquote').innerText()).toMatch(/ImageNet/)
  })

  it('marks what a paper names in its abstract and leads there', async () => {
    await view.open()
    const title = await view.choose('Attention Is All You Need')
    await view.page.locator('.abstract .mention').first().click()
    await view.page.waitForFunction((before) => document.querySelector('.panel h1')?.textContent !== before, title)
    await view.page.goBack()
    await view.page.waitForFunction((before) => document.querySelector('.panel h1')?.textContent === before, title)
  })

  it('leads out to the paper in a new window that knows nothing of this one', async () => {
    await view.open()
    await view.choose('Attention Is All You Need')
    const link = view.page.locator('.outside a').first()
    expect(await link.getAttribute('href')).toBe('https://arxiv.org/abs/1706.03762')
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
  })

  it('expands a node with a limit, collapses it, and goes back and forward', async () => {
    const { page } = view
    await view.openSmall(40, '?node=imagenet')
    const before = await view.counted()
    const more = page.getByRole('button', { name: /^Show \d+ more$/ }).first()
    const fresh = Number(/\d+/.exec(await more.innerText())?.[0])
    expect(await page.locator('.expand-count').innerText()).toMatch(/^\d+ of \d+ neighbours are on the map$/)
    await more.click()
    await page.getByRole('button', { name: 'Collapse' }).waitFor()
    await page.waitForFunction(() => /^All \d+/.test(document.querySelector('.expand-count')?.textContent ?? ''))
    expect(await view.counted()).toBe(before + fresh)
    expect(view.query().getAll('expand')).toEqual(['25~imagenet'])
    await page.goBack()
    await view.waitForCount(before)
    await page.goForward()
    await view.waitForCount(before + fresh)
    await page.getByRole('button', { name: 'Collapse' }).click()
    await view.waitForCount(before)
  })

  it('brings a node that the map leaves out, with its neighbours, and takes it away on the way back', async () => {
    await view.openSmall(40)
    const before = await view.counted()
    await view.choose('LIME')
    expect(view.query().getAll('expand')).toHaveLength(1)
    await view.page.waitForFunction(() => /^All \d+/.test(document.querySelector('.expand-count')?.textContent ?? ''))
    expect(await view.counted()).toBeGreaterThan(before)
    await view.page.goBack()
    await view.waitForCount(before)
  })

  it('comes back from its address: selection, expansion and what is switched off', async () => {
    await view.open()
    const title = await view.choose('transformer')
    await view.page.keyboard.press('e')
    await view.page.getByRole('switch', { name: /Topics/ }).click()
    const url = view.page.url()
    expect(url).toContain('hide=topic')
    expect(url).toContain('expand=')
    await view.page.goto('about:blank')
    await view.page.goto(url)
    expect(await view.heading()).toBe(title)
    expect(await view.page.getByRole('switch', { name: /Topics/ }).getAttribute('aria-checked')).toBe('false')
    await view.page.getByRole('button', { name: 'Collapse' }).waitFor()
    expect(view.page.url()).toBe(url)
  })

  it('switches a type off the map and on again', async () => {
    await view.open()
    const all = await view.counted()
    const topics = view.page.getByRole('switch', { name: /Topics/ })
    const count = Number(await topics.locator('.legend-count').innerText())
    await topics.click()
    await view.waitForCount(all - count)
    await topics.click()
    await view.waitForCount(all)
  })

  it('takes a name for an id in the address, and corrects the address', async () => {
    await view.open('?node=ImageNet')
    expect(await view.heading()).toBe('ImageNet')
    await view.page.waitForURL(/node=imagenet/)
  })

  it('says so when the address names nothing', async () => {
    expected = /404/
    await view.open('?node=no-such-thing-at-all')
    await view.page.locator('.panel-failed').waitFor()
    expect(await view.page.locator('.panel-failed').innerText()).toMatch(/no-such-thing-at-all/)
  })

  it('selects what is clicked on the picture, a node or a line, and clears by Escape', async () => {
    const { page } = view
    await view.open()
    const met = { node: 0, edge: 0 }
    for await (const point of pointsOverSomething(page)) {
      await page.mouse.click(point.x, point.y)
      await page.locator('.panel h1, .panel .panel-relation').waitFor()
      const query = view.query()
      if (query.get('node')) {
        met.node++
        expect(await view.heading()).not.toBe('')
      } else {
        met.edge++
        await page.locator('.panel .link-row').nth(1).waitFor()
        expect(query.get('type')).toMatch(/^(INTRODUCES|USES|SCORES|ABOUT|LINKS_TO|VARIANT_OF)$/)
        if (query.get('type') !== 'VARIANT_OF') expect(await page.locator('.evidence mark').count()).toBeGreaterThan(0)
      }
      await page.keyboard.press('Escape')
      await page.locator('.panel').waitFor({ state: 'detached' })
      expect([...view.query()]).toEqual([])
      if (met.node > 0 && met.edge > 0) break
      // Two clicks that follow each other quickly are a double click, which expands.
      await page.waitForTimeout(400)
    }
    expect([met.node > 0, met.edge > 0]).toEqual([true, true])
  })

  it('lets a node be dragged, and then finds it where it was put', async () => {
    const { page } = view
    await view.open()
    await view.choose('ImageNet')
    await page.waitForTimeout(300)
    const node = await selectedNodePoint(page)
    await page.mouse.move(node.x, node.y)
    await page.mouse.down()
    await page.mouse.move(node.x - 60, node.y + 40, { steps: 6 })
    await page.mouse.move(node.x - 120, node.y + 90, { steps: 6 })
    await page.mouse.up()
    await page.waitForTimeout(200)
    const after = await selectedNodePoint(page)
    expect(Math.abs(after.x - node.x + 120)).toBeLessThan(30)
    expect(Math.abs(after.y - node.y - 90)).toBeLessThan(30)
    expect(view.query().get('node')).toBe('imagenet')
  })

  it('lists what is on the map as a table, sorted and filtered, and selects from it', async () => {
    await view.open()
    await view.page.keyboard.press('t')
    await view.page.getByRole('button', { name: 'Papers', exact: true }).click()
    const papers = await view.page.locator('.nodes tbody .col-papers').allInnerTexts()
    const numbers = papers.map((text) => (text === '' ? -1 : Number(text)))
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
    await view.page.getByRole('searchbox').fill('imagenet')
    const names = await view.page.locator('.nodes tbody td:nth-child(2)').allInnerTexts()
    expect(names.every((name) => /imagenet/i.test(name))).toBe(true)
    await view.page.locator('.nodes tbody button').first().click()
    expect(await view.heading()).toMatch(/imagenet/i)
  })

  it('asks a question of the catalogue about a node that is picked by its name', async () => {
    const { page } = view
    await view.open()
    await page.keyboard.press('a')
    await page.getByRole('button', { name: /^Papers on a benchmark/ }).click()
    await page.getByRole('combobox', { name: 'benchmark' }).fill('image')
    await page
      .getByRole('option', { name: /^ImageNet\b/ })
      .first()
      .click()
    expect(await page.getByRole('combobox', { name: 'benchmark' }).inputValue()).toBe('imagenet')
    await page.getByRole('button', { name: 'Ask', exact: true }).last().click()
    await page.locator('.answer tbody tr').first().waitFor()
    const id = await page.locator('.answer .in-table').first().innerText()
    await page.locator('.answer .in-table').first().click()
    await page.waitForURL((url) => url.searchParams.get('node') === id)
  })

  it('asks about several papers, and for a path between two nodes of any type', async () => {
    const { page } = view
    await view.open()
    await page.keyboard.press('a')
    await page.getByRole('button', { name: /^Papers side by side/ }).click()
    for (const words of ['attention is all you need', 'bert: pre-training']) {
      await page.getByRole('combobox', { name: 'papers' }).fill(words)
      await page.getByRole('option').first().click()
    }
    expect(await page.locator('.picked li').count()).toBe(2)
    const asked = page.waitForRequest((request) => request.url().includes('/api/query/compare'))
    await page.getByRole('button', { name: 'Ask', exact: true }).last().click()
    expect(new URL((await asked).url()).searchParams.getAll('papers')).toEqual(['arxiv:1706.03762', 'arxiv:1810.04805'])
    await page.locator('.answer tbody tr').first().waitFor()
    await page
      .getByRole('button', { name: /^Take .* out$/ })
      .first()
      .click()
    expect(await page.locator('.picked li').count()).toBe(1)

    await page.getByRole('button', { name: 'All questions' }).click()
    await page.getByRole('button', { name: /^Paths between/ }).click()
    for (const [field, words] of [
      ['from', 'imagenet'],
      ['to', 'attention is all you need'],
    ] as const) {
      await page.getByRole('combobox', { name: field }).fill(words)
      await page.getByRole('option').first().click()
    }
    await page.getByRole('button', { name: 'Ask', exact: true }).last().click()
    await page.locator('.answer tbody tr').nth(1).waitFor()
    expect(await page.locator('.answer tbody tr').first().innerText()).toContain('imagenet')
  })

  it('runs Cypher that reads, and says why it runs no other', async () => {
    const { page } = view
    expected = /40[03]/
    await view.open()
    await page.keyboard.press('a')
    await page.getByRole('button', { name: /Cypher/ }).click()
    await page.locator('textarea').press('Control+Enter')
    await page.locator('.answer tbody tr').first().waitFor()
    expect(await page.locator('.answer thead').innerText()).toMatch(/benchmark\s+papers/)
    await page.locator('textarea').fill('MATCH (n) DETACH DELETE n')
    await page.locator('textarea').press('Control+Enter')
    await page.locator('.panel-failed').waitFor()
    expect(await page.locator('.panel-failed').innerText()).toMatch(/DELETE|read/i)
  })

  it('has a light and a dark theme, and remembers the choice', async () => {
    const { page } = view
    await page.emulateMedia({ colorScheme: 'light' })
    await view.open()
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
    expect(await theme()).toBe('light')
    await page.getByRole('button', { name: /^Theme/ }).click()
    await page.getByRole('button', { name: /^Theme: light/ }).click()
    expect(await theme()).toBe('dark')
    await page.reload()
    expect(await theme()).toBe('dark')
  })

  it('lists its keys at a question mark', async () => {
    await view.open()
    await view.page.keyboard.press('?')
    expect(await view.page.locator('.key-list').innerText()).toMatch(/search box/)
    await view.page.keyboard.press('Escape')
    await view.page.locator('.key-list').waitFor({ state: 'detached' })
  })

  it('fits a screen of 390 pixels: nothing scrolls sideways, and the sheet leaves the node in sight', async () => {
    const { page } = view
    await page.setViewportSize({ width: 390, height: 844 })
    await view.open()
    await view.choose('bert')
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await page.waitForTimeout(300)
    const node = await selectedNodePoint(page)
    const sheet = await page.locator('.panel').boundingBox()
    expect(node.y).toBeLessThan(sheet?.y ?? 0)
    await page.getByRole('button', { name: 'Show more of it' }).click()
    await page.waitForTimeout(400)
    expect((await page.locator('.panel').boundingBox())?.height).toBeGreaterThan((sheet?.height ?? 0) + 200)
  })
})
