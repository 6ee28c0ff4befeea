import type { NodeAnswer, TableAnswer, Value } from '../../api.ts'
import { recordsOf } from './rows.ts'

/** A number that a paper states on the benchmark at hand. */
export type ScoreRow = Omit<NodeAnswer['scores'][number], 'benchmark'>

/** Numbers that can stand in one column: of one metric and unit. */
export interface Series {
  key: string
  metric: string
  unit: string
  /** Which end is the best; undefined where no metric is named. */
  better?: 'higher' | 'lower'
  /** Gains, drops and what others reached: no place on a scale. */
  isOther: boolean
  /** The best first. */
  rows: ScoreRow[]
}

/** Reads the rows of the question "benchmark-table", as series: those with most numbers first, then without a metric, then gains and drops. */
export function seriesIn(answer: Pick<TableAnswer, 'columns' | 'rows'>): Series[] {
  const series = new Map<string, Series>()
  for (const record of recordsOf(answer)) {
    const row = rowIn(record)
    if (row === undefined) continue
    const isOther = row.kind !== 'absolute'
    const key = isOther ? 'other' : JSON.stringify([row.metric.toLowerCase(), row.unit])
    const known = series.get(key)
    if (known !== undefined) {
      known.rows.push(row)
      continue
    }
    const better =
      !isOther && (record.better === 'higher' || record.better === 'lower') ? { better: record.better } : {}
    const [metric, unit] = isOther ? ['', ''] : [row.metric, row.unit]
    series.set(key, { key, metric, unit, isOther, rows: [row], ...better } as Series)
  }
  const rank = ({ isOther, metric }: Series): number => (isOther ? 2 : metric === '' ? 1 : 0)
  return [...series.values()].sort((a, b) => rank(a) - rank(b) || b.rows.length - a.rows.length)
}

function rowIn(record: Record<string, Value>): ScoreRow | undefined {
  const { id, title, year, value } = record
  if (typeof id !== 'string' || typeof value !== 'number') return undefined
  const text = (name: string): string => {
    const found = record[name]
    return typeof found === 'string' ? found : ''
  }
  return {
    paper: { id, label: typeof title === 'string' ? title : id, ...(typeof year === 'number' ? { year } : {}) },
    ...{ value, text: text('text') || String(value), unit: text('unit'), metric: text('metric') },
    ...{ system: text('system'), kind: text('kind'), sentence: text('sentence') },
  }
}

/** The best number up to each year that has one, oldest first; empty where nobody can say which is the best. */
export function bestSoFar({ rows, better }: Pick<Series, 'rows' | 'better'>): { year: number; value: number }[] {
  if (better === undefined) return []
  const isBetter = (a: number, b: number): boolean => (better === 'higher' ? a > b : a < b)
  const dated = rows.flatMap(({ paper: { year }, value }) => (year === undefined ? [] : [{ year, value }]))
  const steps: { year: number; value: number }[] = []
  for (const { year, value } of dated.sort((a, b) => a.year - b.year)) {
    const last = steps.at(-1)
    if (last?.year === year) {
      if (isBetter(value, last.value)) last.value = value
    } else if (last === undefined || isBetter(value, last.value)) steps.push({ year, value })
  }
  // Within one year a number may only equal what an earlier year had.
  return steps.filter(({ value }, at) => at === 0 || isBetter(value, steps[at - 1]?.value ?? value))
}
