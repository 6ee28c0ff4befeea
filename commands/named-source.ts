import { existsSync } from 'node:fs'
import { SAMPLE_FILE } from '../ingest/sample/sample.ts'

/** "sample" by name is the bundled sample, unless there is a file of that name. */
export const namedSource = (source: string): string =>
  source === 'sample' && !existsSync(source) ? SAMPLE_FILE : source
