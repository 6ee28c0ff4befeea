import { send } from './api.ts'
import type { Curation, Decision } from './openapi.ts'

/** A decision as the view asks for it: nodes, or what one paper or one alias says of them. */
export interface DecisionAsked {
  kind: Decision['kind']
  things: { id?: string; paper?: string; words?: string }[]
  type?: NonNullable<Decision['type']>
  note?: string
}

const JSON_BODY = { 'Content-Type': 'application/json' }

/** Routes that change the graph by a person's word. */
export const decisions = {
  list: () => send('/curation', {}) as Promise<Curation>,
  add: (made: DecisionAsked) =>
    send('/curation', { method: 'POST', headers: JSON_BODY, body: JSON.stringify(made) }) as Promise<Decision>,
  remove: (id: string) => send(`/curation/${encodeURIComponent(id)}`, { method: 'DELETE' }) as Promise<Curation>,
  apply: () => send('/curation-file/apply', { method: 'POST' }) as Promise<Curation>,
}
