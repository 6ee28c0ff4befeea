import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

describe.skipIf(path === undefined)(`the page about the API${why}`, () => {
  let browser: Browser
  let server: TestServer
  beforeAll(async () => {
    browser = await launchChromium(path ?? '')
    server = await startServer()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const open = async (colorScheme: 'light' | 'dark', width: number) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(`${server.address}/api/docs`)
    return { page, complaints }
  }

  it.each([
    ['light', 1280, 'rgb(251, 250, 248)', 'rgb(28, 34, 48)'],
    ['dark', 1280, 'rgb(18, 21, 27)', 'rgb(238, 241, 246)'],
    ['light', 390, 'rgb(251, 250, 248)', 'rgb(28, 34, 48)'],
    ['dark', 390, 'rgb(18, 21, 27)', 'rgb(238, 241, 246)'],
  ] as const)(
    'is styled in %s at %i pixels, without sideways scrolling, with everything opened',
    async (scheme, width, back, front) => {
      const { page, complaints } = await open(scheme, width)
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true
      })
      const seen = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body)
        return { backgroundColor, color, sideways: document.documentElement.scrollWidth - innerWidth }
      })
      expect(seen).toEqual({ backgroundColor: back, color: front, sideways: expect.toSatisfy((by: number) => by <= 0) })
      expect(complaints).toEqual([])
      await page.close()
    },
  )

  it('shows a question’s parameters, opens an address that needs none, and leads to a shape', async () => {
    const { page } = await open('light', 1280)
    const entry = page.locator('#askSharedBenchmarks')
    await entry.locator('summary').click()
    expect(await entry.locator('dt').allInnerTexts()).toEqual([
      'paper needed text',
      'limit whole number from 1 to 500, 25 unless given',
    ])
    await entry.getByRole('link', { name: 'Table' }).click()
    expect(new URL(page.url()).hash).toBe('#Table')
    const top = page.locator('#askTopConcepts')
    await top.locator('summary').click()
    await top.getByRole('link', { name: 'Open it' }).click()
    expect(new URL(page.url()).pathname).toBe('/api/query/top-concepts')
    expect(await page.locator('body').innerText()).toContain('"columns"')
    await page.close()
  })
})
