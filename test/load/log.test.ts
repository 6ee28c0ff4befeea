import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PaperLog } from '../../ingest/load/log.ts'
import type { PaperRecord } from '../../ingest/paper.ts'

const paper = (id: string, title: string, source = 'a.bib'): PaperRecord => ({
  id,
  title,
  abstract: `About ${title}, in “quotes” and 漢字.`,
  authors: ['Ada Example'],
  source,
})

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-log-'))
  path = join(folder, 'papers.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Opens the log, works on it, closes it; returns the records that are current then. */
function withLog(covered: number | undefined, work: (log: PaperLog) => void = () => {}): PaperRecord[] {
  const log = new PaperLog(path, covered)
  work(log)
  log.sync()
  const records = log.inOrder().map((paper) => log.read(paper))
  log.close()
  return records
}
const size = (): number => statSync(path).size

describe('the paper log', () => {
  it('gives back what was put, in order, after it was opened again', () => {
    const papers = [paper('x:1', 'One'), paper('x:2', 'Two')]
    withLog(0, (log) => papers.forEach((each) => void log.put(each)))
    expect(withLog(size())).toEqual(papers)
  })

  it('appends nothing for a record that stands there already', () => {
    withLog(0, (log) => log.put(paper('x:1', 'One')))
    const before = readFileSync(path)
    withLog(size(), (log) => log.put(paper('x:1', 'One')))
    expect(readFileSync(path)).toEqual(before)
  })

  it('knows which ingest first brought a record, through changes of it and from then on', () => {
    withLog(0, (log) => log.put(paper('x:1', 'One')))
    withLog(size(), (log) => log.put(paper('x:2', 'Two')))
    withLog(size(), () => {})
    withLog(size(), (log) => {
      log.put(paper('x:1', 'One, better'))
      log.put(paper('x:3', 'Three'))
    })
    const log = new PaperLog(path, size())
    expect(log.inOrder().map(({ id, ingest }) => [id, ingest])).toEqual([
      ['x:2', 2],
      ['x:1', 1],
      ['x:3', 3],
    ])
    log.remove({ id: 'x:1' })
    expect(log.put(paper('x:1', 'One')).ingest).toBe(4)
    log.close()
  })

  it('takes lines without a number for the first ingest', () => {
    appendFileSync(path, `${JSON.stringify({ put: paper('x:1', 'One') })}\n`)
    const log = new PaperLog(path, size())
    expect([log.inOrder()[0]?.ingest, log.put(paper('x:2', 'Two')).ingest]).toEqual([1, 2])
    log.close()
  })

  it('replaces a record by a later one of the same id and source, and keeps one of another source beside it', () => {
    const records = withLog(0, (log) => {
      log.put(paper('x:1', 'Old'))
      log.put(paper('x:1', 'Other', 'b.csv'))
      log.put(paper('x:1', 'New'))
    })
    expect(records.map((each) => [each.title, each.source])).toEqual([
      ['Other', 'b.csv'],
      ['New', 'a.bib'],
    ])
  })

  it('takes away one paper or a whole source, and says how many', () => {
    const counts: number[] = []
    const records = withLog(0, (log) => {
      for (const id of ['x:1', 'x:2', 'x:3']) log.put(paper(id, id))
      log.put(paper('x:4', 'Four', 'b.csv'))
      counts.push(log.remove({ id: 'x:1' }), log.remove({ source: 'b.csv' }), log.remove({ id: 'x:9' }))
    })
    expect(counts).toEqual([1, 1, 0])
    expect(records.map((each) => each.id)).toEqual(['x:2', 'x:3'])
    expect(withLog(size()).map((each) => each.id)).toEqual(['x:2', 'x:3'])
  })

  it('cuts off lines beyond the pointer: they belong to an ingest that did not finish', () => {
    withLog(0, (log) => log.put(paper('x:1', 'One')))
    const covered = size()
    withLog(covered, (log) => log.put(paper('x:2', 'Two')))
    expect(withLog(covered).map((each) => each.id)).toEqual(['x:1'])
    expect(size()).toBe(covered)
  })

  it('cuts off a torn last line when everything is kept', () => {
    withLog(0, (log) => log.put(paper('x:1', 'One')))
    const whole = size()
    appendFileSync(path, '{"put":{"id":"x:2","tit')
    expect(withLog(undefined).map((each) => each.id)).toEqual(['x:1'])
    expect(size()).toBe(whole)
  })

  it('refuses a log that is shorter than what the graph was made from, in one sentence that says what to do', () => {
    withLog(0, (log) => log.put(paper('x:1', 'One')))
    expect(() => new PaperLog(path, size() + 1)).toThrow(/is shorter .*restore it from a backup\.$/)
  })

  it('refuses a damaged line and says where it is', () => {
    appendFileSync(path, '{"put":{"id":7}}\n')
    expect(() => new PaperLog(path, undefined)).toThrow(/is damaged at byte 0; restore it/)
  })

  it('amounts to the same after any puts and removals, whether or not it was closed in between', () => {
    const step = fc.record({
      id: fc.constantFrom('x:1', 'x:2', 'x:3'),
      title: fc.string({ unit: 'grapheme', maxLength: 20 }),
      isRemoval: fc.boolean(),
      isReopened: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        rmSync(path, { force: true })
        const wanted = new Map<string, string>()
        let log = new PaperLog(path, 0)
        for (const { id, title, isRemoval, isReopened } of steps) {
          if (isRemoval) log.remove({ id })
          else log.put(paper(id, title))
          if (isRemoval) wanted.delete(id)
          else wanted.set(id, title)
          if (!isReopened) continue
          log.close()
          log = new PaperLog(path, size())
        }
        const found = new Map(
          log
            .inOrder()
            .map((paper) => log.read(paper))
            .map((each) => [each.id, each.title]),
        )
        log.close()
        expect(found).toEqual(wanted)
      }),
      { numRuns: 60 },
    )
  })
})
