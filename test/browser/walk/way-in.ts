import { expect } from 'vitest'
import type { ViewPage } from '../page.ts'

const OWN = {
  id: 'test:otter',
  title: 'OtterNet: a network for rivers',
  abstract: 'We propose OtterNet, trained with Adam. It reaches 91.5% accuracy on ImageNet.',
  year: 2026,
}

/** Part 1: what one finds before anything was asked for, and how papers of one's own come in. `papers`: how many there are. */
export async function wayIn(view: ViewPage, papers: number): Promise<void> {
  const { page } = view
  const start = page.locator('.start')
  await page.goto(view.address)
  expect(await start.locator('h1').innerText()).toBe(`A map of ${papers} papers`)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
  expect(await view.counted()).toBeGreaterThan(200)
  expect(await start.locator('.start-community').count()).toBeGreaterThan(2)
  expect(await start.locator('.start-community-name').first().innerText()).toMatch(/\w+.* · \w+/)
  expect(await start.locator('.start-news').innerText()).toMatch(/came with the first ingest/)
  await start.locator('.start-question').first().click()
  await page.locator('.answer tbody tr').first().waitFor()
  expect(await view.choose('ImageNet')).toBe('ImageNet')

  await page.keyboard.press('u')
  const bars = await page.evaluateHandle(countBars)
  await page.locator('.add input[type=file]').setInputFiles({
    name: 'otter.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(`${JSON.stringify(OWN)}\n`),
  })
  await page.locator('.upload.is-done').waitFor()
  expect(await bars.evaluate(({ seen }) => seen)).toBeGreaterThan(0)
  expect(await page.locator('.upload-detail').first().innerText()).toMatch(/^1 paper: 1 new/)
  await page.locator('.which-graph', { hasText: `${papers + 1} papers` }).waitFor({ timeout: 90_000 })
  await page.keyboard.press('h')
  await start.locator('.start-news .start-link', { hasText: 'OtterNet' }).first().click()
  expect(await view.heading()).toMatch(/OtterNet/)
}

/** How often something showed how far it is. */
function countBars(): { seen: number } {
  const told = { seen: 0 }
  new MutationObserver(() => {
    told.seen += document.querySelectorAll('.drawer progress').length
  }).observe(document.body, { childList: true, subtree: true })
  return told
}
