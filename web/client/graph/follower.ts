import { computed, effect, untracked } from '@preact/signals'
import { announcement, busy, canvasChange, isFromHistory, replace, report, view, ways } from '../state/store.ts'
import { EMPTY_VIEW, type Expansion, type Layout, type Picture } from '../state/view.ts'
import type { Ways } from '../state/ways.ts'
import { words } from '../strings.ts'
import type { Canvas, Moves } from './canvas.ts'
import { layOut } from './layouts/lay-out.ts'
import { Motion } from './motion.ts'
import { askedBy, type Scene, SceneMaker } from './scene.ts'
import { Tidying } from './tidy/tidying.ts'

/** As the opening map is, before anything was asked for. */
const NOTHING = JSON.stringify([[], [], EMPTY_VIEW.picture, false])

/** Brings the canvas to what the view asks for, one change after the other: two answers must not place nodes at once. */
export class Follower {
  private readonly canvas: Canvas
  private readonly motion: Motion
  private readonly scenes: SceneMaker
  private readonly tidying: Tidying
  private readonly onArrived: () => void
  private readonly isAllInSight: () => boolean
  private readonly onOtherLayout: () => void
  private layoutShown: Layout | undefined
  private queue: Promise<void> = Promise.resolve()
  /** What the canvas holds beside the opening map, and where. */
  private shown = NOTHING

  /** `onArrived`: something came that a person asked for just now. `onOtherLayout`: all was in sight, and moves now. */
  constructor(
    canvas: Canvas,
    events: { onArrived: () => void; isAllInSight: () => boolean; onOtherLayout: () => void },
  ) {
    this.canvas = canvas
    this.motion = new Motion(canvas)
    this.scenes = new SceneMaker(canvas, report)
    this.tidying = new Tidying(canvas, this.motion, events)
    this.onArrived = events.onArrived
    this.isAllInSight = events.isAllInSight
    this.onOtherLayout = events.onOtherLayout
  }

  /** Follows the view from now on. */
  start(): void {
    const asked = computed(() => askedBy(view.value))
    effect(() => {
      asked.value
      untracked(() => this.follow())
    })
  }

  /** `isMoved`: the opening map itself lies elsewhere now. */
  follow(isMoved = false): void {
    this.afterwards(() => {
      if (isMoved) this.shown = ''
      return this.catchUp(isMoved)
    })
  }

  /** Does something when the canvas holds what the view asks for, and the panels are where they will be. */
  afterwards(work: () => Promise<void> | void): void {
    this.queue = this.queue
      .then(() => new Promise((rendered) => setTimeout(rendered)))
      .then(work)
      .catch((error: unknown) => report(error))
  }

  /** Before another graph is opened. */
  forget(): void {
    this.motion.start(new Map())
    this.scenes.forget()
    this.tidying.forget()
    ways.value = undefined
    this.shown = NOTHING
    this.layoutShown = undefined
  }

  finishMoves(): void {
    this.motion.finish()
  }

  neighboursTotal(asked: Omit<Expansion, 'count'>): number | undefined {
    return this.scenes.neighbours.total(asked)
  }

  /** To be done in its turn only: as part of what waits in `afterwards`. */
  async catchUp(isMoved = false): Promise<void> {
    const next = view.value
    const asked = askedBy(next)
    const isOutdated = (): boolean => asked !== askedBy(view.value)
    const scene = await busy(this.scenes.make(next))
    // The person may have gone on meanwhile, and what they ask for now waits already.
    if (isOutdated()) return
    if ('instead' in scene) {
      replace({ ...scene.instead, camera: view.value.camera })
      return
    }
    const hasFresh = this.show(scene, isMoved)
    const hasWays = this.tell(scene.ways)
    const ids = [...scene.placed.keys(), ...this.canvas.ids().filter((id) => !scene.placed.has(id))]
    if (scene.placed.size > 0 && (await busy(this.scenes.lines.ask(ids)))) this.connect(scene)
    if (!isOutdated()) this.tidying.follow(next, scene.pins)
    if ((hasFresh || hasWays) && !isFromHistory.value && !isOutdated()) this.onArrived()
  }

  /** True if nodes came. */
  private show({ placed, pins, picture, isTidied }: Scene, isMoved: boolean): boolean {
    const name = JSON.stringify([[...placed].map(([id, { place }]) => [id, place]), [...pins], picture, isTidied])
    if (name === this.shown) return false
    this.shown = name
    const hasFresh = [...placed.keys()].some((id) => !this.canvas.has(id))
    const { order, size } = this.canvas.graph
    this.motion.finish()
    const isOther = this.layoutShown !== undefined && this.layoutShown !== picture.layout
    const wasAllInSight = isOther && this.isAllInSight()
    const moves = this.canvas.settle(placed, pins, isTidied)
    this.canvas.connect(this.scenes.lines.of(placed.keys()))
    this.move(moves, picture, pins, isMoved)
    // Where nodes are changes no list and no count.
    const { graph } = this.canvas
    if (hasFresh || graph.order !== order || graph.size !== size) canvasChange.value++
    // An address or a step of the history says itself where the camera is.
    if (wasAllInSight && !isFromHistory.value) this.onOtherLayout()
    this.layoutShown = picture.layout
    return hasFresh
  }

  private connect({ placed, picture, pins }: Scene): void {
    this.canvas.connect(this.scenes.lines.of(placed.keys()))
    // A line to another paper may change the year that a concept belongs to.
    if (picture.layout === 'years') this.move(new Map(), picture, pins)
    canvasChange.value++
  }

  /** To the places of the map, or to those of another layout. `isGentle`: nobody asked for it just now. */
  private move(moves: Moves, picture: Picture, pins: Scene['pins'], isGentle = false): void {
    const laidOut = layOut(picture, this.canvas)
    this.canvas.marks = laidOut?.marks
    this.motion.start(laidOut === undefined ? moves : this.canvas.layOut(laidOut.places, pins), isGentle)
    // Nobody saw the map before the layout that the address asks for.
    if (laidOut !== undefined && this.layoutShown === undefined) this.motion.finish()
  }

  /** True if ways came: what lies on them may be out of sight. */
  private tell(found: Ways | undefined): boolean {
    if (ways.value === found) return false
    ways.value = found
    canvasChange.value++
    if (found) announcement.value = words.waysFound(found.ways)
    return found !== undefined
  }
}
