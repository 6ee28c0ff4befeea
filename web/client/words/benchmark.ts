import type { ScoreRow, Series } from '../state/scores.ts'

const count = (value: number): string => value.toLocaleString('en')
const KINDS: Record<string, string> = { gain: 'gain', drop: 'drop', baseline: 'of another system' }

const unitOf = ({ unit }: Pick<ScoreRow, 'unit'>): string => (unit === '%' ? ' %' : unit === '' ? '' : ` ${unit}`)
const written = (row: Pick<ScoreRow, 'text' | 'unit'>): string => `${row.text.replace(/\s*%$/, '')}${unitOf(row)}`

export const benchmarkWords = {
  title: 'Scores stated on it',
  metrics: 'Which numbers',
  unnamed: 'No metric named',
  other: 'Gains, drops, other systems',
  tab: ({ metric, unit, isOther }: Series): string =>
    isOther
      ? benchmarkWords.other
      : `${metric === '' ? benchmarkWords.unnamed : metric}${unit === '' ? '' : ` (${unit})`}`,
  order: ({ better, isOther, metric }: Series): string =>
    isOther
      ? 'By kind and size. They say how far a system is from another, not where it stands.'
      : better === undefined
        ? 'The texts do not name the metric: the largest number stands first, and numbers may not be comparable.'
        : `The best first: ${better === 'higher' ? 'higher' : 'lower'} ${metric} is better. Set-ups may differ: read the sentences.`,
  columns: ['Paper', 'Score', 'Evidence'],
  kind: (kind: string): string => KINDS[kind] ?? '',
  value: written,
  chart: (tab: string) => `${tab} by year`,
  chartText: (series: Series): string => {
    const years = series.rows.flatMap(({ paper }) => paper.year ?? [])
    const [best] = series.rows
    const range = `${count(series.rows.length)} numbers from ${Math.min(...years)} to ${Math.max(...years)}`
    return best === undefined || series.better === undefined
      ? `${range}. The table lists them.`
      : `${range}; the best is ${written(best)}, in ${best.paper.label}. The line is the best so far. The table lists them.`
  },
  point: (row: ScoreRow): string =>
    `${row.paper.year}: ${written(row)}${row.system === '' || row.system === 'this paper' ? '' : ` (${row.system})`}, ${row.paper.label}`,
  hint: 'Each point is a number that a paper states, and leads to that paper.',
  bestLine: 'best so far',
  withoutYear: (value: number) =>
    `${count(value)} ${value === 1 ? 'number is' : 'numbers are'} not in the picture: the year is not known.`,
  showAll: (value: number) => `Show all ${count(value)}`,
  history: 'Papers a year',
  historyYears: (first: number, last: number) => `${first} to ${last}`,
  historyText: (years: readonly { year: number; papers: number }[]): string =>
    `Papers a year that name it: ${years.map(({ year, papers }) => `${year}: ${count(papers)}`).join(', ')}.`,
  historyBar: (year: number, papers: number, introducing: number) =>
    `${year}: ${count(papers)} ${papers === 1 ? 'paper' : 'papers'}${introducing > 0 ? `, ${count(introducing)} of them ${introducing === 1 ? 'introduces' : 'introduce'} it` : ''}`,
}
