import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { start } from './papergraph.ts'
import { cellsOf, missingPython, withCellOutput } from './python-cells.ts'

const PAGE = join(PACKAGE_ROOT, 'queries', 'EXAMPLES-PYTHON.md')
const missing = await missingPython()

describe('the page for Python', () => {
  let server: ChildProcess | undefined
  let url = ''
  let data = ''
  beforeAll(async () => {
    if (missing !== undefined) return
    data = mkdtempSync(join(tmpdir(), 'papergraph-python-'))
    const started = start(['serve', '--port', '0', '--data', data])
    server = started
    url = await new Promise((resolve, reject) => {
      let said = ''
      started.stdout?.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
        if (found !== undefined) resolve(found)
      })
      started.once('exit', (status) => reject(new Error(`the server ended with ${status}`)))
    })
  })
  afterAll(() => {
    server?.kill('SIGTERM')
    if (data !== '') rmSync(data, { recursive: true, force: true })
  })

  const name = 'shows what its cells print'
  if (missing !== undefined && process.env.CI !== 'true') it.skip(`${name}: skipped: ${missing}`, () => undefined)
  else
    it(name, async () => {
      expect(missing).toBeUndefined()
      const page = readFileSync(PAGE, 'utf8')
      expect(cellsOf(page).length).toBeGreaterThan(8)
      const now = await withCellOutput(page, url)
      if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, now)
      expect(readFileSync(PAGE, 'utf8'), '"npm run docs" writes it anew').toBe(now)
    })
})
