import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import { windowOf } from '../../state/table.ts'

/** Which rows of a scrolled list are drawn, and how to bring one into sight. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, rowHeight: number, headHeight: number) {
  const scrolled = useSignal(0)
  const height = useSignal(600)
  useLayoutEffect(() => {
    if (box.current) height.value = box.current.clientHeight
  }, [])
  useEffect(() => {
    const element = box.current
    if (!element) return
    const read = (): void => {
      scrolled.value = element.scrollTop
    }
    const observer = new ResizeObserver(() => {
      height.value = element.clientHeight
    })
    observer.observe(element)
    element.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', read)
    }
  }, [])
  const show = (at: number): void => {
    const element = box.current
    if (!element) return
    const top = at * rowHeight
    // The head stays above the rows.
    const room = element.clientHeight - headHeight
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room
    scrolled.value = element.scrollTop
  }
  return {
    ...windowOf({ scrolled: scrolled.value, height: height.value, rowHeight }, count),
    pageRows: Math.max(1, Math.floor((height.value - headHeight) / rowHeight) - 1),
    show,
  }
}
