import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../ingest/extraction.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { extractor, paperOf } from './papers.ts'

const SHARED = join(PACKAGE_ROOT, '..', 'shared')
const EVAL = join(SHARED, 'eval')

interface Tally {
  tp: number
  fp: number
  fn: number
  roles: number
  rolesRight: number
}
interface Gold {
  title: string
  abstract?: string
}
interface Scorer {
  score(gold: Gold[], predicted: Extraction[]): { counts: Record<string, Tally>; missingPapers: number }
}

function lines(path: string): Gold[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Gold)
}

/** The saved page has a title on one line and the abstract in the next paragraph. */
function seedPapers(gold: Gold[]): Gold[] {
  const page = readFileSync(join(SHARED, 'seed', 'trending-papers.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
  return gold.map(({ title }) => ({
    title,
    abstract: page.slice(page.indexOf(title) + 1).find((line) => line !== '') ?? '',
  }))
}

async function scored(gold: Gold[], papers: Gold[]) {
  const { score } = (await import(pathToFileURL(join(EVAL, 'score.mjs')).href)) as Scorer
  const found = papers.map(({ title, abstract = '' }) =>
    extractor.extract(paperOf(abstract.replace(/\s+/g, ' '), title)),
  )
  const { counts, missingPapers } = score(gold, found)
  expect(missingPapers).toBe(0)
  const sum = (types: string[], key: keyof Tally): number =>
    types.reduce((all, type) => all + (counts[type]?.[key] ?? 0), 0)
  const f1 = (...types: string[]): number =>
    (2 * sum(types, 'tp')) / (2 * sum(types, 'tp') + sum(types, 'fp') + sum(types, 'fn'))
  const named = ['method', 'model', 'benchmark']
  return {
    named: f1(...named),
    topics: f1('topic'),
    repos: f1('repo'),
    roles: sum(named, 'rolesRight') / sum(named, 'roles'),
  }
}

/** What `npm run eval` printed when the tables were last made. */
const RECORDED = {
  seed: { named: 0.837, topics: 0.846, repos: 1, roles: 0.929 },
  dev: { named: 0.875, topics: 0.853, repos: 1, roles: 0.951 },
}
/** A change that costs less than this may be chance: some ten entities of dev. */
const NOISE = 0.02

describe.skipIf(!existsSync(EVAL))('the papers of the evaluation (needs ../shared/eval)', { timeout: 120_000 }, () => {
  it('of the saved page are read as well as before', async () => {
    const gold = lines(join(EVAL, 'seed-gold.jsonl'))
    expectAsGood(await scored(gold, seedPapers(gold)), RECORDED.seed)
  })

  it('of the development set are read as well as before', async () => {
    expectAsGood(await scored(lines(join(EVAL, 'dev-gold.jsonl')), lines(join(EVAL, 'dev-papers.jsonl'))), RECORDED.dev)
  })
})

function expectAsGood(figures: Awaited<ReturnType<typeof scored>>, recorded: typeof figures): void {
  for (const [name, before] of Object.entries(recorded))
    expect(figures[name as keyof typeof figures], name).toBeGreaterThanOrEqual(before - NOISE)
}
