import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../../package-root.ts'
import { decodeWeights, encodeWeights } from '../model/weights-file.ts'
import { readTable } from '../tables.ts'
import { SHARED } from './corpus.ts'
import { FloatBag, type Lesson } from './float-bag.ts'
import { silverInstances } from './instances.ts'
import { LEAST_PAPERS } from './phrase-tables.ts'
import type { Say } from './say.ts'
import { silverDocuments } from './silver.ts'

/** How many numbers a feature's vector has. */
const VECTOR = 16
/** A feature of fewer candidates teaches nothing that lasts. */
const LEAST_COUNT = 20
const LESSON: Lesson = { rounds: 3, rate: 0.05, pull: 2e-5 }
/** Raised when features, candidates or the lesson change: a kept model of another number is learned anew. */
const REVISION = 2

const FOLDER = join(PACKAGE_ROOT, '.cache', 'train')

/**
 * The first model as it comes from the silver labels alone: learned once for equal labels and tables, then kept in `.cache/train`.
 * Nothing in it depends on the papers that people annotated, so every fold begins from the same one.
 */
export function learnBase(say: Say): FloatBag {
  const sum = createHash('sha256').update(`${REVISION} ${VECTOR} ${LEAST_COUNT} ${JSON.stringify(LESSON)}`)
  sum.update(readFileSync(join(SHARED, 'eval', 'silver.jsonl.gz')))
  for (const name of ['phrases.tsv', 'lexicon.tsv', 'common-words.txt'] as const) sum.update(readTable(name))
  const path = join(FOLDER, `base-${sum.digest('hex').slice(0, 16)}.bin`)
  if (existsSync(path)) {
    say(`the first model of the silver labels is in ${path}`)
    return FloatBag.from(decodeWeights(readFileSync(path), path))
  }
  const silver = silverInstances(silverDocuments(), LEAST_PAPERS)
  say(`${silver.size} candidates in the papers with silver labels`)
  const base = new FloatBag(VECTOR)
  const rows = base.rowsOf(silver, LEAST_COUNT)
  base.learn(silver, rows, everyInstance(silver.size), LESSON)
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(path, encodeWeights(base.state()))
  say('the first model has learned from the silver labels')
  return base
}

function everyInstance(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, at) => at)
}
