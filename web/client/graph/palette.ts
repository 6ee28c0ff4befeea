import type { NodeType } from '../../api.ts'

/**
 * Colours of the six types, from the colour-blind-safe set of Okabe and Ito (2008), made darker for the light theme and
 * lighter for the dark one. Papers are told apart by being hollow as well.
 */
export interface Palette {
  types: Record<NodeType, string>
  surface: string
  edge: string
  edgeStrong: string
  faded: string
  text: string
  textSoft: string
}

export const LIGHT: Palette = {
  types: {
    paper: '#5a6577',
    method: '#0069a8',
    model: '#b84f08',
    benchmark: '#00805c',
    topic: '#a8478a',
    repo: '#8a6a00',
  },
  surface: '#fbfaf8',
  edge: '#dcdad5',
  edgeStrong: '#8b93a1',
  faded: '#e6e4df',
  text: '#1c2230',
  textSoft: '#5a6577',
}

export const DARK: Palette = {
  types: {
    paper: '#a3afc0',
    method: '#5fb4ec',
    model: '#f58a4b',
    benchmark: '#3ecf9f',
    topic: '#e49aca',
    repo: '#e8c24d',
  },
  surface: '#12151b',
  edge: '#2a303b',
  edgeStrong: '#7c8798',
  faded: '#242932',
  text: '#eef1f6',
  textSoft: '#a3afc0',
}
