import { exportNodes } from '../api.ts'
import { round } from '../state/changes.ts'
import { download } from '../state/share.ts'
import { busy, status, view } from '../state/store.ts'
import { words } from '../strings.ts'
import { shareWords } from '../words/share.ts'
import { UNIT } from './canvas.ts'
import type { Controller } from './controller.ts'
import { currentColouring } from './current-colouring.ts'
import { sizeOf } from './node-size.ts'
import { captioned } from './picture-file.ts'

/** Most nodes that the server takes in one export of a view. */
export const MOST_EXPORTED = 5000

/** Names stay clear of panels, and are asked where these are about so often (label-layer.ts). */
const PANELS_FORGOTTEN_MS = 250

const graphName = (): string => status.value?.name ?? words.name

/** Saves what is in sight, with its title and legend. Throws where there is no picture. */
export async function savePicture(controller: Controller, now = new Date()): Promise<void> {
  const { colouring, palette } = currentColouring(controller)
  const map = await withoutPanels(() => controller.snapshot(palette.surface))
  if (map === undefined) throw new Error(shareWords.noPicture)
  const nodes = controller.visibleNodes()
  const day = now.toISOString().slice(0, 10)
  const counts = shareWords.pngCounts(nodes.length, Math.max(nodes.length, controller.graphTotals.nodes))
  const page = captioned(map, {
    title: shareWords.pngTitle(graphName()),
    detail: `${day} · ${counts} · ${words.name}`,
    ...{ colouring, palette, size: view.value.picture.size },
    types: new Set(nodes.map(({ type }) => type)),
  })
  const file = await new Promise<Blob | null>((resolve) => page.toBlob(resolve, 'image/png'))
  if (file === null) throw new Error('the browser cannot write this picture as a PNG')
  download(file, shareWords.pngName(graphName(), day))
}

/** Draws while no panel covers the map: a picture has none, and names may stand everywhere. */
async function withoutPanels<T>(draw: () => T): Promise<T> {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-covers]')].map((panel) => ({
    panel,
    covers: panel.dataset.covers,
  }))
  for (const { panel } of panels) delete panel.dataset.covers
  try {
    await new Promise((rest) => setTimeout(rest, PANELS_FORGOTTEN_MS))
    return draw()
  } finally {
    for (const { panel, covers } of panels) panel.dataset.covers = covers
  }
}

/** Saves the nodes in sight and what runs among them in a format of the server, as they are on the picture. */
export async function saveNodes(controller: Controller, format: string): Promise<void> {
  const { colouring } = currentColouring(controller)
  const { canvas } = controller
  const nodes = controller.visibleNodes().map((node) => {
    const { x, y } = canvas.goalOf(node.id)
    return {
      ...{ id: node.id, x: round(x / UNIT), y: round(y / UNIT) },
      ...{ colour: colouring.of(node.id, node.type), size: round(2 * sizeOf(node, view.value.picture.size)) },
    }
  })
  const { file, name } = await busy(exportNodes(format, nodes))
  download(file, name)
}
