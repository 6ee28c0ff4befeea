import { signal } from '@preact/signals'
import type { NamedCommunity } from '../graph/colouring.ts'

/** The communities of the map, the most important first. */
export const mapCommunities = signal<readonly NamedCommunity[]>([])
/** Whether the choices of layout, colour and size are open. */
export const isPictureOpen = signal(false)
/** Whether the legend shows more than its head; a person on a phone may want the room. */
export const isLegendOpen = signal(true)
