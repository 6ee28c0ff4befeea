import { relationshipId } from '../../queries/model.ts'
import type { ApiEdge, ApiNode } from '../api.ts'
import type { EdgeRow, NodeRow } from './rows.ts'

/** A node as the API shows it: absent is absent, never null. */
export function toApiNode(row: Omit<NodeRow, 'venue' | 'hasCode'> & Partial<NodeRow>): ApiNode {
  const { id, type, label, degree, papers, year, venue, hasCode } = row
  return {
    id,
    type,
    label: label === '' ? id : label,
    degree,
    ...(papers === undefined ? {} : { papers }),
    ...(year === undefined ? {} : { year }),
    ...(venue ? { venue } : {}),
    ...(hasCode ? { hasCode } : {}),
  }
}

export function toApiEdge({ relationship, from, to, key, confidence, own }: EdgeRow): ApiEdge {
  return {
    id: relationshipId({ from, type: relationship, to, key }),
    from,
    to,
    type: relationship,
    key,
    confidence: confidence ?? 0,
    ...(relationship === 'LINKS_TO' ? { own: own === true } : {}),
  }
}
