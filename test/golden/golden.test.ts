import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createExtractor } from '../../ingest/extract/extract.ts'
import type { Extraction } from '../../ingest/extraction.ts'
import { resolve } from '../../ingest/resolve/resolve.ts'
import { readSources } from '../../ingest/sources/read.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'

/**
 * Each folder beside this file holds an `input` folder and the `output` that was committed for it. A change that is meant
 * is written with `UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts test/golden` and read before it is
 * committed.
 */
const here = join(PACKAGE_ROOT, 'test', 'golden')
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const lines = (values: unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

async function run(input: string): Promise<Record<string, string>> {
  // The version changes with every table of the extractor; what was found is what counts here.
  const { version, ...extractor } = createExtractor()
  const extractions: Extraction[] = []
  const problems: unknown[] = []
  for await (const item of readSources([input], {}))
    if ('paper' in item) extractions.push({ ...extractor.extract(item.paper), extractor: 'golden' })
    else problems.push({ ...item.problem, source: relative(input, item.problem.source) })
  const { nodes, variants, papers } = resolve(() => extractions)
  const graphs = [...papers()]
  expect(version).not.toBe('')
  return {
    'problems.jsonl': lines(problems),
    'extractions.jsonl': lines(extractions),
    'graph.jsonl': lines([
      ...nodes,
      ...graphs.map(({ paper }) => paper),
      ...graphs.flatMap(({ relationships }) => relationships),
      ...variants,
    ]),
  }
}

describe('ingest of a folder', () => {
  it.each(folders.map(({ name }) => name))('gives what was committed for %s', async (name) => {
    const output = join(here, name, 'output')
    const found = await run(join(here, name, 'input'))
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(output, { recursive: true })
      for (const [file, text] of Object.entries(found)) writeFileSync(join(output, file), text)
    }
    for (const [file, text] of Object.entries(found)) {
      const path = join(output, file)
      expect(text, file).toBe(existsSync(path) ? readFileSync(path, 'utf8') : 'nothing was committed')
    }
  })
})
