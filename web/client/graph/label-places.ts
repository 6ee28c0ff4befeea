/** A rectangle in pixels of the canvas. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface LabelWish {
  id: string
  /** The node's middle and radius. */
  x: number
  y: number
  radius: number
  width: number
  height: number
  /** Placed whatever it covers: what is selected or pointed at. */
  isForced: boolean
  /** May cover nodes, small ones rather than large, if nothing else helps: a map without its largest names is of no use. */
  isGreat: boolean
}

/** The room that a node takes. */
export interface NodeBox extends Box {
  isSmall: boolean
}

export interface PlacedLabel {
  id: string
  /** Left edge and middle line of the text. */
  x: number
  y: number
}

const GAP = 5
const CELL = 64

/**
 * Finds a place for each label around its node (right, left, below, above, aslant) where it covers neither another label nor a
 * node, in the order of the wishes; those that find none are left out. Gives at most `limit` labels inside `area`, and none over
 * what is `taken` unless it is forced.
 * The same wishes always give the same places.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  nodes: readonly NodeBox[],
  area: Box,
  limit: number,
  taken: readonly Box[] = [],
): PlacedLabel[] {
  const [labels, large, small] = [new Boxes(), new Boxes(), new Boxes()]
  for (const box of taken) labels.add(box)
  for (const node of nodes) (node.isSmall ? small : large).add(node)
  const placed: PlacedLabel[] = []
  for (const wish of wishes) {
    if (placed.length >= limit && !wish.isForced) break
    const all = placesOf(wish)
    const places = all.filter((box) => isInside(box, area) && labels.isFree(box))
    const clear = places.filter((box) => large.isFree(box))
    const mayCover = wish.isGreat || wish.isForced
    const box =
      clear.find((each) => small.isFree(each)) ??
      (mayCover ? (clear[0] ?? places[0]) : undefined) ??
      (wish.isForced ? (all.find((each) => isInside(each, area)) ?? all[0]) : undefined)
    if (!box) continue
    placed.push({ id: wish.id, x: box.left, y: (box.top + box.bottom) / 2 })
    labels.add(grown(box, 6, 1))
  }
  return placed
}

function placesOf({ x, y, radius, width, height }: LabelWish): Box[] {
  const at = (left: number, middle: number): Box => ({
    left,
    right: left + width,
    top: middle - height / 2,
    bottom: middle + height / 2,
  })
  const above = radius + GAP - 2 + height / 2
  const [right, left] = [x + radius + GAP, x - radius - GAP - width]
  const slant = radius * 0.7 + height * 0.3
  return [
    at(right, y),
    at(left, y),
    at(x - width / 2, y + above),
    at(x - width / 2, y - above),
    at(right - 3, y - slant),
    at(right - 3, y + slant),
    at(left + 3, y - slant),
    at(left + 3, y + slant),
  ]
}

const isInside = (box: Box, area: Box): boolean =>
  box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const grown = (box: Box, x: number, y: number): Box => ({
  left: box.left - x,
  right: box.right + x,
  top: box.top - y,
  bottom: box.bottom + y,
})

/** Boxes by the cells of a grid that they touch, so that asking is quick with thousands of them. */
export class Boxes {
  private readonly cells = new Map<string, Box[]>()

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.cells.get(cell)
      if (boxes) boxes.push(box)
      else this.cells.set(cell, [box])
    }
  }

  isFree(box: Box): boolean {
    return cellsOf(box).every((cell) => !this.cells.get(cell)?.some((each) => overlap(each, box)))
  }
}

function cellsOf({ left, top, right, bottom }: Box): string[] {
  const cells: string[] = []
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++)
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) cells.push(`${column},${row}`)
  return cells
}
