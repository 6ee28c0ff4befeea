import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { paperLines } from '../program/papers.ts'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

describe.skipIf(path === undefined)(`adding papers in the view${why}`, () => {
  let browser: Browser
  let server: TestServer
  let view: ViewPage
  let folder: string
  /** Status codes that a test provokes: Chromium reports each on the console. */
  let expected: RegExp | undefined

  beforeAll(async () => {
    browser = await launchChromium(path ?? '')
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    expected = undefined
    folder = mkdtempSync(join(tmpdir(), 'papergraph-adding-'))
    server = await startServer({ data: join(folder, 'data') })
    view = await ViewPage.create(browser, server.address)
  })
  afterEach(async () => {
    await view.page.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(view.complaintsBut(expected)).toEqual([])
  })

  const file = (name: string, content: string): string => {
    const written = join(folder, name)
    writeFileSync(written, content)
    return written
  }
  /** Drops a file on an element, as a person does with one from their desk. */
  const drop = (selector: string, name: string, content: string, events = ['dragenter', 'dragover', 'drop']) =>
    view.page.evaluate(
      ([where = '', called = '', text = '', ...list]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([text], called))
        for (const event of list)
          document
            .querySelector(where)
            ?.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }))
      },
      [selector, name, content, ...events],
    )
  const row = (name: string) => view.page.locator('.upload', { hasText: name })
  const ended = (name: string) => row(name).getByRole('button', { name: /^Dismiss/ })

  it('takes a file that is dropped anywhere, names what it could not use, and shows the new graph', async () => {
    await view.open()
    await drop('.canvas', 'papers.jsonl', '', ['dragenter', 'dragover'])
    expect(await view.page.locator('.drop-over').innerText()).toBe('Drop it to add its papers to the graph')
    await drop('.canvas', 'papers.jsonl', `${paperLines(0, 4)}{"title": "Torn\n{"abstract": "No title."}\n`, ['drop'])
    await view.page.locator('.drop-over').waitFor({ state: 'detached' })
    await ended('papers.jsonl').waitFor()
    expect(await row('papers.jsonl').locator('.upload-detail').innerText()).toMatch(
      /^4 papers: 4 new\.\nThey name \d+ methods?, /,
    )
    expect(await row('papers.jsonl').locator('.unusable').innerText()).toMatch(
      /^2 records could not be used\s+line 5 is not JSON.*\s+line 6 has no title$/,
    )
    await view.page.locator('.which-graph', { hasText: 'Your graph' }).waitFor()
    await view.page.waitForFunction(() =>
      [...document.querySelectorAll('[aria-live]')].some((each) => /shows the new graph/.test(each.textContent ?? '')),
    )
    expect(await view.page.locator('.which-graph').innerText()).toMatch(/4 papers/)
    expect(await view.counted()).toBeLessThan(40)
    await ended('papers.jsonl').click()
    await row('papers.jsonl').waitFor({ state: 'detached' })
  })

  it('is done with the keyboard alone, by a key and a dialogue of the system', async () => {
    await view.open()
    await view.page.keyboard.press('u')
    const choose = view.page.getByRole('button', { name: 'Choose files…' })
    // Chromium must be told to hand the dialogue over before it is asked for.
    const opening = view.page.waitForEvent('filechooser')
    await choose.focus()
    await view.page.keyboard.press('Enter')
    const chooser = await opening
    await chooser.setFiles([file('a.jsonl', paperLines(0, 60)), file('b.jsonl', paperLines(60, 62))])
    const header = view.page.locator('.header')
    await header.getByRole('button', { name: /^Add papers… \d under way$/ }).waitFor()
    await ended('a.jsonl').waitFor()
    await ended('b.jsonl').waitFor()
    await view.page.locator('.which-graph', { hasText: '62 papers' }).waitFor({ timeout: 30_000 })
    await header.getByRole('button', { name: 'Add papers…', exact: true }).waitFor()
  })

  it('keeps what went wrong until it is dismissed', async () => {
    expected = /415/
    await view.open()
    await drop('.canvas', 'holiday.txt', 'just some words')
    const alert = view.page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toMatch(/^“holiday\.txt” is in no format that papergraph knows; expected were/)
    await view.page.getByRole('button', { name: 'Dismiss: holiday.txt' }).click()
    await alert.waitFor({ state: 'detached' })
    expect(await view.page.locator('.which-graph').innerText()).toMatch(/^Bundled sample/)
  })

  it('cancels, and finds an upload again after the page was reloaded', async () => {
    await view.open()
    await drop('.canvas', 'many.jsonl', paperLines(0, 3000))
    await row('many.jsonl').locator('progress').waitFor()
    await view.page.reload()
    await view.ready()
    await view.page.keyboard.press('u')
    await row('many.jsonl').getByRole('button', { name: 'Cancel: many.jsonl' }).click()
    await ended('many.jsonl').waitFor()
    expect(await row('many.jsonl').locator('.upload-detail').innerText()).toBe(
      'Cancelled; the graph is as it was before.',
    )
    expect(await view.page.locator('.which-graph').innerText()).toMatch(/^Bundled sample/)
  })
})
