import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { selectedNodePoint, untilStill } from './picture.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

describe.skipIf(path === undefined)(`exploring the map, in a real browser${why}`, () => {
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

  const until = (name: string, isThere: (value: string | null) => boolean): Promise<void> =>
    view.page.waitForURL((url) => isThere(url.searchParams.get(name)))
  const button = (name: string | RegExp) => view.page.getByRole('button', { name, exact: typeof name === 'string' })
  /** Draws a line around the middle of the map. */
  const drawAround = async (half: number, shift = false): Promise<void> => {
    const { mouse, keyboard } = view.page
    const [x, y] = [800, 530]
    if (shift) await keyboard.down('Shift')
    await mouse.move(x - half, y - half)
    await mouse.down()
    for (const [dx, dy] of [
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const)
      await mouse.move(x + dx * half, y + dy * half, { steps: 4 })
    await mouse.up()
    if (shift) await keyboard.up('Shift')
  }

  it('brings neighbours along one relationship or the newest first, beside each other, and collapses all', async () => {
    const { page } = view
    await view.openSmall(40, '?node=imagenet')
    const before = await view.counted()
    await button('Choose which neighbours come').click()
    const used = page.locator('.menu-row', { hasText: 'Used by' })
    expect(await used.innerText()).toMatch(/Used by\s+17/)
    const asked = page.waitForRequest((request) => request.url().includes('/api/neighbours'))
    await used.click()
    expect(new URL((await asked).url()).searchParams.getAll('relationship')).toEqual(['USES'])
    await button('Collapse').waitFor()
    expect(view.query().getAll('expand')).toEqual(['25.USES~imagenet'])
    await page.waitForFunction(
      (count) => !document.querySelector('.legend-total')?.textContent?.startsWith(`${count} of`),
      before,
    )
    const along = await view.counted()
    expect(along).toBeGreaterThan(before)
    await button('Choose which neighbours come').click()
    await page.locator('.menu-row', { hasText: 'Newest first' }).click()
    await page.waitForFunction(() => /^All \d+/.test(document.querySelector('.expand-count')?.textContent ?? ''))
    expect(view.query().getAll('expand')).toEqual(['25.USES~imagenet', '25.newest~imagenet'])
    expect(await view.counted()).toBeGreaterThan(along)
    await button('Collapse').click()
    await view.waitForCount(before)
    expect(view.query().getAll('expand')).toEqual([])
  })

  it('pins a node where it is dropped, keeps it there in the address, and lets it go by undo and by p', async () => {
    const { page } = view
    await view.open('?node=imagenet')
    await button('Pin').waitFor()
    await untilStill(page)
    const node = await selectedNodePoint(page)
    await page.mouse.move(node.x, node.y)
    await page.mouse.down()
    await page.mouse.move(node.x - 90, node.y + 60, { steps: 6 })
    await page.mouse.up()
    await until('pin', (value) => value?.endsWith('~imagenet') === true)
    await button('Pinned').waitFor()
    await untilStill(page)
    const dropped = await selectedNodePoint(page)
    await page.reload()
    await button('Pinned').waitFor()
    await untilStill(page)
    const reopened = await selectedNodePoint(page)
    expect(Math.hypot(reopened.x - dropped.x, reopened.y - dropped.y)).toBeLessThan(30)
    await page.keyboard.press('z')
    await button('Pin').waitFor()
    await page.keyboard.press('p')
    await button('Pinned').waitFor()
    await page.keyboard.press('p')
    await button('Pin').waitFor()
    expect(view.query().get('pin')).toBeNull()
  })

  it('does not select what was dragged', async () => {
    const { page } = view
    await view.open('?node=imagenet')
    await button('Pin').waitFor()
    await untilStill(page)
    const node = await selectedNodePoint(page)
    await page.keyboard.press('Escape')
    await page.locator('.panel').waitFor({ state: 'detached' })
    // It is drawn smaller than it was while it was selected, with its name on the right.
    for (const by of [0, 4, 8, 12]) {
      await page.mouse.move(node.x - by, node.y)
      await page.waitForTimeout(200)
      if ((await page.locator('.canvas.is-over-node').count()) > 0) break
    }
    await page.mouse.down()
    await page.mouse.move(node.x - 50, node.y + 50, { steps: 5 })
    await page.mouse.up()
    await until('pin', (value) => value !== null)
    expect(view.query().get('node')).toBeNull()
  })

  it('chooses what a line is drawn around, by the button and by Shift, and says what did not fit', async () => {
    const { page } = view
    await view.open()
    await page.keyboard.press('l')
    await untilStill(page)
    await page.locator('.map-chip-text', { hasText: 'Draw a line around nodes to choose them.' }).waitFor()
    await drawAround(150)
    await page.locator('.tray-node').first().waitFor()
    expect(view.query().getAll('choose').length).toBeGreaterThan(1)
    expect(await page.locator('.lasso-sheet').count()).toBe(0)
    await drawAround(290, true)
    await page
      .locator('.map-chip-text', { hasText: /^50 nodes chosen, the largest; \d+ more did not fit\.$/ })
      .waitFor()
    expect(view.query().getAll('choose')).toHaveLength(50)
  })

  it('ends the drawing by Escape, and leaves the choice as it was when nothing is inside', async () => {
    const { page } = view
    await view.open('?choose=imagenet')
    await page.locator('.tray-node').waitFor()
    await button('Choose by drawing a line around').click()
    await page.mouse.move(300, 150)
    await page.mouse.down()
    await page.mouse.move(330, 150, { steps: 3 })
    await page.mouse.move(330, 160, { steps: 3 })
    await page.mouse.up()
    await page.locator('.map-chip-text', { hasText: 'No node lies inside the line.' }).waitFor()
    expect(view.query().getAll('choose')).toEqual(['imagenet'])
    await page.keyboard.press('Escape')
    await page.locator('.lasso-sheet').waitFor({ state: 'detached' })
    expect(await page.locator('.tray-node').count()).toBe(1)
  })

  it('shows a node with its 1 step, its 2 steps, and everything again', async () => {
    const { page } = view
    await view.openSmall(40, '?node=imagenet')
    const all = await view.counted()
    await page.keyboard.press('o')
    await page.locator('.map-chip-name', { hasText: 'ImageNet' }).waitFor()
    await page.waitForFunction(() => /^All \d+/.test(document.querySelector('.expand-count')?.textContent ?? ''))
    await view.waitForCount(20)
    await page.keyboard.press('o')
    await until('focus', (value) => value === '2~imagenet')
    await page.waitForFunction(() => !document.querySelector('.legend-total')?.textContent?.startsWith('20 of'))
    expect(await view.counted()).toBeGreaterThan(20)
    await page.keyboard.press('o')
    await until('focus', (value) => value === null)
    await page.locator('.map-chip').waitFor({ state: 'detached' })
    for (let step = 0; step < 3; step++) await button('Undo').click()
    await view.waitForCount(all)
    expect(view.query().get('expand')).toBeNull()
  })

  it('keeps the camera in the address once it was moved, and each step of the history has its own', async () => {
    const { page } = view
    await view.open()
    expect(page.url()).toBe(`${view.address}/`)
    await button('Zoom in').click()
    await until('camera', (value) => value !== null)
    const near = view.query().get('camera')
    await view.choose('SQuAD')
    await until('camera', (value) => value !== near)
    await untilStill(page)
    const there = await selectedNodePoint(page)
    const url = page.url()
    await page.goBack()
    await until('camera', (value) => value === near)
    await page.goBack()
    await until('camera', (value) => value === null)
    await page.goForward()
    await until('camera', (value) => value === near)
    await page.goto('about:blank')
    await page.goto(url)
    await button('Pin').waitFor()
    await untilStill(page)
    const reopened = await selectedNodePoint(page)
    expect(Math.hypot(reopened.x - there.x, reopened.y - there.y)).toBeLessThan(30)
    expect(page.url()).toBe(url)
  })

  it('lets a finger rest on a node to choose it', async () => {
    await view.page.close()
    const context = await browser.newContext({
      ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' },
    })
    const page = await context.newPage()
    await page.goto(`${server.address}/?node=imagenet`)
    await page.locator('.panel h1').waitFor()
    await untilStill(page)
    const node = await selectedNodePoint(page)
    // Whichever node is there: nothing is selected that it could be chosen beside.
    await page.getByRole('button', { name: 'Close' }).click()
    await untilStill(page)
    const touch = await context.newCDPSession(page)
    const send = (type: 'touchStart' | 'touchEnd', x = 0, y = 0) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
    await send('touchStart', node.x, node.y)
    await page.locator('.tray-node').waitFor()
    await send('touchEnd')
    expect(await page.locator('.tray-word').innerText()).toMatch(/Rest a finger on another node/)
    const query = () => new URL(page.url()).searchParams
    expect(query().get('node')).toBeNull()
    expect(query().getAll('choose')).toHaveLength(1)
    await context.close()
    view = await ViewPage.create(browser, server.address)
  })
})
