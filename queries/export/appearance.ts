import type { GraphNode } from '../model.ts'
import { NODE_COLOURS } from '../node-colours.ts'
import { nodeType } from '../reader.ts'
import type { Drawn } from './graph.ts'

/** How a node looks in a drawing program, by what the view shows too. */
export interface Appearance {
  /** Title, owner/name or name. */
  label: string
  /** #rrggbb, by type. */
  colour: string
  /** A diameter: the square root of the degree, so that a hub's area says how many relationships it has. */
  size: number
}

/** As a picture showed it, where one did; else coloured by type and sized by degree. */
export function appearanceOf(node: GraphNode, drawn?: Drawn): Appearance {
  const { colour, size } = drawn ?? {}
  return { label: labelOf(node), colour: colour ?? NODE_COLOURS[typeOf(node)], size: size ?? sizeOf(node) }
}

/** What to call a node before people. */
export function labelOf({ id, properties }: GraphNode): string {
  const { title, owner, name } = properties
  if (typeof title === 'string' && title !== '') return title
  if (typeof name !== 'string' || name === '') return id
  return typeof owner === 'string' && owner !== '' ? `${owner}/${name}` : name
}

export const typeOf = (node: GraphNode) => nodeType(node.labels, node.properties.type)

function sizeOf({ properties: { degree } }: GraphNode): number {
  const links = typeof degree === 'number' ? degree : 0
  return Math.round((4 + 2 * Math.sqrt(links)) * 100) / 100
}

/** The channels of #rrggbb, each from 0 to 255. */
export function channelsOf(colour: string): { r: number; g: number; b: number } {
  const channel = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
  return { r: channel(1), g: channel(3), b: channel(5) }
}
