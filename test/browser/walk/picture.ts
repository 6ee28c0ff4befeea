import { expect } from 'vitest'
import type { ViewPage } from '../page.ts'
import { untilStill } from '../picture.ts'
import { collisionsAmong, namesOn, noteNames } from './names.ts'
import { type SavedNode, savedNodes } from './saved.ts'

/** Part 6: colour by type, community and year; size by papers, degree and PageRank; three layouts; names that keep apart. */
export async function picture(view: ViewPage): Promise<void> {
  const { page } = view
  await page.addInitScript(noteNames)
  await view.open()
  /** Chooses something of the picture, and gives the nodes as they are drawn then. */
  const drawn = async (group: string, choice: string): Promise<SavedNode[]> => {
    await page.keyboard.press('v')
    await page.locator('#picture').getByRole('group', { name: group }).getByRole('radio', { name: choice }).check()
    await page.keyboard.press('Escape')
    await untilStill(page)
    return savedNodes(page)
  }
  const by = <K>(nodes: SavedNode[], key: (node: SavedNode) => K | undefined): Map<K, SavedNode[]> => {
    const groups = new Map<K, SavedNode[]>()
    for (const node of nodes) {
      const name = key(node)
      if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), node])
    }
    return groups
  }
  const colours = (nodes: SavedNode[]): number => new Set(nodes.map(({ color }) => color)).size

  const byType = await savedNodes(page)
  for (const [type, nodes] of by(byType, ({ type }) => type)) expect(colours(nodes), type).toBe(1)
  expect(colours(byType)).toBe(6)
  const byCommunity = await drawn('Colour', 'Community')
  expect(colours(byCommunity.filter(({ type }) => type === 'Paper'))).toBeGreaterThan(3)
  await page.locator('.legend-by-community .legend-colours li').nth(3).waitFor()
  const byYear = await drawn('Colour', 'Year')
  for (const [year, papers] of by(byYear, ({ type, year }) => (type === 'Paper' ? year : undefined)))
    expect(colours(papers), String(year)).toBe(1)
  await page.locator('.legend-by-year .legend-years').waitFor()

  const sizes = new Map<string, number[]>()
  for (const size of ['Relationships', 'PageRank', 'Papers'])
    sizes.set(
      size,
      (await drawn('Size', size)).map((node) => node.size),
    )
  expect(sizes.get('Papers')).toEqual(byType.map(({ size }) => size))
  expect(sizes.get('Relationships')).not.toEqual(sizes.get('Papers'))
  expect(sizes.get('PageRank')).not.toEqual(sizes.get('Relationships'))

  const types = by(await drawn('Layout', 'By type'), ({ type }) => type)
  const box = (nodes: SavedNode[]) => [
    ...[Math.min(...nodes.map(({ x }) => x)), Math.max(...nodes.map(({ x }) => x))],
    ...[Math.min(...nodes.map(({ y }) => y)), Math.max(...nodes.map(({ y }) => y))],
  ]
  const boxes = [...types.values()].map(box).map(([left = 0, right = 0, top = 0, bottom = 0], at) => ({
    ...{ text: [...types.keys()][at] ?? '', left, right, top, bottom },
  }))
  expect(collisionsAmong(boxes.map((each) => ({ ...each, right: each.right + 1, bottom: each.bottom + 1 })))).toEqual(
    [],
  )
  const years = by(await drawn('Layout', 'By year'), ({ type, year }) => (type === 'Paper' ? year : undefined))
  const middles = [...years]
    .sort(([a], [b]) => a - b)
    .map(([, papers]) => papers.reduce((sum, { x }) => sum + x, 0) / papers.length)
  expect(middles).toEqual([...middles].sort((a, b) => a - b))
  expect(view.query().get('layout')).toBe('years')
  const back = await drawn('Layout', 'Map')
  expect(back.map(({ x, y }) => [x, y])).toEqual(byType.map(({ x, y }) => [x, y]))

  await untilStill(page)
  const far = await namesOn(page)
  expect(far.length).toBeGreaterThan(10)
  expect(collisionsAmong(far)).toEqual([])
  for (let time = 0; time < 3; time++) await page.keyboard.press('+')
  await untilStill(page)
  const near = await namesOn(page)
  expect(collisionsAmong(near)).toEqual([])
  // In the middle of the map, which is all that is seen now, more have a name than before.
  const before = new Set(far.map(({ text }) => text))
  expect(near.filter(({ text }) => !before.has(text)).length).toBeGreaterThan(5)
}
