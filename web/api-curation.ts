import { z } from 'zod'

/** The shapes of curation in the HTTP API; see api.ts. What the disk keeps of a decision that waits is made of the same. */

const text = z.string().min(1, 'must not be empty').max(1000, 'must have at most 1000 characters')
const whole = z.int().min(0)

export const DECISION_KINDS = ['same', 'different', 'type', 'hide'] as const
const kind = z
  .enum(DECISION_KINDS, 'must be same, different, type or hide')
  .describe('same and different are about two things, type and hide about one')
const type = z
  .enum(['method', 'model', 'benchmark', 'topic'], 'must be method, model, benchmark or topic')
  .describe('Of the kind type: what the thing is')
const note = text.describe('Why, for whoever reads it later')

/** What a person decides about, as the graph's readers know it. */
const chosenThing = z
  .strictObject({
    id: text.optional().describe('A node: it is named by the words of the paper that is surest of it'),
    paper: text
      .optional()
      .describe('With `id`: by the words of this paper. With `words` alone: the paper that has them'),
    words: text.optional().describe('With `id`: by these words, in the paper that is surest of them'),
  })
  .refine(({ id, paper, words }) => (id === undefined ? paper !== undefined && words !== undefined : true), {
    message: 'needs an id, or a paper and words',
  })
export type ChosenThing = z.infer<typeof chosenThing>

export const newDecision = z
  .strictObject({
    kind,
    things: z.array(chosenThing).min(1, 'must hold one thing or two').max(2, 'must hold one thing or two'),
    type: type.optional(),
    note: note.optional(),
  })
  .refine((made) => made.things.length === (made.kind === 'same' || made.kind === 'different' ? 2 : 1), {
    message: 'holds two things for same and different, one for type and hide',
    path: ['things'],
  })
  .refine((made) => (made.type !== undefined) === (made.kind === 'type'), {
    message: 'goes with the kind type alone',
    path: ['type'],
  })
export type NewDecision = z.infer<typeof newDecision>

const thing = z.object({
  paper: z.string(),
  words: z.string().optional().describe('As they stand in the paper; absent where the paper itself is meant'),
})

/** A decision, in the words that every later ingest understands. */
export const madeDecision = z.object({
  kind: z.enum(DECISION_KINDS),
  things: z.array(thing),
  type: type.optional(),
  note: z.string().optional(),
})
export type MadeDecision = z.infer<typeof madeDecision>

export const DECISION_STATES = [
  'queued', // it waits until the graph is made anew
  'applying', // the graph is being made anew with it
  'applied',
  'undoing', // the graph has it still, and is to be made anew without it
  'waiting', // it stands in the file, but the graph was made before
  'refused', // it stands in the file, and cannot be applied
  'failed', // it is not in the file, because of `reason`
] as const

export const decision = z
  .object({
    id: z.string().describe('What it says, as a short id: the same whoever decides it'),
    ...madeDecision.shape,
    date: z.string().optional().describe('An ISO date'),
    state: z.enum(DECISION_STATES),
    reason: z.string().optional().describe('Why it is refused or failed, in a sentence'),
    names: z.array(z.string()).describe('What its things were called where somebody decided it here'),
    nodes: z.array(z.string()).describe('The nodes that its things are on, in their order, as far as they are known'),
  })
  .meta({ id: 'Decision', description: 'What a person knows better than the words of the papers.' })
export type Decision = z.infer<typeof decision>

export const curationAnswer = z
  .object({
    isOpen: z.boolean().describe('Whether decisions may be made here'),
    reason: z.string().optional().describe('Why not, in a sentence'),
    version: z.string().describe('The version of the graph that `applied` speaks of'),
    decisions: z.array(decision).describe('Newest first, those that wait before all others'),
    problems: z
      .array(z.object({ line: whole, reason: z.string() }))
      .describe('Lines of curation.jsonl that are no decision'),
    isApplying: z.boolean().describe('Whether the graph is being made anew, or soon will be'),
    waitsFor: z.string().optional().describe('Why that does not go on, in a sentence: another ingest is running'),
    progress: z
      .object({ stage: z.string(), done: whole, total: whole.optional() })
      .optional()
      .describe('How far it is'),
    problem: z.string().optional().describe('Why the graph could not be made anew the last time, in a sentence'),
  })
  .meta({ id: 'Curation', description: 'The decisions about this graph, and whether it has them.' })
export type Curation = z.infer<typeof curationAnswer>
