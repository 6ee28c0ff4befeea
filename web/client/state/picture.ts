import { signal } from '@preact/signals'

/** Whether the choices of layout, colour and size are open. */
export const isPictureOpen = signal(false)
/** Whether the legend shows more than its head; a person on a phone may want the room. */
export const isLegendOpen = signal(true)
