import { z } from 'zod'
import { PapergraphError } from '../errors.ts'
import type { GraphReader } from './reader.ts'
import { readRows } from './rows.ts'

/** A node as a person knows it. */
const NodeRow = z.object({
  id: z.string(),
  type: z.string(),
  label: z.string(),
  degree: z.number(),
  papers: z.number().nullable(),
})
const LinkRow = z.object({ direction: z.string(), from: z.string(), surfaces: z.array(z.string()).nullable() })
export const MentionRow = z.object({ id: z.string(), surfaces: z.array(z.string()) })

/** A thing as decisions name it, which no later ingest can make mean something else: words of a paper, or a paper alone. */
export interface AnchoredThing {
  paper: string
  surface?: string
  /** The node that it is on now, where the graph has one. */
  node?: z.infer<typeof NodeRow>
}

/**
 * What a person means by `PAPER#WORDS`, by the id or name of a concept or repository, or by a paper's id. A node is named by the
 * words of the paper that is surest of it, and by its own name where that paper writes it. Throws `not-found`, with choices where
 * several nodes have a name.
 */
export async function anchorOf(text: string, reader: Pick<GraphReader, 'run'>): Promise<AnchoredThing> {
  const [, paper, surface] = /^([^\s#:]+:[^#]+)#(.+)$/su.exec(text.trim()) ?? []
  if (paper !== undefined && surface !== undefined) return wordsOf(paper, surface, reader)
  const node = await nodeOf(text, reader)
  return node.type === 'paper' ? { paper: node.id, node } : anchorNode(node, reader)
}

/** What stands on these words of a paper. Throws `not-found` for an unknown paper. */
export async function wordsOf(
  paper: string,
  surface: string,
  reader: Pick<GraphReader, 'run'>,
): Promise<AnchoredThing> {
  const found = await nodeOf(paper, reader)
  const mentions = readRows(await reader.run('paper-mentions', { paper: found.id }), MentionRow)
  const id = mentions.find(({ surfaces }) => surfaces.includes(surface))?.id
  const node = id === undefined ? undefined : await nodeOf(id, reader)
  return { paper: found.id, surface, ...(node === undefined ? {} : { node }) }
}

/** A node by the words of the paper that is surest of it, of those that are wanted (all). Throws `not-found` where none are. */
export async function anchorNode(
  node: NonNullable<AnchoredThing['node']>,
  reader: Pick<GraphReader, 'run'>,
  isWanted: (one: { paper: string; surface: string }) => boolean = () => true,
): Promise<AnchoredThing> {
  const relationships = ['INTRODUCES', 'USES', 'ABOUT', 'LINKS_TO']
  const links = readRows(await reader.run('node-links', { node: node.id, relationships }), LinkRow)
  const named = links.flatMap(({ direction, from, surfaces }) =>
    direction === 'in' && surfaces !== null ? [{ paper: from, surfaces: [...new Set(surfaces)] }] : [],
  )
  const isNamed = ({ surfaces }: { surfaces: string[] }): boolean => surfaces.includes(node.label)
  for (const { paper, surfaces } of [...named.filter(isNamed), ...named.filter((one) => !isNamed(one))]) {
    const others = readRows(await reader.run('paper-mentions', { paper }), MentionRow).filter(
      ({ id }) => id !== node.id,
    )
    // Words that stand for two things in one paper would not tell which is meant.
    const own = surfaces.filter(
      (surface) => isWanted({ paper, surface }) && !others.some((other) => other.surfaces.includes(surface)),
    )
    const surface = own.includes(node.label) ? node.label : own[0]
    if (surface !== undefined) return { paper, surface, node }
  }
  throw new PapergraphError(
    'not-found',
    `No paper names ${node.label} (${node.id}) by words that mean nothing else there; say a paper and its words as PAPER#WORDS.`,
  )
}

/** The node of this id or name. Throws `not-found`. */
export async function nodeOf(text: string, reader: Pick<GraphReader, 'run'>): Promise<z.infer<typeof NodeRow>> {
  const [node] = readRows(await reader.run('node', { node: text }), NodeRow)
  if (node === undefined) throw new PapergraphError('not-found', `There is no "${text}" in the graph.`)
  return node
}
