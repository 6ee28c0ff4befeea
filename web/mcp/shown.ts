/** How much of an answer is shown. */
export interface Extent {
  shown: number
  /** How many there are, as far as known. */
  total: number
  /** Left out at the beginning. */
  offset?: number
  /** Whether there may be more than `total`. */
  isOpen?: boolean
}

/** "25 of 253", "all 7", "26 to 50 of 253", "25 of at least 200". */
export function extentWords({ shown, total, offset = 0, isOpen = false }: Extent): string {
  if (shown === 0) return total === 0 ? 'none' : `none of ${total}${offset === 0 ? '' : ` after ${offset}`}`
  if (offset === 0 && shown >= total && !isOpen) return `all ${shown}`
  const which = offset === 0 ? String(shown) : `${offset + 1} to ${offset + shown}`
  return `${which} of ${isOpen ? 'at least ' : ''}${Math.max(total, offset + shown)}`
}
