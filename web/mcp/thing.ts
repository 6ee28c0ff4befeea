import { z } from 'zod'
import { type ApiNode, nodeType } from '../api.ts'
import { shortText } from './short-rows.ts'

/** What a node is; without the name that the OpenAPI document gives it, so that no client has to follow a reference. */
export const kind = z.enum(nodeType.options)

/** A node as a tool names it. */
export const thing = z.object({
  id: z.string(),
  type: kind,
  name: z.string().describe('A paper’s title, a concept’s name, a repository’s owner/name.'),
  papers: z.number().optional().describe('How many papers name it.'),
  year: z.number().optional(),
})
export type Thing = z.output<typeof thing>

export const toThing = ({ id, type, label, papers, year }: ApiNode): Thing => ({
  ...{ id, type, name: shortText(label) },
  ...(papers === undefined ? {} : { papers }),
  ...(year === undefined ? {} : { year }),
})

/** An id or a name, as tools take it. */
export const idOrName = (what: string) =>
  z.string().min(1).max(1000).describe(`The id of ${what} (as search gives it), or its exact name.`)

/** A confidence to three digits: more says nothing to a reader. */
export const rounded = (confidence: number): number => Math.round(confidence * 1000) / 1000
