import { NODE_TYPES } from '../state/view.ts'
import { typeNames, words } from '../strings.ts'
import { pictureWords } from '../words/picture.ts'
import type { Colouring } from './colouring.ts'
import { FONT } from './label-text.ts'
import type { Palette } from './palette.ts'
import { SNAPSHOT_SCALE } from './snapshot.ts'

const MARGIN = 20
const HEAD = 58
const ROW = 24

/** What a picture says of itself. */
export interface Caption {
  title: string
  /** Date and counts. */
  detail: string
  colouring: Colouring
  types: ReadonlySet<string>
  palette: Palette
  size: keyof typeof pictureWords.sizeIs
}

type Entry = { text: string; wide: number; draw: (context: CanvasRenderingContext2D, x: number, y: number) => void }

/** A snapshot of the map between its title and its legend; in pixels of the snapshot. */
export function captioned(map: HTMLCanvasElement, caption: Caption): HTMLCanvasElement {
  const width = map.width / SNAPSHOT_SCALE
  const page = document.createElement('canvas')
  const context = page.getContext('2d')
  if (!context) throw new Error('the browser gives no canvas to draw a picture on')
  const rows = inRows(entriesOf(caption), width - 2 * MARGIN, context)
  const high = map.height / SNAPSHOT_SCALE
  page.width = map.width
  page.height = Math.round((HEAD + high + rows.length * ROW + 24) * SNAPSHOT_SCALE)
  context.scale(SNAPSHOT_SCALE, SNAPSHOT_SCALE)
  const { raised, line, text, textSoft } = caption.palette
  context.fillStyle = raised
  context.fillRect(0, 0, width, page.height)
  context.drawImage(map, 0, HEAD, width, high)
  context.fillStyle = line
  for (const y of [HEAD - 1, HEAD + high]) context.fillRect(0, y, width, 1)
  context.textBaseline = 'middle'
  write(context, caption.title, MARGIN, 22, `680 16px ${FONT}`, text, width - 2 * MARGIN)
  write(context, caption.detail, MARGIN, 42, `450 12.5px ${FONT}`, textSoft, width - 2 * MARGIN)
  for (const [at, row] of rows.entries()) {
    let x = MARGIN
    const y = HEAD + high + 12 + (at + 0.5) * ROW
    for (const entry of row) {
      entry.draw(context, x, y)
      write(context, entry.text, x + entry.wide + 7, y + 0.5, `500 12.5px ${FONT}`, text)
      x += widthOf(context, entry) + 18
    }
  }
  return page
}

function entriesOf({ colouring, types, palette, size }: Caption): Entry[] {
  const { key } = colouring
  const isByType = key.by === 'type'
  const entries = NODE_TYPES.filter((type) => types.has(type)).map((type): Entry => {
    const colour = isByType ? palette.types[type] : palette.textSoft
    return {
      text: typeNames[type],
      wide: 12,
      draw: (context, x, y) => disc(context, x + 6, y, colour, type === 'paper'),
    }
  })
  if (key.by === 'community') {
    const groups = [...key.groups, { name: pictureWords.otherCommunities, colour: palette.neutral }]
    for (const { name, colour } of groups)
      entries.push({ text: name, wide: 11, draw: (context, x, y) => box(context, x, y - 5.5, 11, 11, colour) })
  }
  if (key.by === 'year' && key.years) entries.push(rampEntry(palette.years, key.years))
  for (const [weight, meaning] of words.lines) {
    const high = weight === 'strong' ? 3 : weight === 'middle' ? 2 : 1
    entries.push({
      text: meaning,
      wide: 18,
      draw: (context, x, y) => box(context, x, y - high / 2, 18, high, palette.textSoft),
    })
  }
  entries.push({
    text: pictureWords.sizeIs[size],
    wide: 20,
    draw: (context, x, y) => {
      disc(context, x + 3, y, palette.textSoft, false, 2)
      disc(context, x + 14, y, palette.textSoft, false, 5)
    },
  })
  return entries
}

function rampEntry(stops: readonly string[], [first, last]: readonly [number, number]): Entry {
  return {
    text: first === last ? String(first) : `${first} – ${last}`,
    wide: 110,
    draw: (context, x, y) => {
      const ramp = context.createLinearGradient(x, 0, x + 110, 0)
      for (const [at, colour] of stops.entries()) ramp.addColorStop(at / (stops.length - 1), colour)
      context.fillStyle = ramp
      context.fillRect(x, y - 5, 110, 10)
    },
  }
}

function inRows(entries: Entry[], width: number, context: CanvasRenderingContext2D): Entry[][] {
  const rows: Entry[][] = [[]]
  let used = 0
  for (const entry of entries) {
    const wide = widthOf(context, entry) + 18
    if (used + wide > width && used > 0) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push(entry)
    used += wide
  }
  return rows
}

function widthOf(context: CanvasRenderingContext2D, { wide, text }: Entry): number {
  context.font = `500 12.5px ${FONT}`
  return wide + 7 + context.measureText(text).width
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  font: string,
  colour: string,
  most?: number,
): void {
  context.font = font
  context.fillStyle = colour
  context.fillText(text, x, y, most)
}

function disc(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  colour: string,
  isHollow: boolean,
  radius = 5,
): void {
  context.beginPath()
  context.arc(x, y, isHollow ? radius - 1 : radius, 0, 2 * Math.PI)
  context.fillStyle = colour
  context.strokeStyle = colour
  context.lineWidth = 2
  if (isHollow) context.stroke()
  else context.fill()
}

function box(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  wide: number,
  high: number,
  colour: string,
): void {
  context.fillStyle = colour
  context.fillRect(x, y, wide, high)
}
