import { computed, effect, signal } from '@preact/signals'
import { openDrawer, view } from './store.ts'

/** Below this width a drawer and the panel of what is selected lie over each other. */
const narrow = matchMedia('(max-width: 1080px)')
const isNarrow = signal(narrow.matches)
narrow.addEventListener('change', () => {
  isNarrow.value = narrow.matches
})

const last = signal<'drawer' | 'panel'>('panel')
let drawerBefore: string | undefined
effect(() => {
  const drawer = openDrawer.value
  if (drawer !== undefined && drawer !== drawerBefore) last.value = 'drawer'
  drawerBefore = drawer
})

/** To be called when something is asked for that the panel shows, also when it is what the panel shows already. */
export function bringPanelToFront(): void {
  last.value = 'panel'
}

/** Which of the two is out of sight behind the other; on wide screens neither is. */
export const behind = computed<'drawer' | 'panel' | undefined>(() => {
  if (!isNarrow.value || openDrawer.value === undefined || view.value.selected === undefined) return undefined
  return last.value === 'panel' ? 'drawer' : 'panel'
})
