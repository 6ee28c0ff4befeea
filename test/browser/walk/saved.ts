import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

export interface SavedNode {
  id: string
  type: string
  year?: number
  x: number
  y: number
  color: string
  size: number
}

/** What a button of the share drawer saves, which is opened for it. */
export async function savedBy(page: Page, button: string | RegExp): Promise<{ name: string; file: Buffer }> {
  await page.keyboard.press('Shift+K')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const download = await coming
  await page.keyboard.press('Escape')
  await page.locator('.share').waitFor({ state: 'detached' })
  return { name: download.suggestedFilename(), file: readFileSync(await download.path()) }
}

/** The nodes as they are on the picture. */
export async function savedNodes(page: Page): Promise<SavedNode[]> {
  const { file } = await savedBy(page, /^JSON/)
  const { nodes }: { nodes: (SavedNode & { labels: string[] })[] } = JSON.parse(file.toString())
  // Of several labels that a concept has, its type says which it is.
  return nodes.map((node) => ({ ...node, type: node.type ?? node.labels[0] }))
}
