import { effect, untracked } from '@preact/signals'
import type { ApiNode, NodeType } from '../../api.ts'
import { ApiError, api } from '../api.ts'
import { expandMore, toggleChosen, withName } from '../state/changes.ts'
import { nodesIn } from '../state/rows.ts'
import {
  announcement,
  busy,
  canvasChange,
  go,
  isWebglLost,
  openDrawer,
  replace,
  report,
  select,
  shownVersion,
  view,
  ways,
} from '../state/store.ts'
import { isDark } from '../state/theme.ts'
import type { EdgeName, Expansion, View, Way } from '../state/view.ts'
import { nodesOn, waysIn } from '../state/ways.ts'
import { words } from '../strings.ts'
import { Canvas } from './canvas.ts'
import { Motion } from './motion.ts'
import { DARK, LIGHT } from './palette.ts'
import { Shown } from './shown.ts'
import { Stage } from './stage.ts'
import { stretchOf } from './view-frame.ts'

const MAP_LIMIT = 400
/** More nodes than this are not asked about for the lines between them. */
const MOST_CONNECTED = 500
const UNIT = 1000
const MOST_WAYS = 10
/** Why a node is on the canvas: it lies on a way that is shown. */
const WAY = 'way'

/** Keeps the canvas as the view says: loads what is missing, removes what is gone, shows what is selected. */
export class Controller {
  readonly canvas = new Canvas()
  /** What of the canvas is seen: the picture, the legend, the table and the filters all go by it. */
  readonly shown = new Shown(this.canvas)
  /** How many neighbours a node has, where the server said so. */
  readonly totals = new Map<string, number>()
  /** Nodes and relationships of the whole graph. */
  graphTotals = { nodes: 0, relationships: 0 }
  private readonly motion = new Motion(this.canvas)
  /** Absent where the browser has no WebGL: the table then stands for the picture. */
  private readonly stage: Stage | undefined
  private readonly expanded = new Map<string, number>()
  private readonly unknown = new Set<string>()
  private queue: Promise<void> = Promise.resolve()
  private isFollowing = false

  constructor(container: HTMLElement) {
    this.stage = this.makeStage(container)
  }

  /** Loads the map and follows the view from then on. May be called again after a failure. */
  async start(): Promise<void> {
    await this.loadMap()
    if (this.isFollowing) return
    this.isFollowing = true
    effect(() => {
      const next = view.value
      untracked(() => this.enqueue(() => this.follow(next)))
    })
    effect(() => {
      const { selected, chosen, way } = view.value
      canvasChange.value
      const edge = selected?.kind === 'edge' ? this.edgeId(selected) : undefined
      const node = selected?.kind === 'node' ? selected.id : undefined
      const on = way && ways.value ? nodesOn(ways.value) : []
      this.stage?.show({ selected: node, selectedEdge: edge, chosen, way: on }, this.shown.hidden.value)
    })
    effect(() => this.stage?.paint(isDark() ? DARK : LIGHT))
    // A drawer covers the left of the map: what is selected moves aside.
    effect(() => {
      if (openDrawer.value) this.enqueue(async () => this.stage?.revealSelection())
    })
  }

  /** Aims the camera at what the address names, else at the whole map. */
  open(): void {
    this.enqueue(async () => this.stage?.open())
  }

  /** Throws the picture away and draws the graph as it is now. */
  async reload(): Promise<void> {
    await this.loadMap()
    this.enqueue(() => this.follow(view.value))
  }

  /** Selects a node wherever it comes from; what is not on the map yet comes onto it with its neighbours. */
  goTo(id: string): void {
    const next = this.canvas.has(id) ? view.value : expandMore(view.value, id)
    const removed = next.removed.filter((each) => each !== id)
    go({ ...next, removed, selected: { kind: 'node', id } })
    this.enqueue(async () =>
      this.stage?.revealAround(view.value.selected?.kind === 'node' ? view.value.selected.id : id),
    )
  }

  zoom(factor: number): void {
    this.stage?.zoom(factor)
  }

  fit(): void {
    this.stage?.fit()
  }

  /** The nodes that are on the map: what filters, types that are off, the focus and people's own hands leave there. */
  visibleNodes(): ApiNode[] {
    return this.shown.nodes.value
  }

  /** What a node is called; its id where it is not on the canvas. */
  labelOf(id: string): string {
    return this.canvas.has(id) ? this.canvas.graph.getNodeAttribute(id, 'fullLabel') : id
  }

  /** What a node is; a paper where it is not on the canvas. */
  typeOf(id: string): NodeType {
    return this.canvas.has(id) ? this.canvas.graph.getNodeAttribute(id, 'kind') : 'paper'
  }

  /** How many neighbours of a node are on the canvas. */
  neighboursShown(id: string): number {
    return this.canvas.has(id) ? this.canvas.graph.degree(id) : 0
  }

  private makeStage(container: HTMLElement): Stage | undefined {
    const lose = (): void => {
      isWebglLost.value = true
      openDrawer.value = 'table'
    }
    try {
      return new Stage(container, this.canvas, isDark() ? DARK : LIGHT, {
        onNode: (id, isAlso) => {
          if (isAlso) {
            go(toggleChosen(view.value, id))
            return
          }
          select({ kind: 'node', id })
          this.enqueue(async () => this.stage?.revealSelection())
        },
        onEdge: (id) => this.selectEdge(id),
        onNothing: () => select(undefined),
        onOpen: (id) => go({ ...expandMore(view.value, id), selected: { kind: 'node', id } }),
        onDrag: () => this.motion.finish(),
        onLost: lose,
      })
    } catch {
      lose()
      return undefined
    }
  }

  private async loadMap(): Promise<void> {
    const map = await busy(api.map(MAP_LIMIT))
    this.motion.finish()
    this.canvas.clear()
    this.expanded.clear()
    this.totals.clear()
    this.unknown.clear()
    ways.value = undefined
    shownVersion.value = map.version
    this.graphTotals = map.totals
    const xs = map.nodes.map(({ x }) => x ?? 0)
    const ys = map.nodes.map(({ y }) => y ?? 0)
    const layout = { width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) }
    const stretch = stretchOf(layout, this.stage?.size ?? layout)
    this.canvas.scale = { x: UNIT * stretch.x, y: UNIT * stretch.y }
    this.canvas.add(map.nodes, 'map')
    this.canvas.connect(map.edges)
    this.stage?.holdFrame()
    canvasChange.value++
  }

  /** One change after the other: two answers must not place nodes at the same time. */
  private enqueue(work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => report(error))
  }

  private async follow(next: View): Promise<void> {
    // The person may have gone on while this waited for its turn.
    if (next !== view.value) return
    const { expanded, selected, chosen, way } = next
    for (const id of [...this.expanded.keys()]) if (!expanded.some((each) => each.id === id)) this.drop(id)
    for (const each of expanded) if (this.expanded.get(each.id) !== each.count) await this.expand(each)
    if (next !== view.value) return
    if (selected?.kind === 'node') await this.bring([selected.id])
    if (selected?.kind === 'edge') await this.bring([selected.from, selected.to])
    if (chosen.length > 0) await this.bring(chosen)
    if (next === view.value) await this.showWays(way)
  }

  /** Brings what lies on the ways between two nodes onto the map, or takes away what came with the ways before. */
  private async showWays(ends: Way | undefined): Promise<void> {
    const before = ways.value
    if (before?.ends.join('\u0001') === ends?.join('\u0001')) return
    if (before !== undefined) {
      this.motion.finish()
      this.canvas.remove(WAY)
      ways.value = undefined
      canvasChange.value++
    }
    if (ends === undefined) return
    const [from, to] = ends
    const answer = await busy(api.run('paths', Object.entries({ from, to, limit: String(MOST_WAYS) })))
    const found = waysIn(ends, answer)
    const ids = nodesOn(found)
    if (ids.length > 0) {
      const nodes = nodesIn(
        await busy(
          api.run(
            'nodes',
            ids.map((id) => ['ids', id] as const),
          ),
        ),
      )
      this.motion.finish()
      const fresh = this.canvas.add(nodes, WAY, from)
      await this.connectAll()
      this.motion.start(this.canvas.placeOf(from), fresh)
    }
    ways.value = found
    canvasChange.value++
    announcement.value = words.waysFound(found.ways)
    if (ids.length > 0) this.stage?.revealSelection()
  }

  private drop(id: string): void {
    this.motion.finish()
    this.expanded.delete(id)
    this.canvas.remove(reasonOf(id))
    canvasChange.value++
  }

  private async expand({ id, count }: Expansion): Promise<void> {
    if (!(await this.bring([id], reasonOf(id)))) return
    const answer = await busy(api.neighbours(id, count))
    this.motion.finish()
    // Fewer than before: going back in the history takes away what the last step brought.
    if ((this.expanded.get(id) ?? 0) > count) this.canvas.remove(reasonOf(id), new Set([id]))
    this.expanded.set(id, count)
    this.totals.set(id, answer.total)
    const fresh = this.canvas.add(answer.nodes, reasonOf(id), id)
    this.canvas.connect(answer.edges)
    await this.connectAll()
    this.motion.start(this.canvas.placeOf(id), fresh)
    canvasChange.value++
    if (view.value.selected?.kind === 'node' && view.value.selected.id === id && fresh.size > 0)
      this.stage?.revealSelection()
  }

  /** Nodes that the address names and the map does not hold. False if one of them is not there. */
  private async bring(ids: string[], reason = 'asked for'): Promise<boolean> {
    for (const id of ids) {
      if (this.canvas.has(id)) continue
      if (this.unknown.has(id)) return false
      try {
        const { node } = await busy(api.node(id))
        // The id may have been a name: the answer says which node it is, and the address says so from now on.
        if (node.id !== id) {
          replace(withName(view.value, id, node.id))
          if (this.canvas.has(node.id)) return false
        }
        this.canvas.add([node], reason)
        await this.connectAll()
        canvasChange.value++
        if (node.id !== id) return false
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 404) throw error
        this.unknown.add(id)
        return false
      }
    }
    return true
  }

  /** Lines between nodes that came to the canvas by different ways. */
  private async connectAll(): Promise<void> {
    const ids = this.canvas.ids().slice(-MOST_CONNECTED)
    this.canvas.connect((await busy(api.edges(ids))).edges)
  }

  private selectEdge(id: string): void {
    const edge = this.shown.hidden.value.instead.get(id) ?? this.canvas.graph.getEdgeAttribute(id, 'edge')
    select({ kind: 'edge', from: edge.from, type: edge.type, to: edge.to, key: edge.key })
  }

  private edgeId({ from, to }: EdgeName): string | undefined {
    const { graph } = this.canvas
    return graph.hasNode(from) && graph.hasNode(to) ? graph.edge(from, to) : undefined
  }
}

const reasonOf = (expanded: string): string => `expansion ${expanded}`
