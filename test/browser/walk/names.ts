import type { Page } from 'playwright-core'

export interface DrawnName {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

declare global {
  interface Window {
    namesDrawn: DrawnName[]
  }
}

/** To be run before the page is: notes the names that stand on the map, and where. */
export function noteNames(): void {
  const drawn: DrawnName[] = []
  window.namesDrawn = drawn
  const { prototype } = CanvasRenderingContext2D
  const [clear, fill] = [prototype.clearRect, prototype.fillText]
  const isNames = ({ canvas }: CanvasRenderingContext2D): boolean => canvas.classList.contains('sigma-names')
  prototype.clearRect = function (...given) {
    if (isNames(this)) drawn.length = 0
    clear.apply(this, given)
  }
  prototype.fillText = function (text, x, y, ...more) {
    if (isNames(this)) {
      const { width } = this.measureText(text)
      const left = this.textAlign === 'center' ? x - width / 2 : x
      const half = Number(/([\d.]+)px/.exec(this.font)?.[1]) / 2
      drawn.push({ text, left, right: left + width, top: y - half, bottom: y + half })
    }
    fill.call(this, text, x, y, ...more)
  }
}

export const namesOn = (page: Page): Promise<DrawnName[]> => page.evaluate(() => [...window.namesDrawn])

/** Which of some names lie over each other, by more than a pixel. */
export function collisionsAmong(names: readonly DrawnName[]): string[] {
  return names.flatMap((a, at) =>
    names
      .slice(at + 1)
      .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      .map((b) => `${a.text} / ${b.text}`),
  )
}
