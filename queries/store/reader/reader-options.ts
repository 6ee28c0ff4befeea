import { guard } from '../../guard/guard.ts'
import { checkInterruptible } from '../../guard/interruptible.ts'
import { QUERY_MEMORY_BYTES } from './limits.ts'

/** When the search index is built: before the first answer, for whoever stays; or when something needs it, for one question. */
export type SearchTime = 'at-once' | 'when-asked'

export interface ReaderOptions {
  /** What a process that runs typed queries may take beyond what it holds once its graph is open. */
  memoryBytes: number
  search: SearchTime
  /** What a typed text must pass, with its parameters. Only tests, which look at what would happen without the guard, give another. */
  check: (text: string, parameters: Readonly<Record<string, unknown>>) => void
}

export const READER_DEFAULTS: ReaderOptions = {
  memoryBytes: QUERY_MEMORY_BYTES,
  search: 'at-once',
  check: guard,
}

/** Neo4j's: its own queries cannot be ended everywhere. */
export const NEO4J_READER_DEFAULTS: ReaderOptions = {
  ...READER_DEFAULTS,
  check(text, parameters) {
    guard(text)
    checkInterruptible(text, parameters)
  },
}
