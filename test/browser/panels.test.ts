import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''

describe.skipIf(path === undefined)(`panels${why}`, () => {
  let browser: Browser
  let server: TestServer
  let view: ViewPage

  beforeAll(async () => {
    browser = await launchChromium(path ?? '')
    server = await startServer()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  beforeEach(async () => {
    view = await ViewPage.create(browser, server.address)
  })
  afterEach(async () => {
    await view.page.close()
    expect(view.complaintsBut(undefined)).toEqual([])
  })

  const panel = () => view.page.locator('.panel')
  const scores = async () =>
    (await panel().locator('.benchmark .score-value').allInnerTexts()).map((text) => Number.parseFloat(text))

  it('list the scores of a benchmark by metric, the best first', async () => {
    await view.open('?node=imagenet')
    await panel().locator('.benchmark').waitFor()
    const top = panel().getByRole('button', { name: /^top-1 accuracy/ })
    expect(await top.getAttribute('aria-pressed')).toBe('true')
    const higher = await scores()
    expect(higher.length).toBeGreaterThan(3)
    expect(higher).toEqual([...higher].sort((a, b) => b - a))
    await panel()
      .getByRole('button', { name: /^top-5 error/ })
      .click()
    const lower = await scores()
    expect(lower).toEqual([...lower].sort((a, b) => a - b))
    expect(await panel().locator('.metric-order').innerText()).toMatch(/lower top-5 error is better/)
    await panel().locator('.benchmark .link-why').first().click()
    expect(await panel().locator('.score-sentence blockquote').innerText()).toMatch(/ImageNet/)
  })

  it('draw the scores over the years, with a way to each paper', async () => {
    await view.open('?node=imagenet')
    const chart = panel().getByRole('group', { name: 'top-1 accuracy (%) by year' })
    await chart.waitFor()
    const points = chart.getByRole('link')
    expect(await points.count()).toBe((await scores()).length)
    expect(await chart.locator('desc').textContent()).toMatch(/numbers from 2019 to 2022; the best is 87\.8 %/)
    await points.first().hover()
    expect(await panel().locator('.score-chart figcaption').innerText()).toMatch(/^2022: 87\.8 %.*ConvNet/)
    await points.nth(1).focus()
    await view.page.keyboard.press('Enter')
    await view.page.waitForFunction(() => location.search.includes('arxiv'))
    expect(await view.heading()).toMatch(/Swin Transformer/)
  })

  it('tell how many papers a year name a thing', async () => {
    await view.open('?node=imagenet')
    const history = panel().getByRole('img', { name: /^Papers a year that name it: \d{4}: \d/ })
    await history.waitFor()
    expect(await history.locator('rect.history-bar').count()).toBeGreaterThan(3)
  })

  it('can be read to the end of a long list, each line with its words', async () => {
    // A server gives 25 links with a node; here three, so that the sample has more than that.
    await view.page.route('**/api/node?*', async (route) => {
      const answer = await route.fetch()
      const body = await answer.json()
      for (const group of body.groups) group.links = group.links.slice(0, 3)
      await route.fulfill({ response: answer, json: body })
    })
    await view.open('?node=imagenet')
    const group = panel().locator('.group', { has: view.page.getByRole('heading', { name: /^Used by/ }) })
    const [, total] = /3 of (\d+)/.exec(await group.locator('.group-count').innerText()) ?? []
    await group.getByRole('button', { name: /^Load more of the/ }).click()
    await view.page.waitForFunction(
      ([wanted]) => [...document.querySelectorAll('.group .group-count')].some((each) => each.textContent === wanted),
      [total ?? 'unknown'],
    )
    expect(await group.locator('.link').count()).toBe(Number(total))
    expect(await group.getByRole('button', { name: /^Load more/ }).count()).toBe(0)
    await group.locator('.link-why').last().click()
    await group.locator('.evidence blockquote').waitFor()
    expect(await group.locator('.evidence').innerText()).toMatch(/ImageNet[\s\S]*Found by .*% sure/)
    await group.getByRole('button', { name: 'Look at the relationship' }).click()
    await view.page.locator('.panel-relation').waitFor()
  })
})
