import { PapergraphError } from '../errors.ts'
import { type AnchoredThing, anchorNode, MentionRow, nodeOf, wordsOf } from './anchor.ts'
import type { GraphReader } from './reader.ts'
import { readRows } from './rows.ts'

/** A thing as somebody points at it: a node, perhaps by what one paper or one alias says; or words of a paper. */
export interface PointedThing {
  id?: string | undefined
  paper?: string | undefined
  words?: string | undefined
}

/**
 * What somebody points at, in words of papers. Where both are on one node, the second is named by another paper than the
 * first, or by other words, so that the two can be parted. Throws `not-found`, or `curation` where nothing else names it.
 */
export async function anchorsOf(
  [first, second]: readonly PointedThing[],
  reader: Pick<GraphReader, 'run'>,
): Promise<AnchoredThing[]> {
  if (first === undefined) return []
  const one = await anchorOfPointed(first, reader)
  if (second === undefined) return [one]
  const isOther = ({ paper, surface }: Words): boolean =>
    (first.paper === undefined || paper !== one.paper) && (first.words === undefined || surface !== one.surface)
  return [one, await anchorOfPointed(second, reader, { node: one.node?.id, isOther })]
}

interface Words {
  paper: string
  surface: string
}

async function anchorOfPointed(
  { id, paper, words }: PointedThing,
  reader: Pick<GraphReader, 'run'>,
  before?: { node: string | undefined; isOther(one: Words): boolean },
): Promise<AnchoredThing> {
  if (id === undefined) return wordsOf(paper ?? '', words ?? '', reader)
  const node = await nodeOf(id, reader)
  if (node.type === 'paper') return { paper: node.id, node }
  if (paper !== undefined) return inPaper(node, paper, words, reader)
  const isFree = (one: Words): boolean => before?.node !== node.id || before.isOther(one)
  try {
    return await anchorNode(node, reader, (one) => isFree(one) && (words === undefined || one.surface === words))
  } catch (error) {
    if (!(error instanceof PapergraphError) || error.code !== 'not-found') throw error
    if (before?.node !== node.id)
      throw new PapergraphError('not-found', `No paper names ${node.label} by words that mean nothing else there.`)
    throw new PapergraphError('curation', `Nothing else names ${node.label}, so there is nothing to part it from.`)
  }
}

/** A node by the words of one paper, such that mean nothing else there. */
async function inPaper(
  node: NonNullable<AnchoredThing['node']>,
  paper: string,
  words: string | undefined,
  reader: Pick<GraphReader, 'run'>,
): Promise<AnchoredThing> {
  const { id, type } = await nodeOf(paper, reader)
  if (type !== 'paper') throw new PapergraphError('not-found', `${id} is no paper.`)
  const rows = readRows(await reader.run('paper-mentions', { paper: id }), MentionRow)
  const others = new Set(rows.flatMap((row) => (row.id === node.id ? [] : row.surfaces)))
  const own = rows.flatMap((row) => (row.id === node.id ? row.surfaces : [])).filter((each) => !others.has(each))
  const surface = words === undefined ? (own.find((each) => each === node.label) ?? own[0]) : words
  if (surface === undefined || !own.includes(surface))
    throw new PapergraphError(
      'not-found',
      `${id} does not name ${node.label} by ${words === undefined ? 'words that mean nothing else there' : `“${words}”`}.`,
    )
  return { paper: id, surface, node }
}
