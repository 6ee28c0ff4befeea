import { effect, untracked } from '@preact/signals'
import { ApiError, api } from '../api.ts'
import { busy, canvasChange, choices, go, isWebglLost, report, select, shownVersion, view } from '../state/store.ts'
import { isDark } from '../state/theme.ts'
import { type EdgeName, type Expansion, expandMore } from '../state/view.ts'
import { Canvas } from './canvas.ts'
import { DARK, LIGHT } from './palette.ts'
import { Stage } from './stage.ts'

const MAP_LIMIT = 400
/** More nodes than this are not asked about for the lines between them. */
const MOST_CONNECTED = 500

/** Keeps the canvas as the view says: loads what is missing, removes what is gone, shows what is selected. */
export class Controller {
  readonly canvas = new Canvas()
  readonly totals = new Map<string, number>()
  /** Nodes and relationships of the whole graph. */
  graphTotals = { nodes: 0, relationships: 0 }
  private readonly stage: Stage
  private readonly shown = new Map<string, number>()
  private queue: Promise<void> = Promise.resolve()

  constructor(container: HTMLElement) {
    this.stage = new Stage(container, this.canvas, isDark() ? DARK : LIGHT, {
      onNode: (id) => select({ kind: 'node', id }),
      onEdge: (id) => this.selectEdge(id),
      onNothing: () => select(undefined),
      onOpen: (id) => go({ ...expandMore(view.value, id), selected: { kind: 'node', id } }),
      onLost: () => {
        isWebglLost.value = true
      },
    })
  }

  /** Loads the map and follows the view from then on. */
  async start(): Promise<void> {
    await this.loadMap()
    effect(() => {
      const next = view.value
      untracked(() => this.enqueue(() => this.follow(next.expanded)))
    })
    effect(() => {
      const { selected, hidden } = view.value
      canvasChange.value
      const edge = selected?.kind === 'edge' ? this.edgeId(selected) : undefined
      this.stage.show({ selected: selected?.kind === 'node' ? selected.id : undefined, selectedEdge: edge, hidden })
    })
    effect(() => this.stage.paint(isDark() ? DARK : LIGHT))
  }

  /** Throws the picture away and draws the graph as it is now. */
  async reload(): Promise<void> {
    this.canvas.clear()
    this.shown.clear()
    this.totals.clear()
    await this.loadMap()
    this.enqueue(() => this.follow(view.value.expanded))
  }

  /** Selects a node wherever it comes from; what is not on the map yet comes onto it with its neighbours. */
  goTo(id: string): void {
    const next = this.canvas.has(id) ? view.value : expandMore({ ...view.value }, id)
    go({ ...next, selected: { kind: 'node', id } })
    this.enqueue(async () => this.reveal(id))
  }

  zoom(factor: number): void {
    this.stage.zoom(factor)
  }

  fit(): void {
    this.stage.fit()
  }

  /** How many neighbours of a node are on the canvas. */
  neighboursShown(id: string): number {
    return this.canvas.has(id) ? this.canvas.graph.degree(id) : 0
  }

  private async loadMap(): Promise<void> {
    const map = await busy(api.map(MAP_LIMIT))
    shownVersion.value = map.version
    this.graphTotals = map.totals
    this.canvas.add(map.nodes, 'map')
    this.canvas.connect(map.edges)
    canvasChange.value++
  }

  /** One change after the other: two answers must not place nodes at the same time. */
  private enqueue(work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => report(error))
  }

  private async follow(expanded: Expansion[]): Promise<void> {
    // The person may have gone on while this waited for its turn.
    if (expanded !== view.value.expanded) return
    for (const id of [...this.shown.keys()]) if (!expanded.some((each) => each.id === id)) this.drop(id)
    for (const each of expanded) if (this.shown.get(each.id) !== each.count) await this.expand(each)
    const { selected } = view.value
    if (selected?.kind === 'node') await this.bring([selected.id])
    if (selected?.kind === 'edge') await this.bring([selected.from, selected.to])
  }

  private drop(id: string): void {
    this.shown.delete(id)
    this.canvas.remove(`expansion ${id}`)
    canvasChange.value++
  }

  private async expand({ id, count }: Expansion): Promise<void> {
    await this.bring([id], `expansion ${id}`)
    if (!this.canvas.has(id)) return
    const answer = await busy(api.neighbours(id, count))
    this.shown.set(id, count)
    this.totals.set(id, answer.total)
    this.canvas.add(answer.nodes, `expansion ${id}`, id)
    this.canvas.connect(answer.edges)
    await this.connectAll()
    canvasChange.value++
    this.reveal(id)
  }

  /** Nodes that the address names and the map does not hold. */
  private async bring(ids: string[], reason = 'asked for'): Promise<void> {
    for (const id of ids) {
      if (this.canvas.has(id)) continue
      try {
        const { node } = await busy(api.node(id))
        // The id may have been a name: the answer says which node it is.
        this.canvas.add([{ ...node, id: node.id }], reason)
        await this.connectAll()
        canvasChange.value++
      } catch (error) {
        if (error instanceof ApiError && error.choices.length > 0) choices.value = error.choices
        else report(error)
      }
    }
  }

  /** Lines between nodes that came to the canvas by different ways. */
  private async connectAll(): Promise<void> {
    const ids = this.canvas.ids().slice(-MOST_CONNECTED)
    this.canvas.connect((await busy(api.edges(ids))).edges)
  }

  private reveal(id: string): void {
    if (!this.canvas.has(id) || view.value.selected?.kind !== 'node') return
    const isNarrow = window.innerWidth < 720
    const free = isNarrow
      ? { left: 0, top: 110, right: 0, bottom: window.innerHeight * 0.5 }
      : { left: 0, top: 60, right: 420, bottom: 0 }
    this.stage.reveal(id, free)
  }

  private selectEdge(id: string): void {
    const { edge } = this.canvas.graph.getEdgeAttributes(id)
    select({ kind: 'edge', from: edge.from, type: edge.type, to: edge.to, key: edge.key })
  }

  private edgeId({ from, to }: EdgeName): string | undefined {
    const { graph } = this.canvas
    return graph.hasNode(from) && graph.hasNode(to) ? graph.edge(from, to) : undefined
  }
}
