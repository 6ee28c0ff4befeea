import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'
import type { Palette } from './palette.ts'

const LONGEST = 42
const FONT = 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif'

/** A title as it fits beside a node. */
export function shorten(label: string): string {
  const characters = [...label]
  return characters.length <= LONGEST
    ? label
    : `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
}

const fontOf = (isConcept: boolean, size: number): string => `${isConcept ? 600 : 450} ${size}px ${FONT}`

/** Labels with a halo of the background, so that edges under them do not disturb. */
export function labelDrawer(palette: () => Palette): NodeLabelDrawingFunction<NodeAttributes, EdgeAttributes> {
  return (context, data, settings) => {
    if (!data.label) return
    const { text, textSoft, surface } = palette()
    const isConcept = data.kind !== 'paper'
    const size = isConcept ? Math.min(16, settings.labelSize + data.size / 8) : settings.labelSize - 0.5
    context.font = fontOf(isConcept, size)
    context.lineJoin = 'round'
    context.lineWidth = 4
    context.strokeStyle = surface
    context.fillStyle = isConcept ? text : textSoft
    const x = data.x + data.size + 4
    const y = data.y + size / 3
    context.strokeText(data.label, x, y)
    context.fillText(data.label, x, y)
  }
}

/** The node under the pointer or selected: its whole name on a card. */
export function hoverDrawer(palette: () => Palette): NodeHoverDrawingFunction<NodeAttributes, EdgeAttributes> {
  return (context, data, settings) => {
    const { text, surface, edgeStrong } = palette()
    const label = String(data.fullLabel ?? data.label ?? '')
    const size = settings.labelSize + 1
    context.font = fontOf(true, size)
    const shown = [...label].length > 80 ? `${[...label].slice(0, 79).join('')}…` : label
    const width = context.measureText(shown).width + data.size + 18
    const height = Math.max(size + 12, data.size * 2 + 8)
    context.beginPath()
    context.roundRect(data.x - data.size - 4, data.y - height / 2, width + data.size, height, height / 2)
    context.fillStyle = surface
    context.shadowColor = 'rgba(0, 0, 0, 0.25)'
    context.shadowBlur = 10
    context.fill()
    context.shadowBlur = 0
    context.strokeStyle = edgeStrong
    context.lineWidth = 1
    context.stroke()
    context.fillStyle = text
    context.fillText(shown, data.x + data.size + 6, data.y + size / 3)
  }
}
