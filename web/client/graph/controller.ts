import { computed, effect, untracked } from '@preact/signals'
import type { ApiNode, NodeType } from '../../api.ts'
import { chooseMany, expandMore, pin, toggleChosen, unpin, withChosen } from '../state/changes.ts'
import { communities, communityNames } from '../state/communities.ts'
import { isLassoOn, noteLasso } from '../state/exploring.ts'
import { bringPanelToFront } from '../state/front.ts'
import { losePicture, regainPicture } from '../state/picture-gone.ts'
import { settling, stopSettling } from '../state/settling.ts'
import { announcement, go, openDrawer, select, view } from '../state/store.ts'
import { isDark } from '../state/theme.ts'
import { type EdgeName, type Expansion, type Focus, MOST_TIDIED, MOST_TIDY_STEPS } from '../state/view.ts'
import { exploringWords } from '../words/exploring.ts'
import { startWords } from '../words/start.ts'
import { tidyWords } from '../words/tidy.ts'
import { CameraLink } from './camera-link.ts'
import { Canvas } from './canvas.ts'
import { Follower } from './follower.ts'
import { MapOpening } from './map-opening.ts'
import { isMotionReduced } from './motion.ts'
import { DARK, LIGHT } from './palette.ts'
import { linkPicture } from './picture-link.ts'
import type { Place } from './place.ts'
import { Shown } from './shown.ts'
import { Stage } from './stage.ts'

/** Keeps the canvas as the view says: loads what is missing, removes what is gone, shows what is selected. */
export class Controller {
  readonly canvas = new Canvas()
  /** What of the canvas is seen: the picture, the legend, the table and the filters all go by it. */
  readonly shown = new Shown(this.canvas)
  /** Absent where the browser has no WebGL: the table then stands for the picture. */
  private readonly stage: Stage | undefined
  private readonly follower: Follower
  private readonly cameraLink: CameraLink | undefined
  private isFollowing = false
  private readonly opening: MapOpening

  constructor(container: HTMLElement) {
    this.stage = this.makeStage(container)
    this.follower = new Follower(this.canvas, {
      onArrived: () => this.reveal(),
      isAllInSight: () => this.stage?.camera.isAllInSight ?? false,
      onOtherLayout: () => this.fit(),
    })
    const camera = this.stage?.camera
    if (camera) this.cameraLink = new CameraLink(camera, () => this.open(isMotionReduced()))
    const { canvas, stage, follower, cameraLink } = this
    // Before it is drawn: the first picture has its colours and what is selected already.
    this.opening = new MapOpening({ canvas, stage, follower, cameraLink, onOpened: () => this.follow() })
  }

  /** Nodes and relationships of the whole graph. */
  get graphTotals(): { nodes: number; relationships: number } {
    return this.opening.totals
  }

  /** Loads the map and follows the view from then on. May be called again after a failure. */
  start(): Promise<void> {
    return this.opening.open()
  }

  /** Aims the camera at what the address names, else at the whole map. */
  open(isAtOnce = true): void {
    const aim = (): void => {
      // A map of another size waits to be brought, and opens then.
      if (this.isFollowing && this.opening.isOutdated) return
      this.cameraLink?.opened(this.stage?.inFocus ?? [], isAtOnce)
    }
    // Another layout may be asked for in this very moment: first what is asked for lies where it will lie.
    this.follower.afterwards(() => this.follower.afterwards(aim))
  }

  /** Throws the picture away and draws the graph as it is now. */
  async reload(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.follower.afterwards(() => this.opening.open().then(resolve, reject))
    })
    this.follower.follow()
  }

  /** Another number of nodes was chosen. */
  private async changeSize(): Promise<void> {
    if (!this.opening.isOutdated) return
    try {
      await this.opening.open()
      await this.follower.catchUp()
    } finally {
      this.open()
    }
  }

  /** Moves the camera as far as is needed to see what is selected. */
  stayInSight(): void {
    this.reveal()
  }

  /** Selects a node wherever it comes from; what is not on the map yet comes onto it with its neighbours. */
  goTo(id: string): void {
    bringPanelToFront()
    const next = this.canvas.has(id) ? view.value : expandMore(view.value, id)
    const removed = next.removed.filter((each) => each !== id)
    go({ ...next, removed, selected: { kind: 'node', id } })
    // The id may have been a name.
    this.follower.afterwards(() => this.lookAt(view.value.selected?.kind === 'node' ? view.value.selected.id : id))
  }

  /** Shows a node with what is around it, in what panels leave free. */
  private lookAt(id: string): void {
    if (this.canvas.has(id)) this.stage?.camera.frame([id, ...this.canvas.graph.neighbors(id)])
  }

  /** Comes near to what is on the map of a community. */
  goToCommunity(community: number): void {
    const members = this.visibleNodes().filter((node) => node.community === community)
    this.stage?.camera.frameClosely(members.map(({ id }) => id))
    const named = communities.value.find((each) => each.community === community)
    if (named) announcement.value = startWords.wentTo(communityNames(named).join(', '))
  }

  /** Tidies the map; stops that while it lasts; puts the map back as it was. */
  tidy(): void {
    const { tidied, ...rest } = view.value
    const refusal =
      rest.picture.layout !== 'map'
        ? tidyWords.onlyMap
        : this.canvas.graph.order > MOST_TIDIED
          ? tidyWords.tooMany
          : undefined
    if (settling.value !== undefined) stopSettling()
    else if (tidied !== undefined) go(rest)
    else if (refusal !== undefined) noteLasso(refusal)
    // The camera stays where it is, also for whoever opens the address.
    else go({ ...rest, tidied: MOST_TIDY_STEPS, camera: this.stage?.camera.now ?? rest.camera })
  }

  zoom(factor: number): void {
    this.stage?.camera.zoom(factor)
  }

  /** Everything that is not switched off. */
  fit(): void {
    this.stage?.camera.frame(this.canvas.ids())
  }

  /** What is in sight; undefined where there is no picture. */
  snapshot(background: string): HTMLCanvasElement | undefined {
    return this.stage?.snapshot(background)
  }

  /** Keeps a node where it is, or lets it go back to its place. */
  togglePin(id: string): void {
    const isPinned = view.value.pinned.some((each) => each.id === id)
    if (isPinned) go(unpin(view.value, id))
    else if (this.canvas.has(id)) this.pinAt(id, this.canvas.goalOf(id))
    announcement.value = (isPinned ? exploringWords.unpinned : exploringWords.pinnedAt)(this.labelOf(id))
  }

  /** Shows only a node and what is around it, with neighbours of it if none was asked for; or everything again. */
  focusOn(focus: Focus | undefined): void {
    const { id } = focus ?? {}
    const isBare = id !== undefined && !view.value.expanded.some((each) => each.id === id)
    const hasMore = id !== undefined && this.neighboursShown(id) < (this.neighboursTotal({ id }) ?? Infinity)
    const next = isBare && hasMore ? expandMore(view.value, id) : view.value
    go({ ...next, removed: next.removed.filter((each) => each !== id), focus })
    if (focus) this.follower.afterwards(() => this.stage?.camera.frame(this.visibleNodes().map((each) => each.id)))
  }

  /** The selected node with its 1 step, with its 2 steps, everything. */
  nextFocus(): void {
    const { focus, selected } = view.value
    const id = selected?.kind === 'node' ? selected.id : focus?.id
    if (id === undefined) return
    if (focus?.id !== id) this.focusOn({ id, steps: 1 })
    else this.focusOn(focus.steps === 1 ? { id, steps: 2 } : undefined)
  }

  /** The nodes that are on the map: what filters, types that are off, the focus and people's own hands leave there. */
  visibleNodes(): ApiNode[] {
    return this.shown.nodes.value
  }

  /** Makes a node stand out as if the pointer were over it; none for undefined. */
  pointAt(id: string | undefined): void {
    this.stage?.pointAt(id !== undefined && this.canvas.has(id) ? id : undefined)
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

  /** How many neighbours a node has, of all or of a choice, where the server said so. */
  neighboursTotal(asked: Omit<Expansion, 'count'>): number | undefined {
    return this.follower.neighboursTotal(asked)
  }

  /** The page follows the view from now on. */
  private follow(): void {
    if (this.isFollowing) return
    this.isFollowing = true
    this.follower.start()
    if (this.stage)
      linkPicture(this.stage, {
        shown: this.shown,
        lineOf: (edge) => this.edgeId(edge),
        onLasso: (ids, isAlso) => this.chooseAll(ids, isAlso),
      })
    const most = computed(() => view.value.most)
    effect(() => {
      most.value
      if (this.opening.isOutdated) untracked(() => this.follower.afterwards(() => this.changeSize()))
    })
    // A drawer covers the left of the map: what is selected moves aside.
    effect(() => {
      if (openDrawer.value) untracked(() => this.reveal())
    })
  }

  private reveal(): void {
    this.follower.afterwards(() => {
      const { selected, chosen, way } = view.value
      if (selected || chosen.length > 0 || way) this.stage?.camera.reveal(this.stage.inFocus, way !== undefined)
    })
  }

  private makeStage(container: HTMLElement): Stage | undefined {
    try {
      return new Stage(container, this.canvas, isDark() ? DARK : LIGHT, {
        onNode: (id, isAlso) => {
          if (isAlso) {
            go(toggleChosen(view.value, id))
            return
          }
          select({ kind: 'node', id })
          this.reveal()
        },
        onEdge: (id) => this.selectEdge(id),
        onRegion: (community) => this.goToCommunity(community),
        onNothing: () => select(undefined),
        onOpen: (id) => go({ ...expandMore(view.value, id), selected: { kind: 'node', id } }),
        onDrag: () => this.follower.finishMoves(),
        onDrop: (id, place) => this.pinAt(id, place),
        onLasso: (ids, isAlso) => this.chooseAll(ids, isAlso),
        onLost: () => losePicture('lost'),
        onBack: regainPicture,
      })
    } catch {
      losePicture('absent')
      return undefined
    }
  }

  /** Chooses what a line was drawn around, and says how many were too many. */
  private chooseAll(ids: string[], isAlso: boolean): void {
    const { chosen, leftOut } = chooseMany(view.value, ids, isAlso || ids.length === 0)
    go(withChosen(view.value, chosen))
    announcement.value = exploringWords.chosen(ids.length === 0 ? 0 : chosen.length, leftOut)
    if (ids.length === 0 || leftOut > 0) noteLasso(announcement.value)
    if (ids.length > 0) isLassoOn.value = false
  }

  /** Keeps a node at a place of the canvas. */
  private pinAt(id: string, { x, y }: Place): void {
    const { scale } = this.canvas
    go(pin(view.value, { id, x: x / scale.x, y: y / scale.y }))
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

/** How many nodes the map of a view begins with. */
