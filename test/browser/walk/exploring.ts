import { expect } from 'vitest'
import type { ViewPage } from '../page.ts'
import { selectedNodePoint, untilStill } from '../picture.ts'

/** Part 2: more neighbours, fewer, pinned, hidden, several at once; each of it undone, and done again. */
export async function exploring(view: ViewPage): Promise<void> {
  const { page } = view
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  await view.openSmall(40, '?node=imagenet')
  await view.heading()
  const few = await view.counted()

  await button('Choose which neighbours come').click()
  await page.locator('.menu-row', { hasText: 'Used by' }).click()
  await expect.poll(() => view.counted()).toBeGreaterThan(few)
  await page.keyboard.press('e')
  await page.waitForFunction(() => /^All \d+/.test(document.querySelector('.expand-count')?.textContent ?? ''))
  await page.keyboard.press('c')
  await view.waitForCount(few)
  await page.keyboard.press('p')
  await button('Pinned').waitFor()
  await page.keyboard.press('o')
  await page.locator('.map-chip-name', { hasText: 'ImageNet' }).waitFor()
  await page.keyboard.press('o')
  await expect.poll(() => view.query().get('focus')).toBe('2~imagenet')
  await page.keyboard.press('o')
  await page.locator('.map-chip-name').waitFor({ state: 'detached' })
  await page.keyboard.press('x')
  await page.locator('.panel').waitFor({ state: 'detached' })
  expect(view.query().get('without')).toBe('imagenet')

  await untilStill(page)

  // Undone to the first view, step by step, and done again to the last.
  const last = page.url()
  for (const each of ['Undo', 'Redo'])
    while (await button(each).isEnabled()) {
      const before = page.url()
      await button(each).click()
      await page.waitForURL((url) => url.href !== before)
      if (await button(each).isEnabled()) continue
      if (each === 'Redo') expect(page.url()).toBe(last)
      else expect([...view.query()]).toEqual([['node', 'imagenet']])
      await view.waitForCount(each === 'Undo' ? few : few - 1)
    }

  // A node is dragged, and stays where it was put.
  await view.openSmall(40, '?node=imagenet')
  await untilStill(page)
  const node = await selectedNodePoint(page)
  await page.mouse.move(node.x, node.y)
  await page.mouse.down()
  await page.mouse.move(node.x - 80, node.y + 50, { steps: 5 })
  await page.mouse.up()
  await button('Pinned').waitFor()

  await view.open('?choose=arxiv:1810.04805&choose=arxiv:1907.11692')
  await button('Ways between them').click()
  await page
    .getByText(/\d+ ways?, the shortest of \d+ steps?/)
    .first()
    .waitFor()
  await button('What they share').click()
  const row = page.locator('.common .link', { hasText: 'GLUE' }).first()
  await row.getByRole('button', { name: 'why? GLUE' }).click()
  expect(await row.locator('blockquote').allInnerTexts()).toEqual([
    expect.stringContaining('GLUE'),
    expect.stringContaining('GLUE'),
  ])
  await page.keyboard.press('Escape')
  await button('Clear').click()
  await page.keyboard.down('Shift')
  await page.mouse.move(560, 160)
  await page.mouse.down()
  for (const [x, y] of [
    [1300, 160],
    [1300, 800],
    [560, 800],
  ] as const)
    await page.mouse.move(x, y, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await page.locator('.tray-node').nth(5).waitFor()
}
