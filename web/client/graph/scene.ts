import type { ApiNode } from '../../api.ts'
import { ApiError } from '../api.ts'
import { encodeView } from '../state/address.ts'
import { withName } from '../state/changes.ts'
import { EMPTY_VIEW, type Expansion, type Picture, STEP, type View } from '../state/view.ts'
import type { Ways } from '../state/ways.ts'
import { arrange, type Placed } from './arrange.ts'
import { type Arrival, arrivalsOf, type Brought } from './arrival.ts'
import type { Canvas } from './canvas.ts'
import { Lines } from './lines.ts'
import { NamedNodes } from './named-nodes.ts'
import { Neighbours } from './neighbours.ts'
import type { Place } from './place.ts'
import { type FoundWays, WayFinder } from './way-finder.ts'

/** What belongs on the canvas beside the opening map. */
export interface Scene {
  placed: ReadonlyMap<string, Placed>
  pins: ReadonlyMap<string, Place>
  picture: Picture
  isTidied: boolean
  ways: Ways | undefined
}

/** Works out from a view and from what the server knows what belongs on the canvas, and where. */
export class SceneMaker {
  readonly lines = new Lines()
  readonly neighbours = new Neighbours((edges) => this.lines.remember(edges))
  private readonly named = new NamedNodes()
  private readonly wayFinder = new WayFinder()
  private readonly canvas: Canvas
  private readonly onFailure: (error: unknown) => void

  /** What fails is told, and the rest of the view is shown without it. */
  constructor(canvas: Canvas, onFailure: (error: unknown) => void) {
    this.canvas = canvas
    this.onFailure = onFailure
  }

  /** Before another graph is opened. */
  forget(): void {
    for (const each of [this.lines, this.neighbours, this.named, this.wayFinder]) each.forget()
  }

  /** The scene of a view; or the view to show in its place, where a name in it stands for an id. */
  async make(view: View): Promise<Scene | { instead: View }> {
    const [brought, found] = await Promise.all([
      Promise.all(view.expanded.map((each) => this.bring(each))),
      view.way ? this.orElse(this.wayFinder.find(view.way), undefined) : undefined,
    ])
    const arrivals = this.arrivals(view, brought, found)
    const alone = arrivals.flatMap(({ kind, id }) => (kind === 'alone' ? [id] : []))
    const renamed = (await Promise.all(alone.map((id) => this.renamed(id)))).filter((each) => each !== undefined)
    if (renamed.length > 0)
      return { instead: renamed.reduce<View>((after, [name, id]) => withName(after, name, id), view) }
    const { scale } = this.canvas
    const pins = new Map(view.pinned.map(({ id, x, y }) => [id, { x: x * scale.x, y: y * scale.y }]))
    const placed = arrange(arrivals, this.canvas.mapGround(), pins, (id) => this.named.get(id))
    return { placed, pins, picture: layoutOf(view), isTidied: view.tidied !== undefined, ways: found?.ways }
  }

  private arrivals(view: View, brought: Brought[], found: FoundWays | undefined): Arrival[] {
    const isOnMap = (id: string): boolean => this.canvas.isOnMap(id)
    const arrivals = arrivalsOf(isOnMap, brought, namesIn(view))
    if (!found) return arrivals
    const there = new Set(
      arrivals.flatMap((each) => (each.kind === 'alone' ? each.id : each.nodes.map(({ id }) => id))),
    )
    const nodes = found.nodes.filter(({ id }) => !isOnMap(id) && !there.has(id))
    return nodes.length === 0 ? arrivals : [...arrivals, { kind: 'around', id: found.ways.ends[0], nodes }]
  }

  private async bring(expansion: Expansion): Promise<Brought> {
    const { id } = expansion
    const held = this.canvas.isOnMap(id) ? this.canvas.graph.degree(id) : 0
    const asked = this.neighbours.bring(expansion, (each) => this.canvas.isOnMap(each), held)
    return { id, steps: inSteps(await this.orElse(asked, [])) }
  }

  /** The name and the id that it stands for, if that is another. */
  private async renamed(name: string): Promise<[name: string, id: string] | undefined> {
    const found = await this.orElse(this.named.find(name), undefined)
    return found && found.node.id !== name ? [name, found.node.id] : undefined
  }

  private async orElse<T, U>(work: Promise<T>, otherwise: U): Promise<T | U> {
    try {
      return await work
    } catch (error) {
      // The panel says that nothing is called so.
      if (!(error instanceof ApiError && error.status === 404)) this.onFailure(error)
      return otherwise
    }
  }
}

/** What a view asks the canvas to hold, as a word: as long as it is the same, nothing comes or goes. */
export function askedBy(view: View): string {
  const { expanded, selected, chosen, way, focus, pinned, tidied } = view
  const picture = layoutOf(view)
  return encodeView({
    ...EMPTY_VIEW,
    expanded,
    selected,
    chosen,
    way,
    focus,
    pinned,
    picture,
    ...(tidied ? { tidied } : {}),
  })
}

/** What of a picture decides on places: on a map that is not tidied sizes do not. */
const layoutOf = ({ picture: { layout, size }, tidied }: View): Picture => ({
  ...EMPTY_VIEW.picture,
  ...(layout === 'map' && tidied === undefined ? {} : { layout, size }),
})

/** Nodes that a view names: they are on the canvas whether or not anything brings them. */
function namesIn({ selected, chosen, focus }: View): string[] {
  const names = [...chosen, ...(focus ? [focus.id] : [])]
  if (selected?.kind === 'node') names.push(selected.id)
  if (selected?.kind === 'edge') names.push(selected.from, selected.to)
  return [...new Set(names)]
}

function inSteps(nodes: ApiNode[]): ApiNode[][] {
  return Array.from({ length: Math.ceil(nodes.length / STEP) }, (_, at) => nodes.slice(at * STEP, (at + 1) * STEP))
}
