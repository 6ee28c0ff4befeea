import { guard } from '../../guard/guard.ts'
import { checkInterruptible } from '../../guard/interruptible.ts'
import { QUERY_MEMORY_BYTES } from './limits.ts'

export interface ReaderOptions {
  /** What a process that runs typed queries may take beyond what it holds once its graph is open. */
  memoryBytes: number
  /** What a typed text must pass, with its parameters. Only tests, which look at what would happen without the guard, give another. */
  check: (text: string, parameters: Readonly<Record<string, unknown>>) => void
}

export const READER_DEFAULTS: ReaderOptions = { memoryBytes: QUERY_MEMORY_BYTES, check: guard }

/** Neo4j's: its own queries cannot be ended everywhere. */
export const NEO4J_READER_DEFAULTS: ReaderOptions = {
  ...READER_DEFAULTS,
  check(text, parameters) {
    guard(text)
    checkInterruptible(text, parameters)
  },
}
