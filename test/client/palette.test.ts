import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { linearOf, rampAt, toOklab } from '../../web/client/graph/oklab.ts'
import { DARK, LIGHT, mix, type Palette, veil } from '../../web/client/graph/palette.ts'
import { ciede2000, differenceOf, seenWith, VISIONS } from './colour-vision.ts'

/** What eyes tell apart at a glance in small marks; 1 is the least that they tell apart side by side. */
const LEAST_DIFFERENCE = 12
/** Papers are hollow and small as well. */
const LEAST_DIFFERENCE_FROM_PAPERS = 6

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = linearOf(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}
const lightnessOf = (hex: string): number => toOklab(linearOf(hex))[0]

/** The two colours of a list that are hardest to tell apart. */
function nearest(colours: readonly string[], vision: string): { difference: number; pair: string[] } {
  let found = { difference: Infinity, pair: [''] }
  for (const [at, a] of colours.entries())
    for (const b of colours.slice(at + 1)) {
      const difference = differenceOf(seenWith(vision, a), seenWith(vision, b))
      if (difference < found.difference) found = { difference, pair: [a, b] }
    }
  return found
}

describe.each<[string, Palette]>([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s palette', (name, palette) => {
  const { paper, ...filled } = palette.types

  it('lets every type and every text be read on its surface', () => {
    for (const colour of [...Object.values(palette.types), palette.text, palette.textSoft])
      for (const ground of [palette.surface, palette.raised])
        expect(contrast(colour, ground), colour).toBeGreaterThanOrEqual(4.5)
  })

  it('lets every mark be seen on its surface', () => {
    const years = [0, 0.25, 0.5, 0.75, 1].map((share) => rampAt(palette.years, share))
    for (const colour of [...palette.communities, ...years, palette.neutral])
      for (const ground of [palette.surface, palette.raised])
        expect(contrast(colour, ground), colour).toBeGreaterThanOrEqual(3)
  })

  it.each(VISIONS)('tells types apart in %s vision', (vision) => {
    const { difference, pair } = nearest(Object.values(filled), vision)
    expect(difference, pair.join(' ')).toBeGreaterThanOrEqual(LEAST_DIFFERENCE)
    for (const colour of Object.values(filled))
      expect(nearest([colour, paper], vision).difference, colour).toBeGreaterThanOrEqual(LEAST_DIFFERENCE_FROM_PAPERS)
  })

  it.each(VISIONS)('tells communities apart in %s vision', (vision) => {
    expect(palette.communities).toHaveLength(8)
    const { difference, pair } = nearest(palette.communities, vision)
    expect(difference, pair.join(' ')).toBeGreaterThanOrEqual(LEAST_DIFFERENCE)
  })

  it.each(VISIONS)('goes from old years to new ones in even steps of lightness in %s vision', (vision) => {
    const steps = Array.from({ length: 9 }, (_, at) => lightnessOf(seenWith(vision, rampAt(palette.years, at / 8))))
    const away = lightnessOf(palette.surface) > 0.5 ? -1 : 1
    for (const [at, step] of steps.slice(1).entries())
      expect((step - (steps[at] ?? 0)) * away, `step ${at}`).toBeGreaterThan(0.015)
  })

  it('is that of the style sheet', () => {
    const sheet = readFileSync(new URL('../../web/client/styles/base.css', import.meta.url), 'utf8')
    const block = name === 'light' ? sheet.split('}')[0] : sheet.split('}')[1]
    for (const [type, colour] of Object.entries(palette.types)) expect(block).toContain(`--${type}: ${colour};`)
  })
})

describe('measuring colours', () => {
  // Pairs 1, 7, 17 and 24 of the table of Sharma, Wu and Dalal.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [58, 24, 15], 19.4535],
  ] as const)('finds the differences of the published table: %j, %j', (a, b, difference) => {
    expect(ciede2000(a, b)).toBeCloseTo(difference, 4)
  })

  it('sees red and green alike without red or green cones, and grey as it is', () => {
    expect(differenceOf('#c00000', '#008000')).toBeGreaterThan(50)
    expect(differenceOf(seenWith('deuteranopia', '#a06000'), seenWith('deuteranopia', '#708000'))).toBeLessThan(12)
    for (const vision of VISIONS) expect(differenceOf(seenWith(vision, '#808080'), '#808080')).toBeLessThan(1)
  })

  it('walks a ramp from end to end', () => {
    expect([rampAt(['#000000', '#ffffff'], 0), rampAt(['#000000', '#ffffff'], 1)]).toEqual(['#000000', '#ffffff'])
    expect(rampAt(['#102030', '#a0b0c0', '#ffeedd'], 0.5)).toBe('#a0b0c0')
  })
})

describe('mixing colours', () => {
  it('gives the parts asked for', () => {
    expect([mix('#ffffff', '#000000', 0.5), mix('#ff0000', '#0000ff', 1), mix('#ff0000', '#0000ff', 0)]).toEqual([
      '#808080',
      '#ff0000',
      '#0000ff',
    ])
  })
})

describe('a veil', () => {
  /** What WebGL makes of it over a ground, as Sigma sets it up: the colour as it is, the ground by what is left. */
  const over = (drawn: string, ground: string): number[] =>
    [1, 3, 5].map((at) => {
      const [own, under, alpha] = [drawn.slice(at, at + 2), ground.slice(at, at + 2), drawn.slice(7)].map((hex) =>
        Number.parseInt(hex, 16),
      )
      return (own ?? 0) + (under ?? 0) * (1 - (alpha ?? 0) / 255)
    })

  it.each([LIGHT, DARK])('lies between its colour and the ground, and many together come to its colour', (palette) => {
    const { surface } = palette
    for (const colour of [palette.faded, palette.types.method, palette.edge(palette.types.model).rest]) {
      const [once, goal] = [over(veil(colour, 0.4), surface), mix(colour, surface, 0.4)]
      once.forEach((channel, at) => {
        expect(Math.abs(channel - Number.parseInt(goal.slice(1 + 2 * at, 3 + 2 * at), 16))).toBeLessThanOrEqual(2)
      })
      expect(veil(colour, 1)).toBe(`${colour}ff`)
    }
  })
})
