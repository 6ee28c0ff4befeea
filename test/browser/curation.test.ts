import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { papergraph } from '../program/papergraph.ts'
import { chromiumAvailability, launchChromium } from './chromium.ts'
import { ViewPage } from './page.ts'
import { startServer, type TestServer } from './server.ts'

const available = chromiumAvailability()
const { path } = available
const why = path === undefined ? ` (skipped: ${available.reason})` : ''
/** Each decision makes the graph anew in a process of its own. */
const timeout = 180_000
const patience = { timeout: 600_000 }

describe.skipIf(path === undefined)(`curation in the view${why}`, () => {
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
  beforeEach(() => {
    expected = undefined
    folder = mkdtempSync(join(tmpdir(), 'papergraph-curating-'))
  })
  afterEach(async () => {
    await view.page.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(view.complaintsBut(expected)).toEqual([])
  })

  const data = () => join(folder, 'data')
  async function openOwn(query = ''): Promise<void> {
    const papers = join(folder, 'papers.jsonl')
    copyFileSync(SAMPLE_FILE, papers)
    const { status, stderr } = await papergraph(['ingest', papers, '--data', data()])
    expect(status, stderr).toBe(0)
    server = await startServer({ data: data() })
    view = await ViewPage.create(browser, server.address)
    view.page.setDefaultTimeout(timeout)
    await view.open(query)
  }
  const curate = () => view.page.getByRole('button', { name: 'Curate' }).click()
  const button = (name: string | RegExp) => view.page.getByRole('button', { name, exact: typeof name === 'string' })
  const notice = () => view.page.locator('.curation-banner')
  const file = () => readFileSync(join(data(), 'curation.jsonl'), 'utf8')
  /** Waits until the panel shows a decision in this state. */
  const decided = (state: 'pending' | 'applied' | 'failed') =>
    view.page.locator(`.panel .decision.is-${state}`).waitFor()
  const kind = () => view.page.locator('.panel .panel-kind').innerText()

  it(
    'hides in two clicks, shows that as pending until the graph has it, and takes it back in one',
    patience,
    async () => {
      await openOwn('?node=dropout')
      const nodes = await view.counted()
      await curate()
      await button('Hide it').click()
      await decided('pending')
      expect(await notice().innerText()).toMatch(/“dropout” is hidden/)
      await view.page.locator('.panel').waitFor({ state: 'detached' })
      await notice().getByText('“dropout” is hidden now.').waitFor()
      expect([view.query().get('node'), file()]).toEqual([null, expect.stringMatching(/"decision":"hide"/)])
      await notice().getByRole('button', { name: 'Undo' }).click()
      await notice().getByRole('button', { name: 'Keep it' }).waitFor()
      await notice().waitFor({ state: 'detached' })
      expect(file()).toBe('')
      await view.waitForCount(nodes)
      expect(await view.choose('dropout')).toBe('dropout')
    },
  )

  it('mends a type in two clicks and stays at the node', patience, async () => {
    await openOwn('?node=dropout')
    await curate()
    await button('Topic').click()
    await decided('applied')
    await view.page.locator('.panel .badge-topic').first().waitFor()
    expect([await view.heading(), view.query().get('node')]).toEqual(['dropout', 'dropout'])
    await button(/^Undo: “dropout” is a topic/)
      .first()
      .click()
    await view.page.locator('.panel .badge-method').first().waitFor()
    expect(await kind()).toMatch(/^Method/)
  })

  it('joins a node with another that is searched for, and follows to what they are now', patience, async () => {
    await openOwn('?node=cifar-100')
    const other = await view.heading()
    await curate()
    await view.page.getByRole('combobox', { name: `${other} is the same as` }).fill('CIFAR-10')
    await view.page
      .getByRole('option', { name: /^CIFAR-10 / })
      .first()
      .click()
    await decided('applied')
    const node = view.query().get('node')
    expect(await view.page.locator('.aliases').innerText()).toMatch(/CIFAR-10/)
    expect(await notice().innerText()).toMatch(/“CIFAR-100” and “CIFAR-10” are one now/)
    await view.page.keyboard.press('d')
    await view.page.locator('.decisions .decision.is-applied').waitFor()
    await view.page
      .locator('.decisions')
      .getByRole('button', { name: /^Undo: / })
      .click()
    await view.page.getByText('No decisions yet.').waitFor()
    expect([node, file()]).toEqual([expect.stringMatching(/^cifar-10/), ''])
  })

  it('takes what two chosen nodes are, and what one paper means by the words', patience, async () => {
    await openOwn('?choose=imagenet&choose=cifar-10&node=imagenet')
    await button('These are not one').click()
    await decided('applied')
    await view.page.locator('.panel .group .link-why').first().click()
    await button('Something else here').click()
    await view.page.locator('.panel .decision.is-applied').nth(1).waitFor()
    expect(file().trim().split('\n')).toHaveLength(2)
    expect(await view.heading()).toBe('ImageNet')
  })

  it('tells from a relationship what its paper means, and what it is, in two clicks each', patience, async () => {
    await openOwn('?from=arxiv:1512.03385&type=USES&to=imagenet&key=benchmark')
    await view.page.locator('.panel blockquote').first().waitFor()
    await curate()
    await button('Something else here').click()
    await decided('pending')
    await decided('applied')
    // Another paper's ImageNet is another node now, and this one is still at hand.
    await expect
      .poll(async () => (await fetch(`${server.address}/api/node?id=imagenet-benchmark`)).status, { timeout })
      .toBe(200)
    expect([view.query().get('from'), view.query().get('to')]).toEqual(['arxiv:1512.03385', 'imagenet'])
    await button(/^Undo: /)
      .first()
      .click()
    await view.page.locator('.panel .decided').waitFor({ state: 'detached' })
    await expect.poll(async () => (await fetch(`${server.address}/api/node?id=imagenet`)).status, { timeout }).toBe(200)
    await view.page.locator('.panel blockquote').first().waitFor()
    expect([view.query().get('from'), view.query().get('to')]).toEqual(['arxiv:1512.03385', 'imagenet'])

    await curate()
    await button('Topic').click()
    await decided('applied')
    await view.page.locator('.edge-kind').getByText('Is about').waitFor()
    expect([view.query().get('type'), view.query().get('to')]).toEqual(['ABOUT', 'imagenet'])
  })

  it('keeps what contradicts another with the reason, to try again or to drop', patience, async () => {
    await openOwn('?choose=imagenet&choose=cifar-10&node=imagenet')
    await button('These are not one').click()
    await decided('applied')
    await button('These are one').click()
    const failed = view.page.locator('.banner.is-error')
    await failed.getByText(/contradicts another decision/).waitFor()
    await failed.getByRole('button', { name: 'Try again' }).click()
    await view.page.locator('.panel .decision.is-pending').waitFor()
    await failed.getByText(/contradicts another decision/).waitFor()
    await failed.getByRole('button', { name: 'Drop it' }).click()
    await failed.waitFor({ state: 'detached' })
    expect(file()).toMatch(/"different"/)
  })

  it('says on the bundled sample why not, and how', patience, async () => {
    server = await startServer({ data: data() })
    view = await ViewPage.create(browser, server.address)
    await view.open('?node=dropout')
    await curate()
    const section = view.page.locator('.curate')
    await section.getByText(/bundled sample stays as it is: add papers first/).waitFor()
    await section.getByRole('button', { name: 'Add papers…' }).click()
    expect(await view.page.locator('.drawer h1').innerText()).toBe('Add papers')
  })
})
