import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const WIDE = { width: 1440, height: 900 }
/** Software rendering is slow, and tests read the picture back; Chromium says so. Everything else is the view's. */
const NOT_OURS = /GPU stall|GL Driver Message|swiftshader|willReadFrequently/i

/** One page of the view, with what a person does on it. */
export class ViewPage {
  readonly page: Page
  readonly address: string
  private readonly complaints: string[] = []

  private constructor(page: Page, address: string) {
    this.page = page
    this.address = address
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
  }

  static async create(
    browser: Browser,
    address: string,
    viewport = WIDE,
    more: BrowserContextOptions = {},
  ): Promise<ViewPage> {
    return new ViewPage(await browser.newPage({ viewport, reducedMotion: 'reduce', ...more }), address)
  }

  /** What the console complained of, without the status codes that a test expects. */
  complaintsBut(expected: RegExp | undefined): string[] {
    return this.complaints.filter((text) => !NOT_OURS.test(text) && !expected?.test(text))
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`${this.address}/${query}`)
    await this.ready()
  }

  /** Waits until the map is there, and leaves the search box, which has the focus at the start: keys would be typed. */
  async ready(): Promise<void> {
    await this.page.locator('.legend').waitFor({ state: 'attached' })
    if ((await this.page.locator('#search:focus').count()) > 0) await this.page.keyboard.press('Escape')
  }

  /** Opens on a smaller part of the graph, so that much is left to expand. */
  async openSmall(limit: number, query = ''): Promise<void> {
    await this.page.route('**/api/map?*', (route) => route.continue({ url: `${this.address}/api/map?limit=${limit}` }))
    await this.open(query)
  }

  /** Types into the search box and waits for suggestions. */
  async search(text: string): Promise<void> {
    await this.page.locator('#search').fill(text)
    // The first search over Neo4j reads the whole graph before it answers.
    await this.page.getByRole('option').first().waitFor({ timeout: 60_000 })
  }

  /** Searches and takes the first suggestion; gives the panel's heading. */
  async choose(text: string): Promise<string> {
    await this.search(text)
    await this.page.keyboard.press('Enter')
    return this.heading()
  }

  async heading(): Promise<string> {
    const heading = this.page.locator('.panel h1')
    await heading.waitFor()
    return heading.innerText()
  }

  query(): URLSearchParams {
    return new URL(this.page.url()).searchParams
  }

  /** Nodes on the map, as the legend counts them. */
  async counted(): Promise<number> {
    return Number(/^([\d,]+) of/.exec(await this.page.locator('.legend-total').innerText())?.[1]?.replace(',', ''))
  }

  async waitForCount(count: number): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.querySelector('.legend-total')?.textContent?.startsWith(`${wanted.toLocaleString('en')} of`),
      count,
    )
  }
}
