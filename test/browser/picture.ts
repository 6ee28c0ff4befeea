import type { Page } from 'playwright-core'

export interface Point {
  x: number
  y: number
}

/** Whether the pointer is over a node or an edge, and not over the name of a community: the canvas then shows a hand. */
const isOver = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('.canvas')?.matches('.is-over:not(.is-over-name)') ?? false)

const isOverNode = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('.canvas')?.classList.contains('is-over-node') ?? false)

/** Where the name of the selected node stands: the only filled box among the names. */
async function selectedName(page: Page): Promise<{ left: number; right: number; middle: number; height: number }> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.sigma-names')
    const context = canvas?.getContext('2d')
    if (!canvas || !context) throw new Error('there is no canvas of names')
    const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height)
    const fill = [28, 34, 48]
    const isFill = (x: number, y: number): boolean => {
      const at = 4 * (y * width + x)
      return data[at + 3] === 255 && fill.every((value, channel) => data[at + channel] === value)
    }
    // Letters hold runs of the same colour, but none as long as the box is high.
    const columns: number[] = []
    const rows: number[] = []
    for (let x = 0; x < width; x++)
      for (let y = 0, run = 0; y < height; y++) {
        run = isFill(x, y) ? run + 1 : 0
        if (run === 20) {
          columns.push(x)
          rows.push(y)
        }
      }
    if (columns.length === 0) throw new Error('no node is selected')
    const box = canvas.getBoundingClientRect()
    const scale = width / box.width
    return {
      left: box.left + Math.min(...columns) / scale,
      right: box.left + Math.max(...columns) / scale,
      middle: box.top + (Math.min(...rows) - 7) / scale,
      height: 26,
    }
  })
}

/** Waits until everything has arrived and the picture no longer moves. */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const wait = (): Promise<void> => new Promise((next) => setTimeout(next, 120))
    const drawn = (): string | undefined => document.querySelector<HTMLCanvasElement>('canvas.sigma-names')?.toDataURL()
    for (let still = 0, before: string | undefined; still < 3; ) {
      await wait()
      const now = drawn()
      still = now === before && !document.querySelector('.progress.is-on, .skeleton') ? still + 1 : 0
      before = now
    }
  })
}

/** Looks beside the name of the selected node until the pointer is over a node: that one. The camera may still move. */
export async function selectedNodePoint(page: Page): Promise<Point> {
  let last: unknown
  for (let round = 0; round < 6; round++)
    try {
      const found = await pointBeside(page, await selectedName(page))
      if (found) return found
      last = new Error('there is no node beside the selected name')
    } catch (error) {
      last = error
      await nextFrames(page)
    }
  throw last
}

/** The middle of the node that a point is on: a finger that comes down when it is drawn smaller must not miss it. */
export async function middleOfNode(page: Page, { x, y }: Point): Promise<Point> {
  const middle = async (at: (by: number) => Point): Promise<number> => {
    const over: number[] = []
    for (let by = -16; by <= 16; by += 2) {
      await page.mouse.move(at(by).x, at(by).y)
      await nextFrames(page)
      if (await isOverNode(page)) over.push(by)
    }
    return over.reduce((sum, by) => sum + by, 0) / Math.max(1, over.length)
  }
  const across = x + (await middle((by) => ({ x: x + by, y })))
  return { x: across, y: y + (await middle((by) => ({ x: across, y: y + by }))) }
}

async function pointBeside(page: Page, name: Awaited<ReturnType<typeof selectedName>>): Promise<Point | undefined> {
  const { left, right, middle, height } = name
  const across = (left + right) / 2
  const points = [10, 14, 18].flatMap((far) => [
    { x: left - far, y: middle },
    { x: right + far, y: middle },
    { x: across, y: middle - height / 2 - far },
    { x: across, y: middle + height / 2 + far },
  ])
  for (const point of points) {
    await page.mouse.move(point.x, point.y)
    await nextFrames(page)
    if (await isOverNode(page)) return point
  }
  return undefined
}

/** What is under the pointer is found in the frame after it has come. */
async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next))
  })
}

/** Goes over the map in a grid and gives each point where a node or a line is. */
export async function* pointsOverSomething(page: Page): AsyncGenerator<Point> {
  for (let x = 420; x < 1380; x += 23)
    for (let y = 90; y < 860; y += 23) {
      await page.mouse.move(x, y)
      await nextFrames(page)
      if (await isOver(page)) yield { x, y }
    }
}

/** How many pixels around a point have a colour of the page's styles, in what is really seen. */
export async function pixelsAround(page: Page, { x, y }: Point, colour: `--${string}`) {
  const shot = await page.screenshot({ clip: { x: x - 40, y: y - 40, width: 80, height: 80 } })
  return page.evaluate(
    async ({ bytes, name }) => {
      const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
      const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
      const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)]))
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
      context?.drawImage(image, 0, 0)
      const data = context?.getImageData(0, 0, image.width, image.height).data ?? []
      let count = 0
      for (let at = 0; at < data.length; at += 4)
        if (wanted.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) < 3)) count++
      return count
    },
    { bytes: [...shot], name: colour },
  )
}
