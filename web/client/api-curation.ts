import { send } from './api.ts'
import { createClient } from './client.ts'
import type { Curation, paths } from './openapi.ts'

/** A decision as the view asks for it: nodes, or what one paper or one alias says of them. */
export type DecisionAsked = paths['/curation']['post']['requestBody']['content']['application/json']

const { get, post } = createClient(send)

/** Routes that change the graph by a person's word. */
export const decisions = {
  list: () => get('/curation', undefined),
  add: (made: DecisionAsked) => post('/curation', made),
  remove: (id: string) => send(`/curation/${encodeURIComponent(id)}`, { method: 'DELETE' }) as Promise<Curation>,
  apply: () => post('/curation-file/apply', undefined),
}
