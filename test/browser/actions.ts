import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'

/** What a person does, counted: a click, a key, or a name that is typed is one each. */
export class Actions {
  readonly done: string[] = []
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get count(): number {
    return this.done.length
  }

  async click(what: Locator): Promise<void> {
    await what.click()
    this.done.push('click')
  }

  /** Clicks what gives a file. */
  async save(what: Locator): Promise<{ name: string; file: Buffer }> {
    const coming = this.page.waitForEvent('download')
    await this.click(what)
    const download = await coming
    return { name: download.suggestedFilename(), file: readFileSync(await download.path()) }
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key)
    this.done.push(key)
  }

  /** Types where the focus is, and waits for what the search box suggests. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    await this.page.getByRole('option').first().waitFor()
    // The suggestions are those for the whole of it.
    await this.page.locator('#search[aria-expanded=true]').waitFor()
    await this.page
      .getByRole('option', { name: new RegExp(text, 'i') })
      .first()
      .waitFor()
    this.done.push(`"${text}"`)
  }
}
