import { describe, expect, it } from 'vitest'
import { DARK, LIGHT, mix, type Palette } from '../../web/client/graph/palette.ts'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each<[string, Palette]>([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s palette', (_name, palette) => {
  it('lets every type and every text be read on its surface', () => {
    for (const colour of [...Object.values(palette.types), palette.text, palette.textSoft])
      expect(contrast(colour, palette.surface), colour).toBeGreaterThanOrEqual(4.5)
  })

  it('has a colour of its own for each type', () => {
    expect(new Set(Object.values(palette.types)).size).toBe(6)
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
