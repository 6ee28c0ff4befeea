import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { PapergraphError } from '../../errors.ts'
import { CONCEPT_TYPES, DECISION_KINDS, type Decision, type Thing } from '../resolve/decisions.ts'
import { normaliseText } from '../sources/normalise.ts'

/** A line of the curation file that is no decision: the others count without it. */
export interface CurationProblem {
  /** From 1. */
  line: number
  /** Goes on after "line 3 ". */
  reason: string
}

/** The curation file: a person's decisions, a JSON line each; empty lines and those that begin with "#" are the person's own. */
export interface Curation {
  text: string
  decisions: Decision[]
  problems: CurationProblem[]
  /** Empty where there is no file or nothing in it. */
  hash: string
}

const words = z.string().transform(normaliseText).pipe(z.string().min(1))
const ThingShape = z.strictObject({ paper: words, words: words.optional() })
const Line = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
  date: z.iso.date().optional(),
  decision: z.enum(DECISION_KINDS),
  things: z.array(ThingShape).min(1).max(2),
  type: z.enum(CONCEPT_TYPES).optional(),
  note: z.string().optional(),
})

/** Reads the file, or nothing where there is none. Throws `data-folder` where it cannot be read at all. */
export function readCuration(path: string): Curation {
  if (!existsSync(path)) return parseCuration('')
  try {
    return parseCuration(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new PapergraphError(
      'data-folder',
      `${path} cannot be read (${String(cause)}); see that it is a file of yours.`,
      {
        cause,
      },
    )
  }
}

export function parseCuration(text: string): Curation {
  const decisions: Decision[] = []
  const problems: CurationProblem[] = []
  const lines = new Map<string, number>()
  text.split('\n').forEach((content, index) => {
    if (content.trim() === '' || content.trimStart().startsWith('#')) return
    const line = index + 1
    const read = parseDecision(content)
    if (typeof read === 'string') {
      problems.push({ line, reason: read })
      return
    }
    const before = lines.get(read.id)
    if (before === undefined) {
      lines.set(read.id, line)
      decisions.push(read)
    } else problems.push({ line, reason: `has the id ${read.id} of line ${before}; leave one of the two out` })
  })
  return { text, decisions, problems, hash: text.trim() === '' ? '' : hashOf(text) }
}

/** The text with one decision more. */
export function withDecision(text: string, { id, date, kind, things, type, note }: Decision): string {
  const line = {
    id,
    ...(date === '' ? {} : { date }),
    decision: kind,
    things: things.map(({ paper, surface }) => ({ paper, ...(surface === undefined ? {} : { words: surface }) })),
    ...(type === undefined ? {} : { type }),
    ...(note === undefined ? {} : { note }),
  }
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${JSON.stringify(line)}\n`
}

/** The text without the line of one decision; every other line stays as it is, also those that are none. */
export function withoutDecision(text: string, id: string): string {
  const lines = text.split('\n')
  return lines.filter((content) => !isDecision(content, id)).join('\n')
}

/** What a decision says, as an id that is the same whoever says it, and when. The two things of `same` and `different` have no order. */
export function decisionId({ kind, things, type }: Pick<Decision, 'kind' | 'things' | 'type'>): string {
  const named = things.map(({ paper, surface }) => JSON.stringify([paper, surface ?? null])).sort()
  return hashOf([kind, type ?? '', ...named].join('\n')).slice(0, 8)
}

function isDecision(content: string, id: string): boolean {
  if (content.trim() === '' || content.trimStart().startsWith('#')) return false
  const read = parseDecision(content)
  return typeof read !== 'string' && read.id === id
}

/** A decision, or what is wrong with the line. */
function parseDecision(content: string): Decision | string {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return 'is not JSON; write one decision a line, as "papergraph curate" does'
  }
  const read = Line.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    const where = issue?.path.join('.') ?? ''
    return `is no decision (${where === '' ? '' : `"${where}": `}${issue?.message ?? 'not understood'})`
  }
  const { date = '', decision: kind, type, note } = read.data
  const things = read.data.things.map(
    ({ paper, words: surface }): Thing => ({ paper, ...(surface === undefined ? {} : { surface }) }),
  )
  const wrong = faultOf(kind, things, type)
  if (wrong !== undefined) return wrong
  const said = { kind, things, ...(type === undefined ? {} : { type }) }
  return { id: read.data.id ?? decisionId(said), date, ...said, ...(note === undefined ? {} : { note }) }
}

function faultOf(kind: Decision['kind'], things: readonly Thing[], type: string | undefined): string | undefined {
  const wanted = kind === 'same' || kind === 'different' ? 2 : 1
  if (things.length !== wanted)
    return `is no decision ("${kind}" is about ${wanted === 2 ? 'two things' : 'one thing'})`
  if ((type !== undefined) !== (kind === 'type')) return `is no decision ("type" goes with the decision "type" alone)`
  if (kind !== 'hide' && things.some(({ surface }) => surface === undefined))
    return `is no decision ("${kind}" needs the words that name a thing; only "hide" takes a whole paper)`
  const [a, b] = things
  if (b !== undefined && a?.paper === b.paper && a.surface === b.surface)
    return 'is no decision (both things are the same words of the same paper)'
  return undefined
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)
