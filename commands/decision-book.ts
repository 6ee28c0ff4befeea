import { PapergraphError } from '../errors.ts'
import { listDecisions, type NewDecision } from '../ingest/load/curate.ts'
import type { CurationStep } from '../ingest/load/curate-steps.ts'
import { decisionId, parseCuration, withDecision } from '../ingest/load/curation-file.ts'
import { hasGraph } from '../ingest/load/folder.ts'
import type { MadeDecision } from '../web/api-curation.ts'
import type { CurationChange, IngestRunner } from '../web/server/jobs/runner.ts'

/** What a server asks about the decisions of a data folder. */
export function decisionBook(data: string): Pick<IngestRunner, 'decisions' | 'decisionId' | 'curationRefusal'> {
  return {
    decisions() {
      const { decisions, problems } = listDecisions(data)
      return {
        problems,
        decisions: decisions.map(({ things, state, ...decision }) => ({
          ...decision,
          things: things.map(({ paper, surface }) => ({ paper, ...(surface === undefined ? {} : { words: surface }) })),
          state: state === 'not applied' ? 'refused' : state,
        })),
      }
    },
    decisionId(made) {
      const asked = newDecision(made)
      const id = decisionId(asked)
      // Written and read again, it is what the file would hold.
      const { problems } = parseCuration(withDecision('', { id, date: '', ...asked }))
      if (problems[0] !== undefined) throw new PapergraphError('curation', `That ${problems[0].reason}.`)
      return id
    },
    curationRefusal: () =>
      hasGraph(data)
        ? undefined
        : 'There are no papers of your own here yet, and the bundled sample stays as it is: add papers first, then you can decide what they name.',
  }
}

export const stepOf = (change: CurationChange): CurationStep =>
  'undo' in change ? change : { decide: newDecision(change.decide) }

const newDecision = ({ kind, things, type, note }: MadeDecision): NewDecision => ({
  kind,
  things: things.map(({ paper, words }) => ({ paper, ...(words === undefined ? {} : { surface: words }) })),
  ...(type === undefined ? {} : { type }),
  ...(note === undefined ? {} : { note }),
})
