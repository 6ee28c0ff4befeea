import { NODE_COLOURS } from '../../../queries/node-colours.ts'
import type { NodeType } from '../../api.ts'

/**
 * Colours of the six types, from the colour-blind-safe set of Okabe and Ito (2008), made darker for the light theme and
 * lighter for the dark one. Papers are told apart by being small and hollow as well.
 */
export interface Palette {
  types: Readonly<Record<NodeType, string>>
  /** Edges take the colour of what they name, most of it washed out: at rest, as an introduction, and in focus. */
  edges: Record<NodeType, { rest: string; strong: string; focus: string }>
  surface: string
  raised: string
  line: string
  faded: string
  text: string
  textSoft: string
}

type Base = Omit<Palette, 'edges'>

export const LIGHT: Palette = withEdges(
  {
    types: NODE_COLOURS,
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
      method: '#5fb4ec',
      model: '#f58a4b',
      benchmark: '#3ecf9f',
      topic: '#e49aca',
      repo: '#e8c24d',
    },
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

function withEdges(base: Base, shares: { rest: number; strong: number; focus: number }): Palette {
  const tint = (type: NodeType) => ({
    rest: mix(base.types[type], base.surface, shares.rest),
    strong: mix(base.types[type], base.surface, shares.strong),
    focus: mix(base.types[type], base.surface, shares.focus),
  })
  return {
    ...base,
    edges: {
      paper: tint('paper'),
      method: tint('method'),
      model: tint('model'),
      benchmark: tint('benchmark'),
      topic: tint('topic'),
      repo: tint('repo'),
    },
  }
}
