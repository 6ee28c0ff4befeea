import { readFileSync } from 'node:fs'
import type { Browser, Download } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

describe.skipIf(path === undefined)(`sharing a view, in a real browser${why}`, () => {
  let server: TestServer
  let browser: Browser
  let view: ViewPage

  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium(path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  beforeEach(async () => {
    view = await ViewPage.create(browser, server.address)
  })
  afterEach(async () => {
    await view.page.close()
    expect(view.complaintsBut(undefined)).toEqual([])
  })

  const saved = async (button: string | RegExp): Promise<{ name: string; file: Buffer }> => {
    const coming = view.page.waitForEvent('download')
    await view.page.getByRole('button', { name: button }).click()
    const download: Download = await coming
    return { name: download.suggestedFilename(), file: readFileSync(await download.path()) }
  }

  it('copies the address, and lets one copy it by hand where the clipboard is refused', async () => {
    const { page } = view
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText: async (text: string) => {
            if (document.title === 'refuse') throw new Error('refused')
            document.title = text
          },
        },
      })
    })
    await view.open('?colour=community&hide=repo')
    await page.keyboard.press('k')
    await page.getByText('Link copied.').first().waitFor()
    expect(await page.title()).toBe(page.url())
    expect(await page.title()).toContain('colour=community')
    await page.evaluate(() => {
      document.title = 'refuse'
    })
    await page.keyboard.press('k')
    const field = page.getByRole('textbox', { name: 'Link to this view' })
    await field.waitFor()
    await page.waitForFunction(() => document.activeElement?.matches('.share input'))
    const chosen = await field.evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    )
    expect(chosen).toBe(page.url())
  })

  it.each([
    ['light', '#ffffff'],
    ['dark', '#1a1f28'],
  ] as const)('saves the picture with title and legend at twice the size of the screen: %s', async (theme, ground) => {
    const { page } = view
    await page.emulateMedia({ colorScheme: theme })
    await view.open('?colour=year&layout=years')
    await page.keyboard.press('Shift+K')
    const { name, file } = await saved('Save as PNG')
    expect(name).toMatch(/^papergraph-the-bundled-sample-\d{4}-\d\d-\d\d\.png$/)
    const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
    const map = await page.locator('.canvas').boundingBox()
    expect(width).toBe(2 * (map?.width ?? 0))
    expect(height).toBeGreaterThan(2 * (map?.height ?? 0) + 150)
    const seen = await page.evaluate(
      async ({ data, head }) => {
        const image = new Image()
        image.src = `data:image/png;base64,${data}`
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = image.width
        canvas.height = image.height
        const context = canvas.getContext('2d', { willReadFrequently: true })
        context?.drawImage(image, 0, 0)
        const colours = (top: number, high: number): number => {
          const pixels = context?.getImageData(0, top, image.width, high).data ?? []
          const found = new Set<number>()
          for (let at = 0; at < pixels.length; at += 4)
            found.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0))
          return found.size
        }
        const [r, g, b] = context?.getImageData(2, 2, 1, 1).data ?? []
        return {
          ground: `#${[r, g, b].map((each) => (each ?? 0).toString(16).padStart(2, '0')).join('')}`,
          title: colours(0, head),
          axis: colours(head, 50),
          map: colours(head + 200, 1000),
          legend: colours(image.height - 60, 50),
        }
      },
      { data: file.toString('base64'), head: 112 },
    )
    expect(seen.ground).toBe(ground)
    // Letters are drawn in many greys; nodes, lines and names in hundreds of colours.
    for (const part of ['title', 'axis', 'legend'] as const) expect(seen[part], part).toBeGreaterThan(10)
    expect(seen.map).toBeGreaterThan(200)
    expect(await page.evaluate(() => devicePixelRatio)).toBe(1)
  })

  it('saves the nodes in sight, more than 400 of them, as they are on the picture', async () => {
    const { page } = view
    await view.open('?colour=community&expand=500~imagenet&expand=500~arxiv:1810.04805')
    await page.waitForFunction(
      () => Number(/^\d+/.exec(document.querySelector('.legend-total')?.textContent ?? '')) > 400,
    )
    const shown = await view.counted()
    await page.keyboard.press('Shift+K')
    const json = await saved(/^JSON/)
    expect(json.name).toMatch(/^papergraph-part-\w+\.json$/)
    const { nodes, edges }: { nodes: Record<string, unknown>[]; edges: unknown[] } = JSON.parse(json.file.toString())
    expect(nodes).toHaveLength(shown)
    expect(edges.length).toBeGreaterThan(shown)
    const bert = nodes.find(({ id }) => id === 'bert')
    expect(bert).toMatchObject({ label: 'BERT', x: expect.any(Number), y: expect.any(Number) })
    // Communities are fewer than nodes, and none has the colour of a type by chance.
    expect(new Set(nodes.map(({ color }) => color)).size).toBeLessThanOrEqual(9)
    const gexf = await saved(/^GEXF/)
    expect(gexf.file.toString()).toContain(`<viz:position x="${bert?.x}" y="${bert?.y}"`)
  })

  it('saves what is in sight in every other format', async () => {
    const { page } = view
    await view.open('?hide=method.topic.repo')
    await page.keyboard.press('Shift+K')
    const begin = async (button: RegExp): Promise<string> => (await saved(button)).file.toString().slice(0, 4000)
    expect(await begin(/^GraphML/)).toContain('<graphml')
    expect(await begin(/^CSV of nodes/)).toMatch(/^"id",/)
    expect(await begin(/^CSV of relationships/)).toMatch(/^"\w+",/)
    expect(await begin(/^BibTeX/)).toMatch(/@\w+\{/)
    expect(JSON.parse((await saved(/^CSL-JSON/)).file.toString()).length).toBeGreaterThan(50)
    expect(await begin(/^Cypher/)).toContain('CREATE')
    const notes = await saved(/^Markdown notes/)
    expect([notes.name.slice(-4), notes.file.subarray(0, 2).toString()]).toEqual(['.zip', 'PK'])
  })
})
