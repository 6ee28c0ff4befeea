import { once } from 'node:events'
import { MAP_SIZES } from '../../web/map-sizes.ts'
import { chromiumAvailability, launchChromium } from '../browser/chromium.ts'
import { makeDataFolder } from '../reader/data-folder.ts'
import { fieldsGraph } from './browser/graph.ts'
import { type Kind, type Measured, measurePage, tryPage } from './browser/pages.ts'
import { startServer } from './browser/server.ts'
import { median } from './figures.ts'

const PAIRS = 7
const LIMITED = 10_000

/** What has to hold at 10,000 nodes: shares of what Sigma as it comes takes for the same graph, and milliseconds. */
const LIMITS = {
  frame: { share: 0.2 },
  paint: { share: 0.6 },
  frameCpu: { share: 1 },
  hoverCpu: { ms: 16 },
  longest: { ms: 50 },
} as const
const NAMES: Record<keyof Measured, string> = {
  frame: 'frame while panning',
  paint: 'first whole picture',
  frameCpu: 'main thread, a frame',
  hoverCpu: 'main thread, a hover',
  longest: 'longest task',
}

/**
 * The view in Chromium (software rendering) beside a page with Sigma 3 as it comes, by turns, on the same graph from the same
 * server: 1,000 and 10,000 nodes; at 100,000 whether it pans, zooms and searches. `-- browser 10000 3`: one size, so many pairs.
 */
export async function compareBrowser(words: readonly string[]): Promise<boolean> {
  const { path, ...rest } = chromiumAvailability()
  if (path === undefined) {
    console.error('reason' in rest ? rest.reason : '')
    return false
  }
  const sizes = words[0] === undefined ? [1_000, LIMITED, 100_000] : [Number(words[0])]
  const pairs = Number(words[1] ?? PAIRS)
  let isFine = true
  for (const size of sizes) isFine = (await measureSize(path, size, pairs)) && isFine
  return isFine
}

async function measureSize(path: string, size: number, pairs: number): Promise<boolean> {
  const folder = makeDataFolder()
  try {
    const graph = fieldsGraph(size)
    console.log(`\n${graph.nodes.length} nodes, ${graph.relationships.length} relationships`)
    await folder.publish('one', graph)
    const server = await startServer(folder.path)
    const browser = await launchChromium(path)
    try {
      // The page knows some sizes of maps; the whole graph is on the smallest that holds it.
      const most = MAP_SIZES.find((each) => each >= size) ?? size
      await untilSettled(server.address, most)
      if (size > LIMITED) return report(await tryPage(browser, server.address, most))
      const all: Record<Kind, Measured[]> = { papergraph: [], plain: [] }
      for (let pair = 0; pair < pairs; pair += 1)
        for (const kind of ['plain', 'papergraph'] as const)
          all[kind].push(await measurePage(browser, server.address, kind, most))
      return compare(all, size === LIMITED)
    } finally {
      await browser.close()
      server.child.kill('SIGINT')
      await once(server.child, 'close')
    }
  } finally {
    folder.remove()
  }
}

/** Both pages get the same places, and no layout takes a processor while they are measured. */
async function untilSettled(address: string, limit: number): Promise<void> {
  for (;;) {
    const { layout } = (await (await fetch(`${address}/api/map/places?limit=${limit}`)).json()) as { layout: string }
    if (layout === 'settled') return
  }
}

function report(done: Record<string, boolean>): boolean {
  for (const [what, is] of Object.entries(done)) console.log(`${what.padEnd(22)}${is ? 'yes' : 'NO'}`)
  return Object.values(done).every(Boolean)
}

function compare(all: Record<Kind, Measured[]>, isLimited: boolean): boolean {
  console.log('ms, medians           papergraph    plain   share')
  let isFine = true
  for (const what of Object.keys(LIMITS) as (keyof Measured)[]) {
    const of = (kind: Kind): number => median(all[kind].map((each) => each[what]))
    const [ours, plain] = [of('papergraph'), of('plain')]
    const limit = LIMITS[what]
    const holds = 'share' in limit ? ours <= limit.share * plain : ours <= limit.ms
    const words = 'share' in limit ? `at most ${limit.share}x` : `at most ${limit.ms} ms`
    const share = plain > 0 ? (ours / plain).toFixed(2) : '-'
    const verdict = isLimited ? `  ${words}${holds ? '' : ': too much'}` : ''
    console.log(
      `${NAMES[what].padEnd(22)}${ours.toFixed(1).padStart(9)}${plain.toFixed(1).padStart(10)}${share.padStart(8)}${verdict}`,
    )
    isFine &&= holds || !isLimited
  }
  return isFine
}
