import { NODE_COLOURS } from '../../../queries/node-colours.ts'
import type { NodeType } from '../../api.ts'

/**
 * Colours of the six types and of the most important communities, chosen so that people with protanopia, deuteranopia or
 * tritanopia tell each from every other (test/client/palette.test.ts). Papers are told apart by being small and hollow as
 * well.
 */
export interface Palette {
  types: Readonly<Record<NodeType, string>>
  /** One for each of the most important communities. */
  communities: readonly string[]
  /** From the oldest year to the newest. */
  years: readonly string[]
  /** What has no community or year that a colour stands for. */
  neutral: string
  /** Edges take the colour of what they name, most of it washed out. */
  edge(colour: string): EdgeTints
  surface: string
  raised: string
  line: string
  faded: string
  text: string
  textSoft: string
}

/** How an edge looks at rest, as an introduction, and in focus. */
export interface EdgeTints<T = string> {
  rest: T
  strong: T
  focus: T
}

type Base = Omit<Palette, 'edge'>

export const LIGHT: Palette = withEdges(
  {
    types: NODE_COLOURS,
    communities: ['#145ec0', '#c38112', '#7e0d53', '#049d9f', '#cf4458', '#1e4b04', '#8f7bf4', '#676b09'],
    years: ['#b58630', '#c2552f', '#8c2a63', '#2d1b57'],
    neutral: '#858b95',
    surface: '#fbfaf8',
    raised: '#ffffff',
    line: '#c9c5bd',
    faded: '#e9e7e2',
    text: '#1c2230',
    textSoft: '#565f6f',
  },
  { rest: 0.26, strong: 0.5, focus: 0.78 },
)

export const DARK: Palette = withEdges(
  {
    types: {
      paper: '#a3afc0',
      method: '#1489ff',
      model: '#e76023',
      benchmark: '#5efaaa',
      topic: '#fd85ba',
      repo: '#f8cf1e',
    },
    communities: ['#2fa2f3', '#ec9e63', '#c23981', '#5ffaf2', '#d72009', '#148654', '#7a4eeb', '#e3fa69'],
    years: ['#6f57c4', '#c268a0', '#f08a4b', '#f9e27d'],
    neutral: '#717b8a',
    surface: '#12151b',
    raised: '#1a1f28',
    line: '#434c5b',
    faded: '#232832',
    text: '#eef1f6',
    textSoft: '#a3afc0',
  },
  { rest: 0.24, strong: 0.46, focus: 0.72 },
)

/** `share` of the first colour over the second; both as #rrggbb. */
export function mix(over: string, under: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [over, under].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16))
    return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share))
  })
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

const veils = new Map<number, Map<string, string>>()

/**
 * A colour (#rrggbb) that lets what is under it through, as #rrggbbaa for WebGL as Sigma sets it up: the colour counts as it is
 * and is not multiplied by its opacity when it is drawn, so that it is here; else many lines over each other turn white.
 */
export function veil(colour: string, opacity: number): string {
  const alpha = Math.round(opacity * 255)
  const known = veils.get(alpha) ?? new Map<string, string>()
  veils.set(alpha, known)
  const made = known.get(colour) ?? mix(colour, '#000000', alpha / 255) + alpha.toString(16).padStart(2, '0')
  known.set(colour, made)
  return made
}

function withEdges(base: Base, shares: EdgeTints<number>): Palette {
  const known = new Map<string, EdgeTints>()
  const edge = (colour: string): EdgeTints => {
    const found = known.get(colour)
    if (found) return found
    const share = (each: keyof EdgeTints): string => mix(colour, base.surface, shares[each])
    const tints = { rest: share('rest'), strong: share('strong'), focus: share('focus') }
    known.set(colour, tints)
    return tints
  }
  return { ...base, edge }
}
