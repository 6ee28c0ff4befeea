import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PACKAGE_ROOT } from '../../../package-root.ts'
import { hasCorpus } from '../../extract/corpus.ts'

export const ALL_PAPERS = 100_000
export const STEPS = ['ingest', 'again', 'load', 'ask'] as const
export type Step = (typeof STEPS)[number]
export const STORES = ['embedded', 'neo4j'] as const
export type StoreKind = (typeof STORES)[number]

export interface ScaleOptions {
  papers: number
  stores: StoreKind[]
  steps: Step[]
  /** A folder of an earlier run that is worked in and kept. */
  folder?: string
}

export const HELP = `npm run bench -- scale [options]
  --papers N         the first N papers of the corpus (default ${ALL_PAPERS})
  --stores LIST      ${STORES.join(',')} (default both)
  --steps LIST       ${STEPS.join(',')} (default all; what a step needs must be in the folder from an earlier run)
  --folder FOLDER    work in this folder and keep it, so that steps can be run again`

/** The options on a command line, or a sentence that says why they cannot be had. */
export function scaleOptions(args: readonly string[]): ScaleOptions | string {
  let values: Record<string, string | boolean | undefined>
  try {
    const text = { type: 'string' } as const
    const options = { papers: text, stores: text, steps: text, folder: text, help: { type: 'boolean' } } as const
    values = parseArgs({ args: [...args], options }).values
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${HELP}`
  }
  if (values.help) return HELP
  const papers = Number(values.papers ?? ALL_PAPERS)
  if (!Number.isInteger(papers) || papers < 100) return `--papers must be a whole number of at least 100.\n${HELP}`
  const stores = listed(values.stores, STORES)
  const steps = listed(values.steps, STEPS)
  if (stores === undefined || steps === undefined) return HELP
  if (process.platform !== 'linux') return 'This bench reads memory and time of processes from /proc: run it on Linux.'
  if (!hasCorpus)
    return 'This bench needs the corpus of 100,000 papers at ../shared/corpora/papers-100k.jsonl.gz beside the repository; it is no part of it.'
  if (!existsSync(join(PACKAGE_ROOT, 'dist', 'cli.js')))
    return 'Run `npm run build` first: this bench measures dist/cli.js.'
  return { papers, stores, steps, ...(typeof values.folder === 'string' ? { folder: values.folder } : {}) }
}

function listed<Word extends string>(value: unknown, words: readonly Word[]): Word[] | undefined {
  if (value === undefined) return [...words]
  const given = String(value).split(',')
  return given.every((one) => words.some((word) => word === one))
    ? words.filter((word) => given.includes(word))
    : undefined
}
