import { z } from 'zod'
import type { Value } from '../../queries/store/store.ts'
import { nodeType, relationshipType } from '../api.ts'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const number = z
  .number()
  .nullish()
  .transform((value) => value ?? undefined)
const list = <T extends z.ZodType>(each: T) =>
  z
    .array(each)
    .nullish()
    .transform((values) => values ?? [])

const fields = z.enum(['title', 'abstract'])

const node = {
  ...{ id: z.string(), type: nodeType, label: text, degree: z.number(), papers: number, year: number },
  ...{ venue: text, hasCode: z.boolean().nullish() },
}
const edge = {
  relationship: relationshipType,
  from: z.string(),
  to: z.string(),
  key: text,
  confidence: number,
  own: z.boolean().nullish(),
}
const places = { surfaces: list(z.string()), fields: list(fields), starts: list(z.number()), ends: list(z.number()) }
const evidence = { ...places, sentence: text, rule: text, extractor: text }
const properties = z.record(
  z.string(),
  z.custom<Value>(() => true),
)

export const nodeRow = z.object(node)
export type NodeRow = z.infer<typeof nodeRow>
export const edgeRow = z.object(edge)
export type EdgeRow = z.infer<typeof edgeRow>
export const placesRow = z.object(places)
export type PlacesRow = z.infer<typeof placesRow>
export const evidenceRow = z.object(evidence)
export type EvidenceRow = z.infer<typeof evidenceRow>

export const ingestRow = z.object({
  ingest: z.number(),
  papers: z.number(),
  firstYear: number,
  lastYear: number,
  total: z.number(),
})
export const neighbourRow = z.object({ ...node, total: z.number() })
export const wholeNodeRow = z.object({ ...node, properties })
export const linkRow = z.object({
  ...edge,
  ...evidence,
  ...node,
  direction: z.enum(['out', 'in']),
  total: z.number(),
})
export type LinkRow = z.infer<typeof linkRow>
export const edgeEndsRow = z.object({
  ...edge,
  ...evidence,
  properties,
  fromType: nodeType,
  fromLabel: text,
  fromDegree: z.number(),
  fromPapers: number,
  fromYear: number,
  fromVenue: text,
  fromHasCode: z.boolean().nullish(),
  toType: nodeType,
  toLabel: text,
  toDegree: z.number(),
  toPapers: number,
  toYear: number,
})
export const mentionRow = z.object({ ...places, id: z.string(), type: nodeType })
export const scoreRow = z.object({
  paper: z.string(),
  title: text,
  year: number,
  benchmark: z.string(),
  name: text,
  value: z.number(),
  text,
  unit: text,
  metric: text,
  system: text,
  kind: text,
  sentence: text,
})
