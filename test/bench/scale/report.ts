import { type ScaleReport, verdicts } from './limits.ts'
import type { Taken } from './process-tree.ts'

/** A run as a table for people: what each step took, each question's times, and what falls short. */
export function reportText(report: ScaleReport): string {
  const lines = [
    `${report.papers.toLocaleString('en')} papers; load a core ${report.load.map((one) => one.toFixed(1)).join(' to ')}`,
  ]
  for (const [kind, { ingest, again, load, ask }] of Object.entries(report.stores)) {
    lines.push('', `${kind}${ask === undefined ? '' : `, ${ask.engine}`}`)
    lines.push(row('', 'wall', 'CPU', 'largest process', 'all processes'))
    const steps = { 'bare load of the same rows': load, ingest, 'the same file again': again }
    for (const [name, taken] of Object.entries(steps)) if (taken) lines.push(takenRow(name, taken))
    if (ingest && load) {
      const wall = (ingest.seconds / load.seconds).toFixed(1)
      lines.push(row('ingest beside bare load', `${wall} ×`, `${(ingest.cpuSeconds / load.cpuSeconds).toFixed(1)} ×`))
    }
    if (!ask) continue
    lines.push(`opened in ${ms(ask.openMs)}, search index in ${ms(ask.indexMs)} and ${ask.indexMb.toFixed(0)} MB`)
    lines.push(`process: ${ask.readyMb.toFixed(0)} MB when ready, ${ask.lastMb.toFixed(0)} MB after all questions`)
    lines.push(row('', 'first', 'p50', 'p95', 'bare p50', 'times bare'))
    for (const { name, kind: argument, timing, bare, error } of ask.asked) {
      const what = argument === 'none' ? name : `${name}, ${argument}`
      if (error !== undefined) lines.push(`${what.padEnd(36)} ${error}`)
      else {
        const beside = bare === undefined ? [] : [ms(bare.p50), `${(timing.p50 / bare.p50).toFixed(2)} ×`]
        lines.push(row(what, ms(timing.cold), ms(timing.p50), ms(timing.p95), ...beside))
      }
    }
  }
  const all = verdicts(report)
  const short = all.filter(({ holds }) => !holds)
  lines.push('', `${all.length - short.length} of ${all.length} limits hold`)
  for (const { what, found } of short) lines.push(`  not: ${what}: ${found}`)
  return lines.join('\n')
}

function takenRow(name: string, { seconds, cpuSeconds, peakProcessMb, peakTreeMb }: Taken): string {
  const figures = [`${seconds.toFixed(1)} s`, `${cpuSeconds.toFixed(1)} s`]
  return row(name, ...figures, `${peakProcessMb.toFixed(0)} MB`, `${peakTreeMb.toFixed(0)} MB`)
}

const row = (name: string, ...cells: string[]): string =>
  name.padEnd(36) + cells.map((cell) => cell.padStart(16)).join('')

const ms = (time: number): string => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`
