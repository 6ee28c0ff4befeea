import { PapergraphError } from '../../errors.ts'
import type { Answer, GraphReader, RawParameters } from '../../queries/reader.ts'
import type { GraphState } from './answers.ts'

const TRIES = 4

/** Asks one question of the catalogue. */
export type Ask = (question: string, parameters: RawParameters) => Promise<Answer>

/**
 * Runs several questions so that all their answers are from one version of the graph: when it changes between two of
 * them, they are asked again. Throws `busy` when it keeps changing.
 */
export async function fromOneVersion<T>(
  reader: GraphReader,
  signal: AbortSignal,
  work: (ask: Ask) => Promise<T>,
): Promise<GraphState & { value: T }> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const versions = new Set<string>()
    let updating = false
    const value = await work(async (question, parameters) => {
      const answer = await reader.run(question, parameters, signal)
      versions.add(answer.version)
      updating ||= answer.updating
      return answer
    })
    const [version] = versions
    if (versions.size === 1 && version !== undefined) return { value, version, updating }
  }
  throw new PapergraphError('busy', 'The graph keeps changing while it is read; ask again in a moment.')
}
