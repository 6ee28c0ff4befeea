import { describe, expect, it } from 'vitest'
import { checkParameters, loadCatalogue } from '../../../queries/catalogue.ts'
import type { AskReport } from './ask.ts'
import { catalogueCases } from './cases.ts'
import { type ScaleReport, verdicts } from './limits.ts'
import { scaleOptions } from './options.ts'
import { familyOf, measured, programOf, residentMb } from './process-tree.ts'
import { reportText } from './report.ts'
import { quantile, timed } from './timing.ts'

const timing = { cold: 9, p50: 5, p95: 8, runs: 7 }
const ask: AskReport = {
  engine: 'engine 1',
  openMs: 1,
  indexMs: 2,
  indexMb: 120,
  readyMb: 500,
  lastMb: 600,
  asked: [
    { name: 'neighbours', kind: 'typical', timing },
    { name: 'neighbours', kind: 'hub', timing: { ...timing, p50: 300 } },
    { name: 'map', kind: 'none', timing: { ...timing, p50: 2_500 } },
    { name: 'node', kind: 'median', timing, bare: { ...timing, p50: 2 } },
  ],
}
const taken = { seconds: 100, cpuSeconds: 150, peakProcessMb: 1_700, peakTreeMb: 2_900, stdout: '' }
const report: ScaleReport = {
  papers: 100_000,
  load: [0.5, 1.5],
  stores: {
    embedded: { ingest: { ...taken, seconds: 500 }, again: taken, load: { ...taken, peakProcessMb: 1_600 }, ask },
  },
}

describe('the scale bench', () => {
  it('holds figures against their limits', () => {
    const failed = verdicts(report).filter(({ holds }) => !holds)
    expect(failed.map(({ what }) => what)).toEqual([
      'embedded: ingest, at most 480 s',
      'embedded: the same file again, at most 60 s',
      'embedded: map, at most 2000 ms',
      'embedded: node (median), times the bare driver, at most 2 ×',
    ])
    expect(verdicts({ ...report, papers: 500 }).filter(({ what }) => what.includes('ingest'))).toEqual([])
  })

  it('tells people what fell short', () => {
    const text = reportText(report)
    expect(text).toContain('4 of 8 limits hold')
    expect(text).toMatch(/not: embedded: map, at most 2000 ms: 2500.0 ms/)
  })

  it('asks every question of the catalogue, each parameter without a default given', () => {
    const picks = { hub: ['h'], typical: ['t', 'u'], median: ['m', 'n'] }
    const known = { paper: picks, concept: picks, method: picks, model: picks, benchmark: picks, topic: picks }
    const edge = { from: 'x:1', type: 'USES', to: 'c', key: 'method' }
    const cases = catalogueCases({ ...known, edges: [edge] })
    const names = loadCatalogue()
      .list()
      .map(({ name }) => name)
    expect([...new Set(cases.map(({ query }) => query))].sort()).toEqual(names)
    for (const { query, asked } of cases) {
      expect(asked.length, query).toBeGreaterThan(0)
      for (const parameters of asked)
        expect(() => checkParameters(loadCatalogue().get(query), parameters)).not.toThrow()
    }
  })

  it.skipIf(process.platform !== 'linux')('measures a process and those that it starts', async () => {
    const script = `
      const { spawnSync } = require('node:child_process')
      const held = Buffer.alloc(64 << 20, 1)
      spawnSync(process.execPath, ['-e', 'const held = Buffer.alloc(96 << 20, 1); const end = Date.now() + 2000; while (Date.now() < end); held'])
      console.log(held.length)`
    const found = await measured(['-e', script])
    expect(found.stdout).toBe(`${64 << 20}\n`)
    expect(found.peakProcessMb).toBeGreaterThan(96)
    expect(found.peakTreeMb).toBeGreaterThan(96 + 64)
    expect(found.cpuSeconds).toBeGreaterThan(0)
    await expect(measured(['-e', 'console.error("no good"); process.exit(3)'])).rejects.toThrow(
      /ended with 3:\nno good/,
    )
    expect([programOf(process.pid) !== '', familyOf(process.pid)[0], residentMb(process.pid) > 1]).toEqual([
      true,
      process.pid,
      true,
    ])
  })

  it.skipIf(process.platform !== 'linux')('explains itself, and refuses what it does not know', () => {
    expect(scaleOptions(['--help'])).toMatch(/--papers N/)
    expect(scaleOptions(['--papers', 'many'])).toMatch(/whole number/)
    expect(scaleOptions(['--stores', 'memory'])).toMatch(/--stores LIST/)
    expect(scaleOptions(['--colour'])).toMatch(/colour/)
  })
})

describe('timing', () => {
  it('asks with one argument after the other, the first time cold', async () => {
    const asked: string[] = []
    const found = await timed(['a', 'b'], (one) => asked.push(one))
    expect(asked.slice(0, 3)).toEqual(['a', 'b', 'a'])
    expect(found.runs).toBe(asked.length - 1)
  })

  it('takes the smallest value that so many do not exceed', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2)
    expect(quantile([1, 2, 3, 100], 0.95)).toBe(100)
    expect(() => quantile([], 0.5)).toThrow(RangeError)
  })
})
