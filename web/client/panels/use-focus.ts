import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

const isTyping = (): boolean => document.activeElement?.matches('input, textarea, select') === true
const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

/**
 * Leads the focus into what opened, so that the next Tab is in it, and back to where it was when that closes. Whoever is typing
 * is left alone. `name` says what is open: another one is another opening.
 */
export function useFocusInside(ref: RefObject<HTMLElement | null>, name: string | undefined): void {
  useEffect(() => {
    if (name === undefined || isTyping()) return
    const before = document.activeElement
    ref.current?.focus({ preventScroll: true })
    return () => {
      if (isNowhere() && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [name])
}

/** Leads the focus into what shows another thing, if it is nowhere: what had it is gone, or it was the picture. */
export function useFocusIfLost(ref: RefObject<HTMLElement | null>, name: string): void {
  useEffect(() => {
    if (isNowhere()) ref.current?.focus({ preventScroll: true })
  }, [name])
}
