import { communities } from '../state/communities.ts'
import { view } from '../state/store.ts'
import { isDark } from '../state/theme.ts'
import { type Colouring, colouringOf } from './colouring.ts'
import type { Controller } from './controller.ts'
import { DARK, LIGHT, type Palette } from './palette.ts'

/** The colours that nodes have at the moment, for those who show or tell them outside the picture. */
export function currentColouring(controller: Controller): { colouring: Colouring; palette: Palette } {
  const palette = isDark() ? DARK : LIGHT
  const { graph } = controller.canvas
  const { nodes } = controller.shown.columns.value
  const colouring = colouringOf(
    view.value.picture.colour,
    nodes,
    (id) => graph.neighbors(id),
    communities.value,
    palette,
  )
  return { colouring, palette }
}
