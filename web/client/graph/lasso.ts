import type Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'
import { isInside } from './inside.ts'
import type { Place } from './place.ts'

type Stage = Sigma<NodeAttributes, EdgeAttributes>

/** Pixels between two points of the line, and below which it is no line but a click. */
const STEP = 3
const LEAST = 12

/** A line that a person draws around nodes. */
export class LassoLine {
  private readonly sigma: Stage
  private readonly path: SVGPathElement
  private readonly svg: SVGSVGElement
  private points: Place[]

  constructor(sigma: Stage, begin: Place) {
    this.sigma = sigma
    this.points = [begin]
    this.svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    this.svg.classList.add('lasso-line')
    this.path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    this.svg.append(this.path)
    sigma.getContainer().append(this.svg)
  }

  get isLine(): boolean {
    const [first] = this.points
    return this.points.some(({ x, y }) => first !== undefined && Math.hypot(x - first.x, y - first.y) > LEAST)
  }

  draw({ x, y }: Place): void {
    const last = this.points.at(-1)
    if (last && Math.hypot(x - last.x, y - last.y) < STEP) return
    this.points.push({ x, y })
    this.path.setAttribute('d', `M${this.points.map((each) => `${each.x} ${each.y}`).join('L')}Z`)
  }

  /** What lies inside and is shown, the largest first. Takes the line away. */
  end(): string[] {
    this.svg.remove()
    if (!this.isLine) return []
    const found = this.sigma.getGraph().filterNodes((id) => {
      const data = this.sigma.getNodeDisplayData(id)
      return data?.hidden === false && isInside(this.sigma.framedGraphToViewport(data), this.points)
    })
    const sizeOf = (id: string): number => this.sigma.getNodeDisplayData(id)?.size ?? 0
    return found.sort((a, b) => sizeOf(b) - sizeOf(a) || (a < b ? -1 : 1))
  }

  /** Takes the line away without a word. */
  forget(): void {
    this.svg.remove()
  }
}

/** Shift and a drag on the empty map draw a line. `wasDrawn`: the press that ends now was one. */
export function lassoByShift(sigma: Stage, onLasso: (ids: string[]) => void): { wasDrawn(): boolean } {
  let line: LassoLine | undefined
  let wasDrawn = false
  const begin = ({ event }: { event: Place & { original: MouseEvent | TouchEvent } }): void => {
    wasDrawn = false
    if (event.original.shiftKey) line = new LassoLine(sigma, event)
  }
  sigma.on('downStage', begin)
  sigma.on('downEdge', begin)
  sigma.on('downNode', () => {
    wasDrawn = false
  })
  sigma.on('moveBody', ({ event }) => {
    if (!line) return
    event.preventSigmaDefault()
    event.original.preventDefault()
    line.draw(event)
  })
  const end = (): void => {
    if (!line) return
    wasDrawn = line.isLine
    const ids = line.end()
    line = undefined
    if (wasDrawn) onLasso(ids)
  }
  for (const up of ['upStage', 'upNode', 'upEdge'] as const) sigma.on(up, end)
  return { wasDrawn: () => wasDrawn }
}

/** Lets a line be drawn by mouse, pen or finger on a sheet over the canvas until it is taken away. Returns how to end. */
export function lassoOnSheet(sigma: Stage, onLasso: (ids: string[], isAlso: boolean) => void): () => void {
  const sheet = document.createElement('div')
  sheet.className = 'lasso-sheet'
  let line: LassoLine | undefined
  const at = ({ clientX, clientY }: PointerEvent): Place => {
    const { left, top } = sheet.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  sheet.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return
    sheet.setPointerCapture(event.pointerId)
    line = new LassoLine(sigma, at(event))
  })
  sheet.addEventListener('pointermove', (event) => {
    if (event.isPrimary) line?.draw(at(event))
  })
  sheet.addEventListener('pointerup', ({ shiftKey }) => {
    const drawn = line
    line = undefined
    const isLine = drawn?.isLine === true
    const ids = drawn?.end() ?? []
    if (isLine) onLasso(ids, shiftKey)
  })
  sheet.addEventListener('pointercancel', () => {
    line?.forget()
    line = undefined
  })
  sigma.getContainer().append(sheet)
  return () => {
    line?.forget()
    sheet.remove()
  }
}
