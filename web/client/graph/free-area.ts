import type { Box } from './label-places.ts'
import type { Corner, Free } from './view-frame.ts'

const MARGIN = 36
const FLAT = 110

/** What panels leave free of the canvas. A panel says by `data-covers` which side of the canvas it takes. */
export function freeArea(container: HTMLElement, margin = MARGIN): Free {
  const whole = container.getBoundingClientRect()
  const free = { left: margin, top: margin, right: margin, bottom: margin }
  for (const panel of document.querySelectorAll<HTMLElement>('[data-covers]')) {
    if (panel.dataset.covers === 'passing' || getComputedStyle(panel).visibility === 'hidden') continue
    const box = panel.getBoundingClientRect()
    if (box.width === 0) continue
    const isAcross = box.width > whole.width * 0.8
    // A panel over everything is there for a moment; the camera aims at what will be free again.
    if (isAcross && box.height > whole.height * 0.8) continue
    if (panel.dataset.covers === 'top') free.top = Math.max(free.top, box.bottom - whole.top + margin)
    else if (isAcross) free.bottom = Math.max(free.bottom, whole.bottom - box.top + margin)
    else if (panel.dataset.covers === 'left') free.left = Math.max(free.left, box.right - whole.left + margin)
    else if (panel.dataset.covers === 'right') free.right = Math.max(free.right, whole.right - box.left + margin)
    // Laid out as a strip along the edge.
    else if (box.height < FLAT) free.bottom = Math.max(free.bottom, whole.bottom - box.top + margin)
    // A corner is worth moving aside for, but not a strip of its whole width.
    else if (margin === MARGIN) free.left = Math.max(free.left, (box.right - whole.left) / 2)
  }
  return free
}

/** What lies in the lower left corner, with a margin; undefined where it is a strip along the edge, which freeArea knows. */
export function coveredCorner(container: HTMLElement): Corner | undefined {
  const whole = container.getBoundingClientRect()
  const box = document.querySelector('[data-covers="corner"]')?.getBoundingClientRect()
  if (box === undefined || box.width === 0 || box.width > whole.width * 0.5 || box.height < FLAT) return undefined
  return { right: box.right - whole.left + MARGIN / 2, top: box.top - whole.top - MARGIN / 2 }
}

/** Where no name can be read: under what lies in a corner or at the top of the canvas. */
export function blockedBoxes(container: HTMLElement): Box[] {
  const whole = container.getBoundingClientRect()
  const covers = ['corner', 'top', 'passing'].map((each) => `[data-covers="${each}"]`).join(', ')
  return [...document.querySelectorAll<HTMLElement>(covers)].map((panel) => {
    const box = panel.getBoundingClientRect()
    return {
      left: box.left - whole.left,
      right: box.right - whole.left,
      top: box.top - whole.top,
      bottom: box.bottom - whole.top,
    }
  })
}
