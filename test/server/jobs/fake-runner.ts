import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MadeDecision } from '../../../web/api-curation.ts'
import type { IngestReport } from '../../../web/api-ingests.ts'
import type {
  CurationChange,
  IngestRunner,
  Outcome,
  RunningIngest,
  StandingDecision,
  Told,
} from '../../../web/server/jobs/runner.ts'

export const report = (change: Partial<IngestReport> = {}): IngestReport => ({
  ...{ read: 2, new: 2, updated: 0, unchanged: 0, papers: 2 },
  ...{
    found: { method: 1, model: 0, benchmark: 1, topic: 0, repo: 0 },
    problems: [],
    problemsLeftOut: 0,
    version: 'v2',
  },
  ...change,
})

export interface FakeIngest {
  what: 'start' | 'undo' | 'curate'
  name: string
  file: string
  changes?: readonly CurationChange[]
  told: Told
  end(outcome: Outcome): void
}

/** Ingests nothing; a test says how each one goes. */
export class FakeRunner implements IngestRunner {
  readonly begun: FakeIngest[] = []
  graph = 'v1'
  refused: string | undefined
  /** What the file of decisions holds. */
  standing: StandingDecision[] = []
  curationOff: string | undefined

  async refusal(): Promise<string | undefined> {
    return this.refused
  }

  start({ file, name }: { file: string; name: string }, told: Told): RunningIngest {
    return this.#begin('start', name, file, told)
  }

  undo(told: Told): RunningIngest {
    return this.#begin('undo', '', '', told)
  }

  curate(changes: readonly CurationChange[], told: Told): RunningIngest {
    return this.#begin('curate', 'curate', '', told, changes)
  }

  decisions() {
    return { decisions: this.standing, problems: [] }
  }

  decisionId({ kind, things, type }: MadeDecision): string {
    return [kind, type, ...things.map(({ paper, words }) => `${paper}#${words}`)].filter(Boolean).join(' ')
  }

  curationRefusal(): string | undefined {
    return this.curationOff
  }

  version(): string {
    return this.graph
  }

  /** The one that was begun last. */
  get latest(): FakeIngest {
    const ingest = this.begun.at(-1)
    if (ingest === undefined) throw new Error('nothing was begun')
    return ingest
  }

  /** What was begun, in order. */
  get names(): string[] {
    return this.begun.map(({ what, name }) => (what === 'undo' ? 'undo' : name))
  }

  #begin(
    what: FakeIngest['what'],
    name: string,
    file: string,
    told: Told,
    changes?: readonly CurationChange[],
  ): RunningIngest {
    let end: (outcome: Outcome) => void = () => undefined
    const ended = new Promise<Outcome>((resolve) => {
      end = resolve
    })
    this.begun.push({ what, name, file, told, end, ...(changes && { changes }) })
    return { ended, stop: () => end({ kind: 'stopped' }) }
  }
}

export const uploadFolder = (): string => join(mkdtempSync(join(tmpdir(), 'papergraph-uploads-')), 'uploads')

export async function* bodyOf(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}

/** Lets everything that is ready to go on do so. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))
