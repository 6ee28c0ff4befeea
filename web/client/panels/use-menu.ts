import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'

/**
 * A button and what it opens: closed by Escape, which leads back to the button, by a click elsewhere, and by leaving it with the
 * Tab key. `ref` goes to the element around both; the button is the first in it.
 */
export function useMenu() {
  const isOpen = useSignal(false)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen.value) return
    const isInside = (target: EventTarget | null): boolean => target instanceof Node && !!ref.current?.contains(target)
    const close = (): void => {
      isOpen.value = false
    }
    const down = ({ target }: Event): void => {
      if (!isInside(target)) close()
    }
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      // It closes the menu and nothing else.
      event.stopPropagation()
      event.preventDefault()
      close()
      ref.current?.querySelector('button')?.focus()
    }
    window.addEventListener('pointerdown', down, true)
    window.addEventListener('focusin', down)
    window.addEventListener('keydown', leave, true)
    return () => {
      window.removeEventListener('pointerdown', down, true)
      window.removeEventListener('focusin', down)
      window.removeEventListener('keydown', leave, true)
    }
  }, [isOpen.value])
  return {
    isOpen,
    ref,
    toggle: () => {
      isOpen.value = !isOpen.value
    },
    close: () => {
      isOpen.value = false
    },
  }
}
