import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

describe.skipIf(path === undefined)(`filters${why}`, () => {
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

  const facet = (name: string): Locator => view.page.getByRole('group', { name, exact: true })
  const option = (name: string | RegExp): Locator => view.page.locator('.option').filter({ hasText: name })
  const countOf = async (row: Locator): Promise<number> =>
    Number((await row.locator('.option-count').innerText()).replace(',', ''))
  const handle = (name: string): Locator => view.page.getByRole('slider', { name })
  /** Nodes that are left, as the drawer counts them. */
  const left = async (): Promise<number> =>
    Number(/^[\d,]+/.exec(await view.page.locator('.filters-shown').innerText())?.[0]?.replace(',', ''))
  const waitForLeft = (count: number): Promise<void> => expect.poll(left).toBe(count)

  it('of years are a brush to drag over, two sliders for the keyboard, and two numbers', async () => {
    const { page } = view
    await view.open()
    await page.keyboard.press('r')
    const all = await left()
    const box = await page.locator('.brush').boundingBox()
    if (!box) throw new Error('there is no brush')
    const year = async (name: string): Promise<number> => Number(await handle(name).getAttribute('aria-valuenow'))
    const [first, last] = [await year('First year'), await year('Last year')]
    const middleOf = (at: number): number => box.x + (box.width * (at - first + 0.5)) / (last - first + 1)
    await page.mouse.move(middleOf(first + 2), box.y + 20)
    await page.mouse.down()
    await page.mouse.move(middleOf(first + 3), box.y + 20)
    await page.mouse.move(middleOf(first + 5), box.y + 20)
    await page.mouse.up()
    await expect.poll(() => view.query().get('years')).toBe(`${first + 2}-${first + 5}`)
    expect(await left()).toBeLessThan(all)

    await handle('Last year').press('ArrowLeft')
    await expect.poll(() => view.query().get('years')).toBe(`${first + 2}-${first + 4}`)
    await handle('First year').press('Home')
    await expect.poll(() => view.query().get('years')).toBe(`${first}-${first + 4}`)
    await page.getByRole('spinbutton', { name: 'Last year' }).fill(String(first + 1))
    await page.keyboard.press('Enter')
    await expect.poll(() => view.query().get('years')).toBe(`${first}-${first + 1}`)
    // All of the scale is no filter at all.
    await handle('Last year').press('End')
    await expect.poll(() => view.query().get('years')).toBe(null)
    await waitForLeft(all)
  })

  it('of years take touch, and fit a phone', async () => {
    const { page } = view
    await page.setViewportSize({ width: 390, height: 844 })
    await view.open()
    await page.keyboard.press('r')
    const box = await page.locator('.brush').boundingBox()
    if (!box) throw new Error('there is no brush')
    const touch = (type: string, x: number) =>
      page
        .locator('.brush')
        .dispatchEvent(type, { pointerId: 1, pointerType: 'touch', button: 0, clientX: x, clientY: box.y + 30 })
    // A made-up pointer cannot be captured, which a real one is.
    await page.evaluate(() => {
      Element.prototype.setPointerCapture = () => undefined
    })
    await touch('pointerdown', box.x + box.width * 0.3)
    await touch('pointermove', box.x + box.width * 0.5)
    await touch('pointerup', box.x + box.width * 0.5)
    await expect.poll(() => view.query().get('years')).toMatch(/^20\d\d-20\d\d$/)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

  it('count what one sees after choosing, and change picture, legend and table alike', async () => {
    const { page } = view
    await view.open('?years=2015-2019')
    await page.keyboard.press('r')
    const papers = await countOf(option('Papers').first())
    const withCode = await countOf(option('Papers with code'))
    expect(withCode).toBeGreaterThan(0)
    expect(withCode).toBeLessThan(papers)
    await option('Papers with code').click()
    await expect.poll(() => countOf(option('Papers').first())).toBe(withCode)
    const nodes = await left()
    await page.keyboard.press('Escape')
    await view.waitForCount(nodes)
    expect(await page.locator('.legend-row').filter({ hasText: 'Papers' }).locator('.legend-count').innerText()).toBe(
      String(withCode),
    )
    await page.keyboard.press('t')
    await page.locator('.table-tools').getByText(`${nodes} nodes on the map`).waitFor()
  })

  it('of types, relationships, roles, confidence and venues are each in the address', async () => {
    const { page } = view
    await view.open()
    await page.keyboard.press('r')
    await facet('Types')
      .getByRole('checkbox', { name: /^Topics/ })
      .uncheck()
    await facet('Relationships').getByRole('checkbox', { name: /^uses/ }).uncheck()
    await page.getByRole('radio', { name: /^Introduce it/ }).check()
    await page.getByRole('slider', { name: 'Confidence' }).fill('60')
    await facet('Venues')
      .getByRole('checkbox', { name: /^arXiv/ })
      .check()
    await expect
      .poll(() => [...view.query()].filter(([name]) => name !== 'camera'))
      .toEqual([
        ['hide', 'topic'],
        ['no', 'USES'],
        ['venue', 'arXiv'],
        ['role', 'introduces'],
        ['sure', '0.6'],
      ])
    const nodes = await left()
    await page.reload()
    await view.waitForCount(nodes)
    expect(await page.locator('.filter-chip').allInnerTexts()).toEqual([
      'No topics',
      'Without “uses”',
      'Introduced',
      'At least 60 % sure',
      'arXiv',
    ])
    expect(await page.locator('[data-action="filters"] .count').innerText()).toBe('5')
  })

  it('are taken away one by one on the map, or all together, and come back by undo', async () => {
    const { page } = view
    await view.open()
    const all = await view.counted()
    await page.goto(`${view.address}/?years=2015-2016&code=own`)
    await page.locator('.filter-chip').first().waitFor()
    const both = await view.counted()
    await page.getByRole('button', { name: 'Take the filter “2015–2016” away' }).click()
    await expect.poll(() => view.query().get('years')).toBe(null)
    await expect.poll(() => view.counted()).toBeGreaterThan(both)
    await page.getByRole('button', { name: 'Clear all' }).click()
    await view.waitForCount(all)
    expect(await page.locator('.filter-chip').count()).toBe(0)
    await page.keyboard.press('z')
    await page.keyboard.press('z')
    await view.waitForCount(both)
  })

  it('say so when nothing is left, and lead out', async () => {
    const { page } = view
    await view.open('?venue=Nowhere&code=own')
    await page.getByRole('heading', { name: 'Nothing is left' }).waitFor()
    expect(await view.counted()).toBe(0)
    await page.getByRole('button', { name: 'Clear “Nowhere”' }).click()
    await page.getByRole('heading', { name: 'Nothing is left' }).waitFor({ state: 'detached' })
    expect(await view.counted()).toBeGreaterThan(0)
  })

  it('leave what was asked for by its name', async () => {
    const { page } = view
    await view.open('?years=2013-2013')
    const before = await view.counted()
    await view.choose('HellaSwag')
    await view.waitForCount(before + 1)
    await page.keyboard.press('Escape')
    await view.waitForCount(before)
  })
})
