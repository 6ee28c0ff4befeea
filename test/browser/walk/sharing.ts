import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { ViewPage } from '../page.ts'
import { untilStill } from '../picture.ts'
import { savedBy, savedNodes } from './saved.ts'

/** Part 7: the whole view in a link that opens to the same, as a picture, and as data. */
export async function sharing(view: ViewPage, browser: Browser): Promise<void> {
  const { page } = view
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: view.address })
  await view.open('?hide=repo&colour=community&size=degree&years=2015-2020')
  await view.choose('transformer')
  for (const key of ['e', 'p', 's']) await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Collapse' }).waitFor()
  await untilStill(page)
  // Copied while the camera has not come to rest: the link says where it is all the same.
  await page.keyboard.press('-')
  await page.keyboard.press('k')
  await page.getByText('Link copied.').first().waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await untilStill(page)
  expect(link).toBe(page.url())
  const names = [...new URL(link).searchParams.keys()].sort()
  expect(names).toEqual(['camera', 'choose', 'colour', 'expand', 'hide', 'node', 'pin', 'size', 'years'])

  const [nodes, count] = [await savedNodes(page), await view.counted()]
  expect(nodes).toHaveLength(count)
  const other = await ViewPage.create(browser, view.address)
  await other.page.goto(link)
  await other.waitForCount(count)
  await untilStill(other.page)
  expect([await other.heading(), other.page.url()]).toEqual([await view.heading(), link])
  expect(await savedNodes(other.page)).toEqual(nodes)
  expect(other.complaintsBut(undefined)).toEqual([])
  await other.page.close()

  const png = (await savedBy(page, 'Save as PNG')).file
  expect(png.readUInt32BE(16)).toBe(2 * ((await page.locator('.canvas').boundingBox())?.width ?? 0))
  expect((await savedBy(page, /^BibTeX/)).file.toString()).toMatch(/@\w+\{/)
  expect((await savedBy(page, /^GraphML/)).file.toString()).toContain('<graphml')
}
