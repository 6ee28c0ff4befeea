import { expect } from 'vitest'
import type { ViewPage } from '../page.ts'

/** Part 3: who says so: of a paper, a benchmark, a relationship, papers side by side; and what people decide about it. */
export async function panels(view: ViewPage): Promise<void> {
  const { page } = view
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  await view.open('?node=arxiv:1810.04805')
  expect(await view.heading()).toMatch(/^BERT/)
  expect(await page.locator('.outside a').first().getAttribute('href')).toBe('https://arxiv.org/abs/1810.04805')
  expect(await page.locator('.abstract .mention').count()).toBeGreaterThan(5)
  await page.locator('.abstract .mention', { hasText: 'GLUE' }).first().click()
  await page.locator('.panel h1', { hasText: /^GLUE$/ }).waitFor()

  await page.locator('.scores .link-why').first().click()
  expect(await page.locator('.score-sentence blockquote').innerText()).toMatch(/GLUE/)
  await page.getByRole('img', { name: /^Papers a year that name it/ }).waitFor()
  const group = page.locator('.group', { has: page.getByRole('heading', { name: /^Used by/ }) })
  await group.locator('.link-why').first().click()
  const evidence = group.locator('.evidence').first()
  expect(await evidence.locator('mark').first().innerText()).toMatch(/GLUE|General Language/i)
  expect(await evidence.locator('figcaption').innerText()).toMatch(/^Found by .+, \d+ % sure$/)
  await group.getByRole('button', { name: 'Look at the relationship' }).click()
  await page.locator('.panel-relation').waitFor()

  await view.open('?choose=arxiv:1810.04805&choose=arxiv:1907.11692')
  await page.keyboard.press('m')
  const row = page.locator('.compare').getByRole('row', { name: /^GLUE/ })
  await row.getByRole('button', { name: /^why\? GLUE in BERT/ }).click()
  expect(await row.locator('blockquote').innerText()).toMatch(/GLUE/)

  await view.open('?node=dropout')
  await button('Curate').click()
  await button('Topic').click()
  await page.locator('.panel .decision.is-pending').waitFor()
  await page.locator('.panel .decision.is-applied').waitFor({ timeout: 90_000 })
  await page.locator('.panel .badge-topic').first().waitFor()
  await button(/^Undo: “dropout” is a topic/)
    .first()
    .click()
  await page.locator('.panel .badge-method').first().waitFor({ timeout: 90_000 })
}
