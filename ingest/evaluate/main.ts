/**
 * `npm run eval`: how right the extractor is, on the seed page and dev with the shipped tables, and cross-validated over train. Needs the
 * annotated sets in ../shared. `--folds N` does only the first N of five folds, `--folds 0` none.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { SHARED } from '../extract/train/corpus.ts'

const FOLDS = 5

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { folds: { type: 'string', default: String(FOLDS) } } })
  const most = Number(values.folds)
  if (!Number.isInteger(most) || most < 0 || most > FOLDS)
    throw new RangeError(`--folds is a number from 0 to ${FOLDS}, not ${values.folds}`)
  const { evaluate } = await import('./evaluate.ts')
  const pages = await evaluate({ folds: FOLDS, most })
  const folder = join(PACKAGE_ROOT, '.cache', 'eval')
  mkdirSync(folder, { recursive: true })
  for (const [name, page] of pages) {
    writeFileSync(join(folder, `${name}.html`), page)
    console.log(`errors of ${name}: ${join('.cache', 'eval', `${name}.html`)}`)
  }
}

if (existsSync(join(SHARED, 'eval', 'train-gold.jsonl'))) {
  await main().catch((error: Error) => {
    console.error(`eval: ${error.message}`)
    process.exitCode = 1
  })
} else {
  console.error(`eval: the annotated sets are not there: ${join(SHARED, 'eval')} has no train-gold.jsonl.`)
  process.exitCode = 1
}
