import { computed, signal } from '@preact/signals'
import { goneWords } from '../words/gone.ts'
import { announcement, openDrawer } from './store.ts'

/** Why there is no picture: the graphics system gave up, or the browser has no WebGL at all. */
export const whyNoPicture = signal<'lost' | 'absent' | undefined>(undefined)
export const isPictureGone = computed(() => whyNoPicture.value !== undefined)
let isTableOurs = false

/** The table stands for the picture; whoever is reading something else is left there. */
export function losePicture(why: 'lost' | 'absent'): void {
  whyNoPicture.value = why
  announcement.value = goneWords[why]
  if (openDrawer.value !== undefined) return
  openDrawer.value = 'table'
  isTableOurs = true
}

/** The graphics system is back: so is the picture, and the table that came for it goes. */
export function regainPicture(): void {
  whyNoPicture.value = undefined
  announcement.value = goneWords.back
  if (isTableOurs && openDrawer.value === 'table') openDrawer.value = undefined
  isTableOurs = false
}
