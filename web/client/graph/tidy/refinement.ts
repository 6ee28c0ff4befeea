/// <reference path="./iterate.d.ts" />
import iterate from 'graphology-layout-forceatlas2/iterate.js'
import { forcesOf } from '../../../layout-forces.ts'
import { Plane } from './plane.ts'
import { makeRoom } from './room.ts'
import type { TidyInput, TidyPlaces } from './tidy-input.ts'

/** Columns of ForceAtlas2's own matrices. */
const PER_NODE = 10
const [MASS, CONVERGENCE, FIXED] = [6, 7, 9] as const
const PER_TIE = 3
/** Up to so many nodes each pushes each of the others; beyond that far ones push as one (Barnes and Hut 1986). */
const MOST_BY_PAIR = 800
/** Steps get smaller towards the end, by so much. */
const COOLING = 15
/** Nodes that move by less than this on average are at rest; as a share of how far the farthest lies from the middle. */
const STILL = 6e-5

type Forces = ReturnType<typeof forcesOf>

/**
 * Lets the nodes of a map find better places from where they are, step by step and by nothing but what it is given: ForceAtlas2
 * (Jacomy, Venturini, Heymann and Bastian 2014, PLoS ONE 9(6)) with the forces by which the server laid the map out.
 */
export class Refinement {
  private readonly input: TidyInput
  private readonly most: number
  private readonly plane: Plane
  private readonly forces: Forces
  private readonly nodes: Float64Array
  private readonly ties: Float64Array
  /** From the plane to the forces' own unit. */
  private readonly scale: number
  private isStill = false
  /** How many steps were taken. */
  done = 0

  /** `most`: so many steps are taken at most; the later ones are small. */
  constructor(input: TidyInput, most: number) {
    const order = input.x.length
    this.input = input
    this.most = most
    this.plane = new Plane(input)
    this.forces = forcesOf(Math.max(2, order), order > MOST_BY_PAIR)
    this.nodes = new Float64Array(order * PER_NODE)
    this.ties = new Float64Array(input.from.length * PER_TIE)
    for (let each = 0; each < order; each++) {
      const { x, y } = this.plane.unrolled(input.x[each] ?? 0, input.y[each] ?? 0)
      const at = each * PER_NODE
      this.nodes.set([x, y], at)
      this.nodes[at + MASS] = 1
      this.nodes[at + CONVERGENCE] = 1
      this.nodes[at + FIXED] = input.isFixed[each] ?? 0
    }
    for (let tie = 0; tie < input.from.length; tie++) {
      const [from, to] = [(input.from[tie] ?? 0) * PER_NODE, (input.to[tie] ?? 0) * PER_NODE]
      const pull = input.pull[tie] ?? 1
      for (const end of [from, to]) this.nodes[end + MASS] = (this.nodes[end + MASS] ?? 1) + pull
      this.ties.set([from, to, pull], tie * PER_TIE)
    }
    this.scale = 1 / largenessOf(input, this.nodes, this.ties, this.forces)
    for (let at = 0; at < this.nodes.length; at += PER_NODE) {
      this.nodes[at] = (this.nodes[at] ?? 0) * this.scale
      this.nodes[at + 1] = (this.nodes[at + 1] ?? 0) * this.scale
    }
  }

  /** Nothing moves any more, or enough steps were taken. */
  get isDone(): boolean {
    return this.isStill || this.done >= this.most || this.input.x.length < 2
  }

  step(): void {
    if (this.isDone) return
    const before = this.nodes.slice()
    const slowDown = this.forces.slowDown * (1 + COOLING * (this.done / this.most) ** 2)
    iterate({ ...this.forces, slowDown }, this.nodes, this.ties)
    this.done++
    this.isStill = movementOf(before, this.nodes) < STILL
  }

  /** Where nodes are after the steps so far, none on another. */
  places(): TidyPlaces {
    const { input, nodes, plane, scale } = this
    const [x, y] = [Float64Array.from(input.x), Float64Array.from(input.y)]
    for (let each = 0; each < x.length; each++) {
      if (input.isFixed[each] === 1) continue
      const at = each * PER_NODE
      const place = plane.rolled((nodes[at] ?? 0) / scale, (nodes[at + 1] ?? 0) / scale)
      x[each] = place.x
      y[each] = place.y
    }
    makeRoom({ ...input, x, y })
    return { x, y }
  }
}

/** How far nodes moved on average, as a share of how far the farthest lies from the middle. */
function movementOf(before: Float64Array, after: Float64Array): number {
  let [moved, reach] = [0, 0]
  for (let at = 0; at < after.length; at += PER_NODE) {
    const [x, y] = [after[at] ?? 0, after[at + 1] ?? 0]
    moved += Math.hypot(x - (before[at] ?? 0), y - (before[at + 1] ?? 0))
    reach = Math.max(reach, Math.hypot(x, y))
  }
  return reach === 0 ? 0 : (moved * PER_NODE) / after.length / reach
}

/**
 * How much larger the opening map is than these forces would have it. In balance what pulls nodes together does as much work over
 * their distances as what pushes them apart; else the whole would shrink or grow before anything else happened.
 */
function largenessOf({ isHome }: TidyInput, nodes: Float64Array, ties: Float64Array, forces: Forces): number {
  const masses = Float64Array.from(isHome)
  for (let tie = 0; tie < ties.length; tie += PER_TIE) {
    const [from, to] = [(ties[tie] ?? 0) / PER_NODE, (ties[tie + 1] ?? 0) / PER_NODE]
    if (isHome[from] !== 1 || isHome[to] !== 1) continue
    for (const end of [from, to]) masses[end] = (masses[end] ?? 0) + (ties[tie + 2] ?? 0)
  }
  const total = masses.reduce((sum, each) => sum + each, 0)
  const usual =
    total /
    Math.max(
      1,
      isHome.reduce((sum, each) => sum + each, 0),
    )
  let pulled = 0
  let pushed = total * total
  for (const [each, mass] of masses.entries()) {
    pushed -= mass * mass
    const at = each * PER_NODE
    pulled += forces.gravity * mass * ((nodes[at] ?? 0) ** 2 + (nodes[at + 1] ?? 0) ** 2)
  }
  for (let tie = 0; tie < ties.length; tie += PER_TIE) {
    const [from, to] = [ties[tie] ?? 0, ties[tie + 1] ?? 0]
    const mass = masses[from / PER_NODE] ?? 0
    if (mass === 0 || isHome[to / PER_NODE] !== 1) continue
    const [dx, dy] = [(nodes[from] ?? 0) - (nodes[to] ?? 0), (nodes[from + 1] ?? 0) - (nodes[to + 1] ?? 0)]
    pulled += (usual * (ties[tie + 2] ?? 0) * (dx * dx + dy * dy)) / mass
  }
  pushed *= forces.scalingRatio / 2
  return pulled > 0 && pushed > 0 ? Math.sqrt(pulled / pushed) : 1
}
