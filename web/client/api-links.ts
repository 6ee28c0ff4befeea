import type { NodeLink, RelationshipType } from '../api.ts'
import { ApiError, send } from './api.ts'
import { createClient } from './client.ts'

const { get } = createClient(send)
const PAGE = 100
const GONE = 410

export interface LinkPage {
  links: NodeLink[]
  next?: string
}

/**
 * The next hundred links of one kind of a node, without their evidence: papers newest first, everything else by how connected
 * it is. Where the graph became another one in between, it begins again.
 */
export async function linksOf(
  { id, relationship, direction }: { id: string; relationship: RelationshipType; direction: 'in' | 'out' },
  order: 'year' | 'degree',
  cursor: string | undefined,
): Promise<LinkPage> {
  const asked = { id, relationship: [relationship], direction, order, limit: PAGE }
  const answer = await get('/neighbours', { ...asked, ...(cursor === undefined ? {} : { cursor }) }).catch(
    (error: unknown) => {
      if (cursor !== undefined && error instanceof ApiError && error.status === GONE) return get('/neighbours', asked)
      throw error
    },
  )
  const others = new Map(answer.nodes.map((node) => [node.id, node]))
  const links = answer.edges.flatMap((edge) => {
    const [near, far] = direction === 'out' ? [edge.from, edge.to] : [edge.to, edge.from]
    const other = others.get(far)
    return edge.type === relationship && near === answer.id && other !== undefined ? [{ edge, other }] : []
  })
  const place = new Map(answer.nodes.map((node, at) => [node.id, at]))
  links.sort((a, b) => (place.get(a.other.id) ?? 0) - (place.get(b.other.id) ?? 0))
  return { links, ...(answer.next === undefined ? {} : { next: answer.next }) }
}
