import type { NodeType } from './reader.ts'

/**
 * Colours of the six types on a light ground, from the colour-blind-safe set of Okabe and Ito (2008), made darker: for the
 * view and for every export that holds colours.
 */
export const NODE_COLOURS: Readonly<Record<NodeType, string>> = {
  paper: '#5a6577',
  method: '#0069a8',
  model: '#b84f08',
  benchmark: '#00805c',
  topic: '#a8478a',
  repo: '#7d6000',
}
