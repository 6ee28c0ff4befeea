import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { PANELS } from './every-panel.ts'
import { ViewPage } from './page.ts'
import { cutText, focused, sideways, smallTargets } from './seen.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`
const TITLES = [
  ['ar', 'rtl', 'نموذج لغوي عربي كبير يعتمد على BERT لفهم النصوص'],
  ['he', 'rtl', 'מודל שפה עברי גדול המבוסס על BERT להבנת טקסטים'],
  ['zh', 'ltr', '基于BERT的中文预训练语言模型及其在文本理解任务中的应用研究'],
  ['ja', 'ltr', 'BERTに基づく日本語の事前学習モデルとその文章理解への応用'],
  ['ko', 'ltr', 'BERT 기반 한국어 사전 학습 언어 모델과 문장 이해에의 응용'],
] as const

/** What people who read, see or press otherwise than most come across. */
describe.skipIf(path === undefined)(`the view for everyone, in a real browser${why}`, () => {
  let server: TestServer
  let browser: Browser
  let folder: string
  let view: ViewPage
  let page: Page

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'papergraph-everyone-'))
    const papers = join(folder, 'scripts.jsonl')
    const abstract = 'We propose a model that builds on BERT and evaluate it on GLUE.'
    const lines = TITLES.map(([id, , title]) => JSON.stringify({ id: `script:${id}`, title, abstract, year: 2024 }))
    writeFileSync(papers, lines.join('\n'))
    server = await startServer({ papers: [SAMPLE_FILE, papers] })
    browser = await launchChromium(path ?? '')
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    view = await ViewPage.create(browser, server.address)
    page = view.page
  })
  afterEach(async () => {
    await page.close()
  })

  it.each(Object.keys(PANELS).filter((name) => !/name that nothing|repository/.test(name)))(
    'can be read and pressed at %s: large targets, text with more space, 200 % and 400 %',
    async (name) => {
      await PANELS[name]?.(view)
      const findings: Record<string, string[]> = { targets: await smallTargets(page) }
      await setStyle(page, SPACED)
      findings.spaced = [...(await cutText(page)), ...(await sideways(page))]
      await setStyle(page, '')
      // 1440 by 900 at 200 %, 1280 by 1024 at 400 %.
      for (const [width, height] of [
        [720, 450],
        [320, 256],
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.waitForTimeout(150)
        findings[`${width}`] = [...(await cutText(page)), ...(await sideways(page)), ...(await smallTargets(page))]
      }
      expect(findings).toEqual({ targets: [], spaced: [], 720: [], 320: [] })
      expect(view.complaintsBut(/404/)).toEqual([])
    },
  )

  it.each(TITLES)('runs a title in its own direction: %s', async (id, direction, title) => {
    await view.open(`?node=script:${id}&choose=script:${id}&choose=bert`)
    const heading = page.locator('.panel h1')
    await heading.waitFor()
    await page.keyboard.press('t')
    await page.locator('.nodes .is-selected').waitFor()
    await view.search(title.slice(0, 12))
    const places = ['.panel h1', '.tray-name', '.nodes .is-selected .in-table', '.hit-name']
    for (const place of places) {
      const text = page.locator(place, { hasText: title.slice(0, 12) }).first()
      const seen = await text.evaluate((each) => ({
        direction: getComputedStyle(each).direction,
        lang: (each as HTMLElement).lang,
      }))
      expect(seen, place).toEqual({ direction, lang: id })
    }
    await page.keyboard.press('Escape')
    expect([...(await cutText(page)), ...(await sideways(page))]).toEqual([])
    // Neither the letters nor the button that closes the panel lie over each other.
    const over = await heading.evaluate((each) => {
      const range = document.createRange()
      range.selectNodeContents(each)
      const close = document.querySelector('.panel .panel-close')?.getBoundingClientRect()
      return [...range.getClientRects()].some(
        (box) =>
          close && box.right > close.left && box.left < close.right && box.top < close.bottom && box.bottom > close.top,
      )
    })
    expect(over).toBe(false)
  })

  it.each([
    ['none', 'the start'],
    ['none', 'a benchmark with its evidence opened'],
    ['none', 'the filters'],
    ['active', 'a paper'],
    ['active', 'the filters'],
  ] as const)(
    'shows where the focus is at each stop of the Tab key, forced colours %s, at %s',
    async (forcedColors, name) => {
      await page.emulateMedia({ forcedColors, reducedMotion: 'reduce' })
      await PANELS[name]?.(view)
      const stops: string[] = []
      for (let step = 0; step < 45; step++) {
        await page.keyboard.press('Tab')
        const stop = await focused(page)
        expect(stop, `stop ${step}`).toEqual({ ...stop, isSeen: true, isCovered: false })
        stops.push(stop.name)
      }
      expect(new Set(stops).size).toBeGreaterThan(15)
    },
  )

  it('keeps in the system’s colours what backgrounds say: kinds, what is pressed, the years that are chosen', async () => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await PANELS['the filters']?.(view)
    const colour = (selector: string, name: 'backgroundColor' | 'outlineStyle' | 'borderTopColor' | 'borderTopStyle') =>
      page
        .locator(selector)
        .first()
        .evaluate((each, property) => getComputedStyle(each)[property], name)
    const ground = await colour('.drawer', 'backgroundColor')
    for (const drawn of ['.dot-method', '.brush-bar:not(.is-out) > span', '.confidence-bars span span'])
      expect(await colour(`.filters ${drawn}`, 'backgroundColor'), drawn).not.toBe(ground)
    expect(await colour('.brush-bar.is-out > span', 'backgroundColor')).not.toBe(
      await colour('.brush-bar:not(.is-out) > span', 'backgroundColor'),
    )
    expect(await colour('.header-button[aria-pressed=true]', 'outlineStyle')).not.toBe('none')
    // A button is more than its words: where its ground is gone, a line stays.
    for (const button of ['.filter-chip', '.filter-clear', '.option-only'])
      expect(await colour(button, 'borderTopStyle'), button).not.toBe('none')
  })
})

/** As a person's own styles. The page allows none in its markup. */
const setStyle = (page: Page, text: string): Promise<void> =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [sheet]
  }, text)
