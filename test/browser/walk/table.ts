import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { ViewPage } from '../page.ts'

/** Part 5: the map as a table: sorted, searched, gone through by keys, selected from both sides, and saved. */
export async function table(view: ViewPage): Promise<void> {
  const { page } = view
  await view.open()
  const nodes = await view.counted()
  await page.keyboard.press('t')
  const grid = page.getByRole('grid')
  await grid.waitFor()
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(nodes + 1))
  expect(await grid.locator('tbody tr').count()).toBeLessThan(60)
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
  expect(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending')

  const name = await view.choose('wav2vec')
  expect(await grid.locator('tr.is-selected .in-table').innerText()).toBe(name)
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.panel h1', { hasNotText: name }).waitFor()
  expect(await view.heading()).toBe(await grid.locator('tr.is-selected .in-table').innerText())

  await page.getByRole('searchbox').fill('imagenet')
  await page.getByRole('button', { name: 'ImageNet', exact: true }).click()
  await page.locator('.panel h1', { hasText: /^ImageNet$/ }).waitFor()
  const names = await grid.locator('tbody .in-table').allInnerTexts()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  const lines = readFileSync(await (await coming).path(), 'utf8').split('\r\n')
  expect(lines.slice(1, -1).map((line) => /^"([^"]*)"/.exec(line)?.[1])).toEqual(names)
}
