import type Sigma from 'sigma'
import type { CameraState } from 'sigma/types'
import type { Camera } from '../state/view.ts'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import { drawnNodes } from './drawn-nodes.ts'
import { coveredCorner, freeArea } from './free-area.ts'
import { isMotionReduced } from './motion.ts'
import type { Place } from './place.ts'
import { withoutStrays } from './regions.ts'
import { CLOSEST, type Corner, frameBeside, isFree } from './view-frame.ts'

const DURATION_MS = 420
const REST_MS = 150
/** How near the camera comes to a community. */
const CLOSE = 0.08

/** Moves the camera to what is asked for, in what panels leave free, and says where it rests. */
export class MapCamera {
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>
  private readonly canvas: Canvas
  /** Where it is on its way to, by itself. */
  private goal: Camera | undefined
  /** Where it was when the map was opened: that needs no words in the address. */
  private opening: Camera | undefined

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, canvas: Canvas) {
    this.sigma = sigma
    this.canvas = canvas
    const giveWay = (): void => {
      this.goal = undefined
    }
    sigma.getMouseCaptor().on('mousedown', giveWay)
    sigma.getMouseCaptor().on('wheel', giveWay)
    sigma.getTouchCaptor().on('touchdown', giveWay)
  }

  /** Where it is, or will be when it has come to rest. */
  get now(): Camera {
    const camera = this.sigma.getCamera()
    const { x, y, ratio } = this.goal && camera.isAnimated() ? this.goal : camera.getState()
    return { x: rounded(x), y: rounded(y), ratio: rounded(ratio) }
  }

  /** Whether a person looks at the whole map. */
  get isAllInSight(): boolean {
    const whole = { left: 0, top: 0, right: 0, bottom: 0 }
    return this.placesOf(this.canvas.ids(), this.state).every((place) => isFree(place, this.size, whole))
  }

  get isAsOpened(): boolean {
    return this.opening !== undefined && isSame(this.opening, this.now)
  }

  /** Calls a listener whenever the camera has moved and rests. */
  onRest(listener: () => void): void {
    const camera = this.sigma.getCamera()
    let timer = 0
    const wait = (): void => {
      clearTimeout(timer)
      timer = window.setTimeout(() => (camera.isAnimated() ? wait() : listener()), REST_MS)
    }
    camera.on('updated', wait)
  }

  /** Stands exactly where the address says, which is less than a pixel from here. */
  settle(): void {
    this.sigma.getCamera().setState(this.now)
  }

  /** The room that the map has on the page, as a word. */
  get room(): string {
    return `${this.size.width} ${this.size.height}`
  }

  /** The first sight of some nodes, or the one that was had before. */
  open(sight: string[] | Camera, isAtOnce: boolean): void {
    const goal = Array.isArray(sight) ? this.framed(sight, 1) : sight
    if (goal) this.move(goal, isAtOnce)
    this.opening = this.now
  }

  /** Goes back to where it was. */
  restore(camera: Camera, isAtOnce = isMotionReduced()): void {
    this.move(camera, isAtOnce)
  }

  zoom(factor: number): void {
    this.move({ ...this.now, ratio: this.now.ratio * factor })
  }

  /** Shows some nodes as large as there is room. */
  frame(ids: string[]): void {
    const goal = this.framed(ids)
    if (goal) this.move(goal)
  }

  /** Comes as near to some nodes as they allow; a few that lie far from the others do not count. */
  frameClosely(ids: string[]): void {
    const places = ids.map((id) => ({ id, ...this.canvas.goalOf(id) }))
    const near = withoutStrays(places).map(({ id }) => id)
    const goal = this.framed(near, undefined, 0, CLOSE)
    if (goal) this.move(goal)
  }

  /** Moves only if some of the nodes are out of sight, and no nearer than it is. `isClear`: none may lie under the corner either. */
  reveal(ids: string[], isClear = false): void {
    const free = freeArea(this.sigma.getContainer())
    const corner = isClear ? coveredCorner(this.sigma.getContainer()) : undefined
    if (this.placesOf(ids, this.state).every((place) => isFree(place, this.size, free, corner))) return
    const goal = this.framed(ids, undefined, 0, CLOSEST, corner)
    if (!goal) return
    if (goal.ratio >= this.now.ratio) this.move(goal)
    else this.move(this.framed(ids, undefined, 1, CLOSEST, corner) ?? goal)
  }

  private get size(): { width: number; height: number } {
    return this.sigma.getDimensions()
  }

  /** The camera as it will be: what is asked for next begins there. */
  private get state(): CameraState {
    const state = this.sigma.getCamera().getState()
    return this.goal && this.sigma.getCamera().isAnimated() ? { ...state, ...this.goal } : state
  }

  /** The camera that shows some nodes; seen from a ratio of its own, so that the same nodes always give the same. */
  private framed(ids: string[], ratio?: number, least = 0, closest = CLOSEST, corner?: Corner): Camera | undefined {
    const state = ratio === undefined ? this.state : { x: 0.5, y: 0.5, angle: 0, ratio }
    const free = freeArea(this.sigma.getContainer())
    const frame = frameBeside(corner, this.placesOf(ids, state), this.size, free, state.ratio, closest)
    if (!frame) return undefined
    const factor = Math.max(least, frame.factor)
    const middle = { x: this.size.width / 2, y: this.size.height / 2 }
    const at = (place: Place): Place => this.sigma.viewportToFramedGraph(place, { cameraState: state })
    const [from, to, centre] = [at(frame.from), at(frame.to), at(middle)]
    return {
      x: from.x - (to.x - centre.x) * factor,
      y: from.y - (to.y - centre.y) * factor,
      ratio: this.sigma.getCamera().getBoundedRatio(state.ratio * factor),
    }
  }

  private placesOf(ids: string[], cameraState: CameraState): Place[] {
    const drawn = drawnNodes(this.sigma)
    const shown = ids.filter((id) => drawn[id]?.hidden === false)
    return shown.map((id) => this.sigma.graphToViewport(this.canvas.goalOf(id), { cameraState }))
  }

  private move(goal: Camera, isAtOnce = isMotionReduced()): void {
    const camera = this.sigma.getCamera()
    this.goal = goal
    // An animation that is under way ends only when another takes its place.
    if (!isAtOnce || camera.isAnimated())
      void camera.animate(goal, { duration: isAtOnce ? 1 : DURATION_MS, easing: 'quadraticInOut' })
    if (isAtOnce) camera.setState(goal)
  }
}

/** Six digits after the point are less than a pixel, however near the camera is. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

export const isSame = (a: Camera | undefined, b: Camera | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.x === b.x && a.y === b.y && a.ratio === b.ratio)
