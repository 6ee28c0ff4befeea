import { signal } from '@preact/signals'
import { goneWords } from '../words/gone.ts'
import { announcement, isWebglLost, openDrawer } from './store.ts'

/** Why there is no picture: the graphics system gave up, or the browser has no WebGL at all. */
export const whyNoPicture = signal<'lost' | 'absent' | undefined>(undefined)
let isTableOurs = false

/** The table stands for the picture; whoever is reading something else is left there. */
export function losePicture(why: 'lost' | 'absent'): void {
  isWebglLost.value = true
  whyNoPicture.value = why
  announcement.value = goneWords[why]
  if (openDrawer.value !== undefined) return
  openDrawer.value = 'table'
  isTableOurs = true
}

/** The graphics system is back: so is the picture, and the table that came for it goes. */
export function regainPicture(): void {
  isWebglLost.value = false
  whyNoPicture.value = undefined
  announcement.value = goneWords.back
  if (isTableOurs && openDrawer.value === 'table') openDrawer.value = undefined
  isTableOurs = false
}
