import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Canvas, type Moves } from '../../web/client/graph/canvas.ts'
import { Motion } from '../../web/client/graph/motion.ts'
import { Turns } from '../../web/client/graph/turns.ts'
import { node } from './drawn-graph.ts'

const THERE = { x: 10, y: 20 }

describe('nodes that move', () => {
  let frames: ((now: number) => void)[] = []
  let isReduced = false
  let canvas: Canvas
  let motion: Motion

  beforeEach(async () => {
    frames = []
    isReduced = false
    vi.stubGlobal('matchMedia', () => ({ matches: isReduced }))
    vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame))
    vi.stubGlobal('cancelAnimationFrame', () => {
      frames = []
    })
    canvas = new Canvas()
    await canvas.open({ nodes: ['a', 'b'].map((id) => ({ ...node(id, 'paper'), x: 0, y: 0 })), edges: [] }, new Turns())
    motion = new Motion(canvas)
  })
  afterEach(() => vi.unstubAllGlobals())

  const moves = (...ids: string[]): Moves => new Map(ids.map((id) => [id, { from: { x: 0, y: 0 }, to: THERE }]))
  /** All frames until nothing moves, as if so much time had passed. */
  const pass = (ms: number): void => {
    const until = performance.now() + ms
    for (let frame = frames.shift(); frame; frame = frames.shift()) {
      frame(until)
      if (ms < 400) return
    }
  }

  it('are on their way for a while, and then where they belong', () => {
    motion.start(moves('a'))
    expect(canvas.placeOf('a')).toEqual({ x: 0, y: 0 })
    pass(200)
    expect(canvas.placeOf('a').x).toBeGreaterThan(1)
    expect(canvas.placeOf('a').x).toBeLessThan(10)
    expect(canvas.goalOf('a')).toEqual(THERE)
    pass(900)
    expect(canvas.placeOf('a')).toEqual(THERE)
    expect(canvas.moving.size).toBe(0)
  })

  it('are there at once for those who want no motion', () => {
    isReduced = true
    motion.start(moves('a', 'b'))
    expect([canvas.placeOf('a'), canvas.placeOf('b')]).toEqual([THERE, THERE])
  })

  it('do not move while somebody holds them', () => {
    canvas.held = 'a'
    motion.start(moves('a', 'b'))
    pass(900)
    expect([canvas.placeOf('a'), canvas.placeOf('b')]).toEqual([{ x: 0, y: 0 }, THERE])
  })

  it('stay under the pointer when they move by themselves, and follow when it has left', () => {
    canvas.point('a')
    motion.start(moves('a', 'b'), true)
    pass(900)
    expect([canvas.placeOf('a'), canvas.placeOf('b')]).toEqual([{ x: 0, y: 0 }, THERE])
    expect(canvas.goalOf('a')).toEqual(THERE)
    canvas.point(undefined)
    expect(canvas.placeOf('a')).toEqual({ x: 0, y: 0 })
    pass(900)
    expect(canvas.placeOf('a')).toEqual(THERE)
  })

  it('wait under the pointer to the end when it leaves on the way, and do not jump', () => {
    canvas.point('a')
    motion.start(moves('a', 'b'), true)
    pass(200)
    canvas.point(undefined)
    pass(300)
    expect(canvas.placeOf('a')).toEqual({ x: 0, y: 0 })
    pass(900)
    expect(canvas.placeOf('a')).toEqual(THERE)
  })

  it('go from where they are when they are sent elsewhere on the way', () => {
    motion.start(moves('a', 'b'))
    pass(200)
    const from = canvas.placeOf('a')
    motion.start(new Map([['a', { from, to: { x: -50, y: 0 } }]]))
    expect([canvas.placeOf('a'), canvas.placeOf('b')]).toEqual([from, THERE])
    pass(900)
    expect(canvas.placeOf('a')).toEqual({ x: -50, y: 0 })
  })

  it('move away from under the pointer when somebody asked for it', () => {
    canvas.point('a')
    motion.start(moves('a'))
    pass(900)
    expect(canvas.placeOf('a')).toEqual(THERE)
  })
})
