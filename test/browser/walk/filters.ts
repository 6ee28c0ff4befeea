import { expect } from 'vitest'
import type { ViewPage } from '../page.ts'

/** Part 4: each filter says how much there is, its counts follow the others, and map and table hold what is left. */
export async function filters(view: ViewPage): Promise<void> {
  const { page } = view
  await view.open()
  const all = await view.counted()
  await page.keyboard.press('r')
  const facet = (name: string) => page.getByRole('group', { name, exact: true })
  const counts = async (): Promise<number[]> =>
    (await page.locator('.filters .option-count').allInnerTexts()).map((text) => Number(text.replace(',', '')))
  const left = async (): Promise<number> => Number(/^\d+/.exec(await page.locator('.filters-shown').innerText())?.[0])
  let before = { left: all, counts: await counts() }
  expect(await left()).toBe(all)

  /** Does something after which less is left, and the other parts count less. */
  const narrow = async (word: string, act: () => Promise<unknown>): Promise<void> => {
    await act()
    await page.waitForURL((url) => url.searchParams.has(word))
    await expect.poll(left).toBeLessThan(before.left)
    const now = await counts()
    expect(now, word).not.toEqual(before.counts)
    before = { left: await left(), counts: now }
    await view.waitForCount(before.left)
  }
  await narrow('years', async () => {
    for (let press = 0; press < 3; press++) await page.getByRole('slider', { name: 'First year' }).press('ArrowRight')
  })
  const uses = facet('Relationships').getByRole('checkbox', { name: /^uses/ })
  await narrow('hide', () =>
    facet('Types')
      .getByRole('checkbox', { name: /^Topics/ })
      .uncheck(),
  )
  await narrow('no', () => uses.uncheck())
  await narrow('role', () => page.getByRole('radio', { name: /^Introduce it/ }).check())
  await narrow('sure', () => page.getByRole('slider', { name: 'Confidence' }).fill('80'))
  await narrow('code', () => page.locator('.option', { hasText: 'Papers with code' }).click())
  await page.locator('.filters').getByRole('button', { name: 'Clear all' }).click()
  await expect.poll(left).toBe(all)
  before = { left: all, counts: await counts() }
  await narrow('venue', () => facet('Venues').locator('.option:not(.is-empty)').last().click())

  // The table holds what the map holds, whichever way the filters go.
  const shown = await left()
  const inTable = (count: number): Promise<void> =>
    page
      .locator('.table-tools')
      .getByText(`${count.toLocaleString('en')} nodes on the map`)
      .waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await inTable(shown)
  await page.keyboard.press('t')
  await page.locator('.filter-chips.is-on-map').getByRole('button', { name: 'Clear all' }).click()
  await view.waitForCount(all)
  await page.keyboard.press('t')
  await inTable(all)
}
