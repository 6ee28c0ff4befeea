import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { loadCatalogue } from '../../queries/catalogue.ts'
import { cataloguePage } from './catalogue-page.ts'
import { commandsOf, withOutput } from './documents.ts'

/**
 * The pages for people show commands and what they print. `npm run docs` writes what they print now; here it must be what the pages
 * show.
 */
const folder = mkdtempSync(join(tmpdir(), 'papergraph-documents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function check(page: string, markdown: string): Promise<void> {
  const path = join(PACKAGE_ROOT, page)
  const now = await withOutput(markdown, mkdtempSync(join(folder, 'page-')))
  if (process.env.UPDATE_DOCS === '1') writeFileSync(path, now)
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '', `${page}: "npm run docs" writes it anew`).toBe(now)
}

// Dozens of commands, each a process of its own.
describe('the pages for people', { timeout: 900_000 }, () => {
  it('show in the catalogue every question with its real answer', async () => {
    await check(join('queries', 'CATALOGUE.md'), cataloguePage(loadCatalogue().list()))
  })

  it.each(['README.md', join('queries', 'GRAPH-MODEL.md')])('show in %s what its commands print', async (page) => {
    const markdown = readFileSync(join(PACKAGE_ROOT, page), 'utf8')
    expect(commandsOf(markdown).length).toBeGreaterThan(0)
    await check(page, markdown)
  })
})
