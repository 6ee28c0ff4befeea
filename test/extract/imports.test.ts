import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'

/** Loading the whole of compromise anywhere in a process slows its tokenizer sevenfold. */
const WHOLE = /['"`]compromise(?:\/(?!one['"`])[^'"`]*)?['"`]/

function sources(folder: string): string[] {
  return readdirSync(join(PACKAGE_ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') || name.endsWith('.tsx'))
    .map((name) => join(folder, name))
}

describe('compromise', () => {
  it('is imported by its smallest entry alone', () => {
    const files = [
      'cli.ts',
      'errors.ts',
      'package-root.ts',
      ...['commands', 'ingest', 'queries', 'web'].flatMap(sources),
    ]
    expect(files.filter((file) => WHOLE.test(readFileSync(join(PACKAGE_ROOT, file), 'utf8')))).toEqual([])
  })

  it('would be noticed otherwise', () => {
    for (const line of [
      "import nlp from 'compromise'",
      "import x from 'compromise/three'",
      'await import("compromise/two")',
      "createRequire(import.meta.url)('compromise')",
      "createRequire(import.meta.url)('compromise/builds/one/compromise-one.cjs')",
    ])
      expect(WHOLE.test(line)).toBe(true)
    for (const line of ["import nlp from 'compromise/one'", "createRequire(import.meta.url)('compromise/one')"])
      expect(WHOLE.test(line)).toBe(false)
  })
})
