import { computed, effect, untracked } from '@preact/signals'
import { communities } from '../state/communities.ts'
import { isLassoOn } from '../state/exploring.ts'
import { canvasChange, view, ways } from '../state/store.ts'
import { isDark } from '../state/theme.ts'
import type { EdgeName } from '../state/view.ts'
import { nodesOn } from '../state/ways.ts'
import { DARK, LIGHT } from './palette.ts'
import type { Shown } from './shown.ts'
import type { Stage } from './stage.ts'

interface PictureNeeds {
  shown: Shown
  /** The line between the ends of a relationship, where there is one. */
  lineOf(edge: EdgeName): string | undefined
  /** A line was drawn around some nodes; `isAlso`: beside those that are chosen. */
  onLasso(ids: string[], isAlso: boolean): void
}

/** From now on the picture shows what the view says: what is selected and hidden, colours, pins, the theme. */
export function linkPicture(stage: Stage, { shown, lineOf, onLasso }: PictureNeeds): void {
  // The view changes whenever the camera rests, which changes nothing of this.
  const marked = computed(() => JSON.stringify([view.value.selected, view.value.chosen, view.value.way]))
  effect(() => {
    marked.value
    canvasChange.value
    const { selected, chosen, way } = untracked(() => view.value)
    const selectedEdge = selected?.kind === 'edge' ? lineOf(selected) : undefined
    const node = selected?.kind === 'node' ? selected.id : undefined
    const on = way && ways.value ? nodesOn(ways.value) : []
    stage.show({ selected: node, selectedEdge, chosen, way: on }, shown.hidden.value)
  })
  effect(() => stage.paint(isDark() ? DARK : LIGHT))
  const picture = computed(() => JSON.stringify(view.value.picture))
  effect(() => stage.setPicture(JSON.parse(picture.value), communities.value))
  const pinned = computed(() => view.value.pinned.map(({ id }) => id).join('\u0001'))
  effect(() => stage.pin(pinned.value === '' ? [] : pinned.value.split('\u0001')))
  effect(() => (isLassoOn.value ? stage.letDraw(onLasso) : undefined))
}
