import type { Scored, Tally } from './scorer.ts'

const ROWS = ['method', 'model', 'benchmark', 'named', 'topic', 'repo'] as const
type Row = (typeof ROWS)[number]

export interface Figures {
  precision: number
  recall: number
  f1: number
  /** Share of right roles; NaN where none was asked. */
  role: number
}

/** Precision, recall, F1 and roles of each type and of named things together. */
export function figuresOf({ counts }: Pick<Scored, 'counts'>): Record<Row, Figures> {
  const { method, model, benchmark, topic, repo } = counts
  const rows = { method, model, benchmark, named: sum([method, model, benchmark]), topic, repo }
  return Object.fromEntries(ROWS.map((row) => [row, ratios(rows[row])])) as Record<Row, Figures>
}

function sum(tallies: Tally[]): Tally {
  const total = { tp: 0, fp: 0, fn: 0, roles: 0, rolesRight: 0 }
  for (const tally of tallies) for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key]
  return total
}

function ratios({ tp, fp, fn, roles, rolesRight }: Tally): Figures {
  return {
    precision: tp / (tp + fp || 1),
    recall: tp / (tp + fn || 1),
    f1: (2 * tp) / (2 * tp + fp + fn || 1),
    role: rolesRight / roles,
  }
}

/** The figures of one set as lines of text: a head, then a row a type. */
export function tableOf(name: string, papers: number, scored: Scored): string {
  const figures = figuresOf(scored)
  const lines = ROWS.map((row) => {
    const { precision, recall, f1, role } = figures[row]
    const cells = [precision, recall, f1, row === 'topic' ? Number.NaN : role]
    return `  ${row.padEnd(10)}${cells.map((one) => (Number.isNaN(one) ? '-' : one.toFixed(3)).padStart(8)).join('')}`
  })
  return [`${name} (${papers} papers)`, `  ${''.padEnd(10)}${'P       R      F1    role'.padStart(32)}`, ...lines].join(
    '\n',
  )
}
