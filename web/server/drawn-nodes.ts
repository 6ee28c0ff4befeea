import { z } from 'zod'
import type { Drawn } from '../../queries/export/graph.ts'

const coordinate = z.number().min(-1_000).max(1_000)
const drawnNode = z.strictObject({
  id: z.string().min(1).max(1_000).describe('The id or name of a node'),
  x: coordinate.optional().describe('Where a picture shows it; with y'),
  y: coordinate.optional(),
  colour: z
    .string()
    .regex(/^#[\da-f]{6}$/, 'must be written #rrggbb')
    .optional()
    .describe('Its colour there, as #rrggbb'),
  size: z.number().min(0).max(1_000).optional().describe('Its diameter there'),
})

/** Nodes as a picture shows them, at most so many. */
export const drawnNodes = (most: number) =>
  z.array(drawnNode, 'must be given').min(1, 'must be given').max(most, `may be at most ${most}`)

/** The nodes that have places; a picture gives all of them one. */
export function drawnIn(nodes: readonly z.output<typeof drawnNode>[]): { drawn?: ReadonlyMap<string, Drawn> } {
  const drawn = new Map<string, Drawn>()
  for (const { id, x, y, colour, size } of nodes)
    if (x !== undefined && y !== undefined)
      drawn.set(id, { x, y, ...(colour === undefined ? {} : { colour }), ...(size === undefined ? {} : { size }) })
  return drawn.size === 0 ? {} : { drawn }
}
