import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { ViewPage } from '../page.ts'
import { middleOfNode, selectedNodePoint, untilStill } from '../picture.ts'

const PHONE = { width: 390, height: 844 }
/** Papers whose titles run the other way, and without spaces. */
export const TITLES = {
  'test:hebrew': 'רשתות עצביות לתרגום מכונה',
  'test:chinese': '用于机器翻译的神经网络方法研究',
} as const

/** Part 8: by keys, by touch, in both themes, without motion, in every script, and without a graphics system. */
export async function everyone(view: ViewPage, browser: Browser): Promise<void> {
  await byKeys(view)
  await inThemes(view)
  await inEveryScript(view)
  await byTouch(view, browser)
  await withoutPicture(view)
}

async function byKeys(view: ViewPage): Promise<void> {
  const { page } = view
  const isFocusIn = (place: string) =>
    page.waitForFunction((wanted) => document.activeElement?.closest(wanted) !== null, place)
  await view.open()
  await page.keyboard.press('?')
  expect(await page.locator('.key-list kbd').count()).toBeGreaterThan(25)
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('glue')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  expect(await view.heading()).toBe('GLUE')
  await isFocusIn('.panel')
  await page.keyboard.press('Tab')
  await isFocusIn('.panel button, .panel a')
  const ring = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body)
    return outlineStyle !== 'none' ? Number.parseFloat(outlineWidth) : boxShadow === 'none' ? 0 : 2
  })
  expect(ring).toBeGreaterThanOrEqual(2)
  await page.keyboard.press('t')
  await isFocusIn('.drawer')
  await page.keyboard.press('Escape')
  await isFocusIn('.panel')
}

async function inThemes(view: ViewPage): Promise<void> {
  const { page } = view
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
  const grounds: Record<string, string> = {}
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect.poll(theme).toBe(colorScheme)
    grounds[colorScheme] = await ground()
  }
  expect(grounds.dark).not.toBe(grounds.light)
  // From what the system says to light, and from there to dark.
  for (const wanted of ['light', 'dark']) {
    await page.locator('[data-action="theme"]').click()
    await expect.poll(theme).toBe(wanted)
  }
  expect(await ground()).toBe(grounds.dark)
  await page.locator('[data-action="theme"]').click()
  await expect.poll(theme).toBe('light')

  // Who wants no motion sees none; who does not mind sees the panel come.
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)
  await page.keyboard.press('t')
  expect(await moving()).toBe(0)
  await page.keyboard.press('t')
}

async function inEveryScript(view: ViewPage): Promise<void> {
  const { page } = view
  for (const [id, title] of Object.entries(TITLES)) {
    await view.open(`?node=${id}`)
    expect(await view.heading()).toBe(title)
    const direction = await page.locator('.panel h1').evaluate((heading) => getComputedStyle(heading).direction)
    expect(direction).toBe(id === 'test:hebrew' ? 'rtl' : 'ltr')
  }
  expect(await view.choose('机器翻译')).toBe(TITLES['test:chinese'])
}

async function byTouch(view: ViewPage, browser: Browser): Promise<void> {
  const phone = await ViewPage.create(browser, view.address, PHONE, { hasTouch: true, isMobile: true })
  const { page } = phone
  await page.goto(`${view.address}/?node=imagenet`)
  await phone.heading()
  await untilStill(page)
  const node = await middleOfNode(page, await selectedNodePoint(page))
  await page.getByRole('button', { name: 'Close' }).tap()
  await page.locator('.panel').waitFor({ state: 'detached' })
  await untilStill(page)
  await page.touchscreen.tap(node.x, node.y)
  await phone.heading()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(phone.complaintsBut(undefined)).toEqual([])
  await page.context().close()
}

async function withoutPicture(view: ViewPage): Promise<void> {
  const { page } = view
  await view.open('?node=imagenet')
  await view.heading()
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
  await losers.evaluate((all) => {
    for (const each of all) each.restoreContext()
  })
  await page.locator('.drawer').waitFor({ state: 'detached' })
}
