import type { NodeType } from './reader.ts'

/**
 * Colours of the six types on a light ground, which people with any kind of colour blindness tell apart: for the view and
 * for every export that holds colours.
 */
export const NODE_COLOURS: Readonly<Record<NodeType, string>> = {
  paper: '#5a6577',
  method: '#0069a8',
  model: '#c34708',
  benchmark: '#01593e',
  topic: '#750068',
  repo: '#543a00',
}
