import type { Page } from 'playwright-core'

/** Text that nobody can read: it lies outside of what clips it, and nothing scrolls there. What ends in an ellipsis is meant so. */
export function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!parent || text === '' || parent.closest('.sr-only, [aria-hidden="true"], option, .canvas')) continue
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { left, right, top, bottom } of range.getClientRects()) {
        let [isFreeX, isFreeY] = [false, false]
        for (let each: Element | null = parent; each; each = each.parentElement) {
          const style = getComputedStyle(each)
          const isMeant = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
          if (isMeant) break
          isFreeX ||= /auto|scroll/.test(style.overflowX)
          isFreeY ||= /auto|scroll/.test(style.overflowY)
          const isRoot = each === document.body
          const box = isRoot ? new DOMRect(0, 0, innerWidth, innerHeight) : each.getBoundingClientRect()
          const clipsX = isRoot || /hidden|clip/.test(style.overflowX)
          const clipsY = isRoot || /hidden|clip/.test(style.overflowY)
          const isCutX = clipsX && !isFreeX && (left < box.left - 1 || right > box.right + 1)
          const isCutY = clipsY && !isFreeY && (top < box.top - 2 || bottom > box.bottom + 2)
          if (isCutX || isCutY) found.add(`"${text.slice(0, 60)}" in ${each.tagName}.${each.className}`)
          if (style.position === 'fixed') break
        }
      }
    }
    return [...found]
  })
}

/** Parts of the page that must be scrolled to the side to be read; tables of data may. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll('.panel-scroll, .drawer, .start, .tray, .legend, .header')]
    const found = parts.filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)
    const root = document.scrollingElement
    if (root && root.scrollWidth > innerWidth) found.push(root)
    return found.map((each) => `${each.tagName}.${each.className}: ${each.scrollWidth} in ${each.clientWidth}`)
  })
}

/**
 * Targets that are smaller than 24 by 24 CSS pixels and have not that much room to themselves either (WCAG 2.2, 2.5.8); those in
 * the midst of text and those that the browser draws are excepted there.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 24
    const kinds = 'button, a[href], input:not([type="hidden"]), select, summary, [role="slider"], [role="option"]'
    const boxes = [...document.querySelectorAll<HTMLElement>(kinds)].flatMap((each) => {
      if (!each.checkVisibility({ visibilityProperty: true }) || each.closest('.sr-only')) return []
      // A label is pressed as well as its box.
      const target = each.matches('[type="checkbox"], [type="radio"]') ? (each.closest('label') ?? each) : each
      const box = target.getBoundingClientRect()
      return box.width === 0 || box.height === 0 ? [] : [{ each, box }]
    })
    const isInText = (each: HTMLElement): boolean => {
      const around = [...(each.parentElement?.childNodes ?? [])]
      const hasText = around.some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '')
      return getComputedStyle(each).display.startsWith('inline') && hasText
    }
    const isSmall = ({ box }: { box: DOMRect }): boolean => Math.min(box.width, box.height) < LEAST - 0.1
    const reach = (box: DOMRect, x: number, y: number): number => {
      const [dx, dy] = [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)]
      return Math.hypot(dx, dy)
    }
    return boxes
      .filter((one) => isSmall(one) && !isInText(one.each))
      .filter(({ each, box }) => {
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
        return boxes.some((other) => {
          if (other.each === each || other.each.contains(each) || each.contains(other.each)) return false
          if (reach(other.box, x, y) < LEAST / 2 - 0.1) return true
          const [dx, dy] = [other.box.left + other.box.width / 2 - x, other.box.top + other.box.height / 2 - y]
          return isSmall(other) && Math.hypot(dx, dy) < LEAST - 0.1
        })
      })
      .map(({ each, box }) => {
        const name = each.getAttribute('aria-label') ?? each.textContent
        return `${each.tagName}.${each.className} "${name?.slice(0, 40)}": ${Math.round(box.width)} x ${Math.round(box.height)}`
      })
  })
}

/** What has the focus: whether one sees that, and whether something lies over it (WCAG 2.2, 2.4.7 and 2.4.11). */
export function focused(page: Page): Promise<{ name: string; isSeen: boolean; isCovered: boolean }> {
  return page.evaluate(() => {
    const each = document.activeElement
    if (!(each instanceof HTMLElement) || each === document.body) return { name: '', isSeen: true, isCovered: false }
    const marks = (style: CSSStyleDeclaration): boolean => style.outlineStyle !== 'none' && style.outlineWidth !== '0px'
    const around = [each, each.parentElement, each.closest('.search, .option, .panel, .drawer')]
    const isSeen =
      around.some((part) => part && marks(getComputedStyle(part))) ||
      // A panel as a whole has a line of another colour.
      each.matches('.panel, .drawer, .start')
    const box = each.getBoundingClientRect()
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.2, 0.5, 0.8].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
    )
    const isCovered = !points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y)
      return top !== null && (each.contains(top) || top.contains(each) || top.closest('label')?.contains(each) === true)
    })
    const name = each.getAttribute('aria-label') ?? each.textContent?.slice(0, 40) ?? ''
    return { name: `${each.tagName}.${each.className} "${name}"`, isSeen, isCovered }
  })
}
