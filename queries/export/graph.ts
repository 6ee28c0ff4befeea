import type { ScanPage } from '../store/store.ts'

export interface Place {
  x: number
  y: number
}

/** A node as a picture showed it. */
export interface Drawn extends Place {
  /** #rrggbb. */
  colour?: string
  /** A diameter. */
  size?: number
}

/** A graph on its way out: everything in it comes by once, in pages, nodes before relationships. */
export interface ExportGraph {
  /** The version of the graph that it is from. */
  version: string
  extractor: string
  pages: AsyncIterable<ScanPage>
  /** Where nodes stand, in a square from 0 to 1, where that is known; and how a picture showed them. */
  places?: ReadonlyMap<string, Drawn>
}

/** A piece of a file of a folder; pieces of one file come in order. */
export interface FolderPiece {
  /** Below the folder, with "/". */
  file: string
  text: string
}

/** The side of the square that places are drawn in. */
export const DRAWING_SIDE = 1_000
