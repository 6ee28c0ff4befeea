import { communities } from '../state/communities.ts'
import { busy, canvasChange, shownVersion, view } from '../state/store.ts'
import { mapSizeOf } from '../state/view.ts'
import type { CameraLink } from './camera-link.ts'
import { type Canvas, UNIT } from './canvas.ts'
import type { Follower } from './follower.ts'
import { type LoadedMap, loadMap, settledPlaces } from './map-loader.ts'
import type { Stage } from './stage.ts'
import { nextPaint, Turns } from './turns.ts'
import { stretchOf } from './view-frame.ts'

/** A map of ten thousand nodes is read in one go: each frame in between would take as long as much of the reading. */
const FIRST_TURN_MS = 250

interface OpeningNeeds {
  canvas: Canvas
  /** Absent where the browser has no WebGL. */
  stage: Stage | undefined
  follower: Follower
  cameraLink: CameraLink | undefined
  /** The graph is on the canvas and will be drawn in a moment. */
  onOpened(): void
}

/** Opens the map that the view asks for, with so many nodes of the graph. */
export class MapOpening {
  /** Nodes and relationships of the whole graph. */
  totals = { nodes: 0, relationships: 0 }
  private readonly needs: OpeningNeeds
  /** How many nodes the map was asked for with. */
  private limit = 0
  private settling = new AbortController()

  constructor(needs: OpeningNeeds) {
    this.needs = needs
  }

  /** Whether the view asks for another number of nodes than the map has. */
  get isOutdated(): boolean {
    return wantedNow() !== this.limit
  }

  /** Throws away what is there, and draws the graph as it is now. */
  async open(): Promise<void> {
    this.settling.abort()
    await busy(this.draw(wantedNow()))
  }

  private async draw(limit: number): Promise<void> {
    const { canvas, stage, follower, cameraLink, onOpened } = this.needs
    this.limit = limit
    const map = await loadMap(limit)
    // Another number was chosen meanwhile, whose map is on its way.
    if (this.limit !== limit) return
    follower.forget()
    // The same graph lies as it lay: where the camera first stood over it is true still.
    if (map.version !== shownVersion.value) cameraLink?.forget()
    shownVersion.value = map.version
    this.totals = map.totals
    const stretch = stretchOf(map.span, stage?.size ?? map.span)
    canvas.scale = { x: UNIT * stretch.x, y: UNIT * stretch.y }
    stage?.pause()
    await canvas.open(map, new Turns(FIRST_TURN_MS))
    communities.value = map.communities
    canvasChange.value++
    onOpened()
    stage?.resume()
    // Lists and panels come after it.
    await nextPaint()
    if (map.layout === 'quick') void this.settle(limit, map)
  }

  /** Takes the better places of a large map when the server has them. */
  private async settle(limit: number, { version, ids }: LoadedMap): Promise<void> {
    const { canvas, follower } = this.needs
    this.settling = new AbortController()
    const { signal } = this.settling
    try {
      const places = await settledPlaces(limit, version, signal)
      while (canvas.held !== undefined) await new Promise((later) => setTimeout(later, 300))
      if (places === undefined || signal.aborted) return
      canvas.moveHome(ids, places.x, places.y)
      follower.follow(true)
    } catch {
      // The places that are there are good.
    }
  }
}

const wantedNow = (): number => mapSizeOf(view.value)
