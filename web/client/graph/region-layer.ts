import { effect } from '@preact/signals'
import type Sigma from 'sigma'
import type { ApiCommunity } from '../../api.ts'
import { communities, namesOf, pointedCommunity } from '../state/communities.ts'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'
import { drawnNodes } from './drawn-nodes.ts'
import { type Box, Boxes } from './label-places.ts'
import { directionOf, FONT, shorten, type TextWidths } from './label-text.ts'
import type { Palette } from './palette.ts'
import { type Region, regionsOf, strengthOf } from './regions.ts'

/** One name for so many square pixels. */
const AREA_PER_NAME = 42_000
const LARGEST = 27
const SMALLEST = 15.5
/** Fainter than this, a name takes no room from others and cannot be clicked. */
const FAINT = 0.3
const LONGEST = 26

/** Names are quiet while something is pointed at, and go while something stands out. */
export type Quiet = 'none' | 'some' | 'all'

interface Placed {
  community: number
  box: Box
}

/** The names of communities on the map, as an atlas has those of countries: under the names of nodes, clear of each other. */
export class RegionLayer {
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>
  private readonly palette: () => Palette
  private readonly quiet: () => Quiet
  private regions: ReadonlyMap<number, Region> | undefined
  private hidden: (id: string) => boolean = () => false
  private placed: Placed[] = []
  /** The nodes that the names on the map are those of: they need no second one. */
  named: ReadonlySet<string> = new Set()

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, palette: () => Palette, quiet: () => Quiet) {
    this.sigma = sigma
    this.palette = palette
    this.quiet = quiet
    sigma.on('afterProcess', () => this.forget())
    effect(() => {
      if (communities.value.length > 0 || pointedCommunity.value !== undefined) sigma.scheduleRender()
    })
  }

  /** After nodes have moved. */
  forget(): void {
    this.regions = undefined
  }

  /** The community whose name stands at a point of the canvas, in pixels. */
  at({ x, y }: { x: number; y: number }): number | undefined {
    return this.placed.find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.community
  }

  /** Draws the names and gives the room that they take. */
  draw(context: CanvasRenderingContext2D, widths: TextWidths, area: Box, blocked: readonly Box[]): Box[] {
    this.placed = []
    const named = new Set<string>()
    this.named = named
    const quiet = this.quiet()
    if (quiet === 'all' || communities.value.length === 0) return []
    this.regions ??= this.read()
    const taken = new Boxes()
    for (const box of blocked) taken.add(box)
    const size = { width: area.right - area.left, height: area.bottom - area.top }
    const most = Math.max(3, Math.round((size.width * size.height) / AREA_PER_NAME))
    const strongest = Math.max(...communities.value.map(({ importance }) => importance))
    for (const community of communities.value) {
      if (this.placed.length >= most) break
      const region = this.regions.get(community.community)
      // What is left of a community after filters may be too little to call it by its name.
      if (!region || region.nodes < community.nodes * 0.3) continue
      const share = Math.sqrt(community.importance / strongest)
      const name = this.nameOf(community, region, widths, share, Math.min(size.width, size.height))
      if (!name || name.strength <= 0) continue
      const box = name.places.find((each) => isInside(each, area) && taken.isFree(each))
      if (!box) continue
      taken.add(box)
      if (name.strength > FAINT) {
        this.placed.push({ community: community.community, box })
        for (const id of name.ids) named.add(id)
      }
      const strength = quiet === 'some' ? Math.min(name.strength, 0.35) : name.strength
      this.drawName(context, name, box, strength, pointedCommunity.value === community.community)
    }
    return this.placed.map(({ box }) => box)
  }

  private read(): ReadonlyMap<number, Region> {
    const { sigma } = this
    const shown: { x: number; y: number; community: number }[] = []
    const hidden = new Set<string>()
    const drawn = drawnNodes(sigma)
    sigma.getGraph().forEachNode((id, { node: { community } }) => {
      const data = drawn[id]
      if (!data || data.hidden) hidden.add(id)
      else if (community !== undefined) shown.push({ x: data.x, y: data.y, community })
    })
    this.hidden = (id) => hidden.has(id)
    return regionsOf(shown)
  }

  private nameOf(
    community: ApiCommunity,
    region: Region,
    measured: TextWidths,
    share: number,
    free: number,
  ): Name | undefined {
    const concepts = namesOf(community, this.hidden)
    const lines = concepts.map(({ label }) => shorten(label, LONGEST))
    if (lines.length === 0) return undefined
    const ids = concepts.map(({ id }) => id)
    const { sigma } = this
    const { x, y } = sigma.framedGraphToViewport(region)
    const edge = sigma.framedGraphToViewport({ x: region.x + region.radius, y: region.y })
    const radius = Math.hypot(edge.x - x, edge.y - y)
    const ratio = sigma.getCamera().ratio
    const across = (3 * radius) / free
    const strength = strengthOf(across, across * ratio)
    const first = (SMALLEST + (LARGEST - SMALLEST) * share) * Math.min(1, Math.max(0.74, free / 620))
    const sizes = lines.map((_, at) => (at === 0 ? first : Math.max(12.5, first * 0.66)))
    const widths = lines.map((line, at) => measured.of(fontOf(sizes[at] ?? first, at), line))
    const width = Math.max(...widths)
    const height = sizes.reduce((sum, each) => sum + each * 1.16, 0)
    const step = Math.min(radius * 0.6, height)
    const places = [0, -1, 1, -2, 2].map((up) => boxAround(x, y + up * step, width, height))
    return { ids, lines, sizes, strength, places }
  }

  private drawName(
    context: CanvasRenderingContext2D,
    { lines, sizes }: Name,
    box: Box,
    strength: number,
    isPointed: boolean,
  ): void {
    const { text, textSoft, surface } = this.palette()
    const middle = (box.left + box.right) / 2
    let top = box.top
    context.save()
    context.globalAlpha = isPointed ? 1 : strength
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
    for (const [at, line] of lines.entries()) {
      const size = sizes[at] ?? SMALLEST
      context.font = fontOf(size, at)
      context.direction = directionOf(line)
      context.lineWidth = size * 0.3
      context.strokeStyle = surface
      context.strokeText(line, middle, top + size * 0.58)
      context.fillStyle = isPointed ? text : textSoft
      context.fillText(line, middle, top + size * 0.58)
      top += size * 1.16
    }
    context.restore()
  }
}

interface Name {
  ids: string[]
  lines: string[]
  sizes: number[]
  strength: number
  places: Box[]
}

const fontOf = (size: number, line: number): string => `${line === 0 ? 700 : 600} ${size.toFixed(1)}px ${FONT}`
const boxAround = (x: number, y: number, width: number, height: number): Box => ({
  ...{ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 },
})
const isInside = (box: Box, area: Box): boolean =>
  box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom
