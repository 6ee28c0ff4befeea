import type { Progress } from '../ingest/load/progress.ts'

const REDRAW_MS = 100
const PLAIN_MS = 10_000

export interface ProgressOptions {
  stream?: NodeJS.WriteStream
  now?: () => number
}

/** Draws count, rate and time left: on a terminal as one line that changes, elsewhere as a plain line now and then. */
export function progressLine({ stream = process.stderr, now = Date.now }: ProgressOptions = {}): Progress {
  let name = ''
  let total: number | undefined
  let started = 0
  let drawn = 0
  let done = 0
  const isTerminal = stream.isTTY === true
  const draw = (): void => {
    drawn = now()
    const text = describe(name, done, total, (drawn - started) / 1000)
    stream.write(isTerminal ? `\r\u001b[2K${text.slice(0, (stream.columns || 80) - 1)}` : `${text}\n`)
  }
  return {
    stage(next, of) {
      if (isTerminal && drawn > 0) stream.write('\r\u001b[2K')
      name = next
      total = of
      done = 0
      started = now()
      drawn = isTerminal ? 0 : started
    },
    at(count) {
      done = count
      if (now() - drawn >= (isTerminal ? REDRAW_MS : PLAIN_MS)) draw()
    },
    end() {
      if (isTerminal && drawn > 0) stream.write('\r\u001b[2K')
      drawn = 0
    },
  }
}

/** "extracting 1,200 of 5,000, 310 a second, 12 s left" */
export function describe(name: string, done: number, total: number | undefined, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0
  const count = total === undefined ? number(done) : `${number(done)} of ${number(total)}`
  const speed = rate >= 1 ? `, ${number(Math.round(rate))} a second` : ''
  const left = total !== undefined && rate > 0 ? `, ${duration((total - done) / rate)} left` : ''
  return `${name} ${count}${speed}${left}`
}

const number = (value: number): string => value.toLocaleString('en')

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`
  return `${(seconds / 3600).toFixed(1)} h`
}
