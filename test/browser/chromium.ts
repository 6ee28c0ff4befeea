import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const HOW_TO_GET = 'no Chromium on the path: install it (Debian: apt-get install chromium)'

/** The Chromium on the path, or why the browser tests cannot run. Throws where they must run (CI=true). */
export function chromiumAvailability(): { path: string } | { path: undefined; reason: string } {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const path = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((each) => existsSync(each))
  if (path !== undefined) return { path }
  if (process.env.CI === 'true') throw new Error(`The browser tests must run in CI: ${HOW_TO_GET}.`)
  return { path, reason: HOW_TO_GET }
}

/** Software rendering, and nothing that asks the network for anything. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-gpu-compositing',
      '--disable-accelerated-2d-canvas',
    ],
  })
}
