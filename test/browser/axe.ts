import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Violation {
  id: string
  help: string
  nodes: { target: string[]; failureSummary: string }[]
}

/** What axe-core finds in the page as it is now, each as one readable text; nothing is the aim. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Not as a script element: the page's security policy would refuse it.
  await page.evaluate(SOURCE)
  const violations: Violation[] = await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: Axe }).axe
        .run(document, { runOnly: tags, resultTypes: ['violations'] })
        .then((found) => found.violations),
    TAGS,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 4).map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  )
}

interface Axe {
  run(where: Document, how: object): Promise<{ violations: Violation[] }>
}
