import { describe, expect, it } from 'vitest'
import { calibration } from '../../ingest/evaluate/calibration.ts'
import { errorPage } from '../../ingest/evaluate/report.ts'
import { figuresOf, tableOf } from '../../ingest/evaluate/table.ts'
import type { Extraction } from '../../ingest/extraction.ts'

const none = { tp: 0, fp: 0, fn: 0, roles: 0, rolesRight: 0 }

describe('calibration', () => {
  it('is the mean distance between how sure and how right', () => {
    const judged = [
      { confidence: 0.9, isRight: true },
      { confidence: 0.9, isRight: false },
      { confidence: 0.2, isRight: false },
      { confidence: 1, isRight: true },
    ]
    // 0.9 to 1: three, 2.8 sure and 2 right; 0.2: one, 0.2 sure and none right.
    expect(calibration(judged).error).toBeCloseTo((0.8 + 0.2) / 4)
    expect(calibration([]).error).toBe(0)
  })
})

describe('the table', () => {
  const counts = {
    method: { tp: 3, fp: 1, fn: 2, roles: 3, rolesRight: 2 },
    model: { tp: 1, fp: 1, fn: 0, roles: 1, rolesRight: 1 },
    benchmark: none,
    topic: none,
    repo: none,
  }

  it('adds methods, models and benchmarks up', () => {
    const { named, model } = figuresOf({ counts })
    expect(named).toEqual({ precision: 4 / 6, recall: 4 / 6, f1: 8 / 12, role: 3 / 4 })
    expect(model.precision).toBe(0.5)
  })

  it('has a line a type', () => {
    const lines = tableOf('dev', 2, { counts, errors: [], missingPapers: 0 }).split('\n')
    expect(lines).toHaveLength(8)
    expect(lines[5]).toMatch(/named\s+0\.667\s+0\.667\s+0\.667\s+0\.750/)
  })
})

describe('the page of errors', () => {
  it('shows each in its abstract, as text and not as markup', () => {
    const title = 'A <b> title'
    const paper = { title, abstract: 'We use <GPT> & more <GPT>.', entities: [] } as unknown as Extraction
    const page = errorPage(
      'dev',
      [{ kind: 'missed', type: 'model', name: '<GPT>', title }],
      [paper],
      [{ title, entities: [] }],
    )
    expect(page).toContain('missed model: 1')
    expect(page.match(/<mark>&lt;GPT&gt;<\/mark>/g)).toHaveLength(2)
    expect(page).not.toContain('<b> title')
  })
})
