/**
 * `npm run train`: makes every table that the extractor reads from the data in ../shared. Says what it needs where that is not there.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SHARED } from './corpus.ts'

if (existsSync(join(SHARED, 'eval', 'silver.jsonl.gz'))) await (await import('./train-all.ts')).trainAll()
else {
  console.error(`train: the data to learn from is not there: ${join(SHARED, 'eval')} has no silver.jsonl.gz.`)
  process.exitCode = 1
}
