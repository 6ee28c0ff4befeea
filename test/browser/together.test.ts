import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { selectedNodePoint } from './picture.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

const [BERT, ROBERTA] = ['arxiv:1810.04805', 'arxiv:1907.11692']

describe.skipIf(path === undefined)(`several nodes together, in a real browser${why}`, () => {
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

  const chosen = (): Promise<string[]> => view.page.locator('.tray-name').allInnerTexts()

  it('are chosen from the panel, in the table and by a click with Shift', async () => {
    const { page } = view
    await view.open()
    await view.choose('SQuAD')
    await page.getByRole('button', { name: 'Choose', exact: true }).click()
    expect(await chosen()).toEqual(['SQuAD'])
    await page.keyboard.press('t')
    await page.getByRole('searchbox').fill('imagenet')
    await page.getByRole('checkbox', { name: 'Choose ImageNet', exact: true }).check()
    expect(view.query().getAll('choose')).toEqual(['squad', 'imagenet'])
    await page.locator('.drawer').getByRole('button', { name: 'Close' }).click()
    await view.choose('ImageNet')
    await page.waitForTimeout(400)
    const node = await selectedNodePoint(page)
    await page.keyboard.down('Shift')
    await page.mouse.click(node.x, node.y)
    await page.keyboard.up('Shift')
    await page.waitForFunction(() => document.querySelectorAll('.tray-node').length === 1)
    expect(view.query().getAll('choose')).toEqual(['squad'])
    expect(view.query().get('node')).toBe('imagenet')
  })

  it('say what they share, and on what words that rests', async () => {
    const { page } = view
    await view.open(`?choose=${BERT}&choose=${ROBERTA}`)
    await page.getByRole('button', { name: 'What they share' }).click()
    const rows = page.locator('.common .link')
    await rows.first().waitFor()
    expect(await rows.first().innerText()).toMatch(/GLUE[\s\S]*2 of 2/)
    await rows.first().getByRole('button', { name: 'why? GLUE' }).click()
    const said = rows.first().locator('.evidence')
    expect(await said.count()).toBe(2)
    for (const sentence of await said.locator('blockquote').allInnerTexts()) expect(sentence).toMatch(/GLUE/)
    await said.first().getByRole('button').click()
    await page.locator('.panel .evidence mark').first().waitFor()
    expect(await page.locator('.panel .evidence').innerText()).toMatch(/GLUE/)
    expect(view.query().get('from')).toBe(BERT)
  })

  it('are joined by ways between them, which the address keeps', async () => {
    const { page } = view
    await view.openSmall(40, '?choose=arxiv:1706.03762&choose=squad')
    await page.locator('.tray-name', { hasText: 'SQuAD' }).waitFor()
    await page.locator('.tray-name', { hasText: 'Attention Is All You Need' }).waitFor()
    const before = await view.counted()
    await page.keyboard.press('w')
    await page.locator('.tray-word').waitFor()
    expect(await page.locator('.tray-word').innerText()).toMatch(/^\d+ ways?, the shortest of 3 steps$/)
    const during = await view.counted()
    expect(during).toBeGreaterThan(before)
    expect(view.query().getAll('way')).toEqual(['arxiv:1706.03762', 'squad'])
    await page.reload()
    await view.waitForCount(during)
    await page.keyboard.press('w')
    await page.locator('.tray-word').waitFor({ state: 'detached' })
    await view.waitForCount(before)
  })

  it('and what was taken off the map come back by undo, and go again by redo', async () => {
    const { page } = view
    await view.open()
    const undo = page.getByRole('button', { name: 'Undo' })
    const redo = page.getByRole('button', { name: 'Redo' })
    expect(await undo.isDisabled()).toBe(true)
    const before = await view.counted()
    await view.choose('ImageNet')
    await page.keyboard.press('x')
    await view.waitForCount(before - 1)
    expect(await page.locator('.legend-removed').innerText()).toBe('1 node taken off. Put back')
    expect(await page.locator('.panel').count()).toBe(0)
    await undo.click()
    await view.waitForCount(before)
    expect(await view.heading()).toBe('ImageNet')
    await page.keyboard.press('Control+z')
    await page.locator('.panel').waitFor({ state: 'detached' })
    expect(page.url()).toBe(`${server.address}/`)
    expect(await undo.isDisabled()).toBe(true)
    await page.keyboard.press('Shift+Z')
    expect(await view.heading()).toBe('ImageNet')
    await redo.click()
    await view.waitForCount(before - 1)
    expect(await redo.isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Put back' }).click()
    await view.waitForCount(before)
  })
})
