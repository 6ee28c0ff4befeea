import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, storesToWalkOn, type TestServer } from './server.ts'
import { everyone, TITLES } from './walk/everyone.ts'
import { exploring } from './walk/exploring.ts'
import { fast } from './walk/fast.ts'
import { filters } from './walk/filters.ts'
import { panels } from './walk/panels.ts'
import { picture } from './walk/picture.ts'
import { sharing } from './walk/sharing.ts'
import { table } from './walk/table.ts'
import { wayIn } from './walk/way-in.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''
const PAPERS = 87 + Object.keys(TITLES).length

/** The whole view, one test for each of its nine parts, as somebody walks through it who has never seen it. */
describe.each(await storesToWalkOn())('a walk through the view on $name', ({ store, missing }) => {
  const isMissing = path === undefined || missing !== undefined
  if (isMissing) {
    it.skip(`cannot be taken${why}${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => undefined)
    return
  }
  let server: TestServer
  let browser: Browser
  let view: ViewPage
  /** What the browser itself says of what a test does to it. */
  let expected: RegExp | undefined

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'papergraph-walk-'))
    const titles = join(folder, 'titles.jsonl')
    const lines = Object.entries(TITLES).map(([id, title]) =>
      JSON.stringify({ id, title, abstract: 'We test BERT on GLUE.', year: 2024 }),
    )
    writeFileSync(titles, `${lines.join('\n')}\n`)
    browser = await launchChromium(path)
    server = await startServer({ store, papers: [SAMPLE_FILE, titles] })
    rmSync(folder, { recursive: true })
    // A database that has just started plans each question for the first time.
    for (const limit of [400, 40]) await (await fetch(`${server.address}/api/map?limit=${limit}`)).text()
    // It starts, and an ingest goes into it.
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  beforeEach(async () => {
    expected = undefined
    view = await ViewPage.create(browser, server.address)
  })
  afterEach(async () => {
    await view.page.close()
    expect(view.complaintsBut(expected)).toEqual([])
  })

  const patience = { timeout: 240_000 }
  it('1, the way in: the map, a search, questions, and papers of one’s own that arrive', patience, () =>
    wayIn(view, PAPERS),
  )
  it('2, exploring: more neighbours, fewer, pinned, hidden, several at once, and undo of all of it', patience, () =>
    exploring(view),
  )
  it('3, panels that tell who says so: papers, scores, relationships, comparisons, decisions', patience, () =>
    panels(view),
  )
  it('4, filters whose counts follow each other, for map and table alike', patience, () => filters(view))
  it('5, the table of what is on the map, by mouse and by keys', patience, () => table(view))
  it('6, colours, sizes, layouts, and names that keep apart', patience, () => picture(view))
  it('7, sharing: a link to the same view, its picture, its data', patience, () => sharing(view, browser))
  it('8, everyone: keys, themes, scripts, touch, and no graphics system', patience, () => {
    expected = /CONTEXT_LOST_WEBGL/
    return everyone(view, browser)
  })
  it('9, fast: little script, a picture before the layout, and nothing drawn again without need', patience, () =>
    fast(view),
  )
})
