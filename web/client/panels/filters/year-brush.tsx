import { useRef } from 'preact/hooks'
import { chooseYears } from '../../state/filters/change.ts'
import type { YearCounts } from '../../state/filters/counts.ts'
import { view } from '../../state/store.ts'
import { filterWords } from '../../words/filters.ts'
import { adjust } from './adjust.ts'

type Range = readonly [first: number, last: number]
const FAR = 5

/** Papers by year as bars, and the years that are chosen: by dragging over them, by two handles, or by two numbers. */
export function YearBrush({ range, counts }: { range: Range; counts: YearCounts['counts'] }) {
  const bars = useRef<HTMLDivElement>(null)
  const anchor = useRef<number | undefined>(undefined)
  const [first, last] = range
  const size = last - first + 1
  const chosen = view.value.filters.years ?? range
  // An address may hold years that this graph does not have.
  const from = Math.min(last, Math.max(first, chosen[0]))
  const to = Math.min(last, Math.max(first, chosen[1]))
  const most = Math.max(1, ...counts)
  const choose = (a: number, b: number): void => adjust('years', chooseYears(view.value, a, b, range))
  const yearAt = ({ clientX }: PointerEvent): number => {
    const box = bars.current?.getBoundingClientRect()
    if (!box || box.width === 0) return first
    return first + Math.min(size - 1, Math.max(0, Math.floor(((clientX - box.left) / box.width) * size)))
  }
  const press = (event: PointerEvent): void => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const handle = event.target.closest<HTMLElement>('[role="slider"]')
    // A handle moves one end, everything else begins anew where the pointer is.
    anchor.current = handle ? (handle.dataset.end === 'from' ? to : from) : yearAt(event)
    bars.current?.setPointerCapture(event.pointerId)
    event.preventDefault()
    if (handle) handle.focus()
    else choose(anchor.current, anchor.current)
  }
  const move = (event: PointerEvent): void => {
    if (anchor.current !== undefined) choose(anchor.current, yearAt(event))
  }
  const release = (): void => {
    anchor.current = undefined
  }
  const handle = (end: 'from' | 'to') => (
    <span
      class={`brush-handle is-${end}`}
      data-end={end}
      role="slider"
      tabIndex={0}
      aria-label={end === 'from' ? filterWords.firstYear : filterWords.lastYear}
      aria-valuemin={end === 'from' ? first : from}
      aria-valuemax={end === 'from' ? to : last}
      aria-valuenow={end === 'from' ? from : to}
      style={{ left: `${(((end === 'from' ? from : to + 1) - first) / size) * 100}%` }}
      onKeyDown={(event) => {
        const now = end === 'from' ? from : to
        const next = yearByKey(event.key, now, end === 'from' ? [first, to] : [from, last])
        if (next === undefined) return
        event.preventDefault()
        if (end === 'from') choose(next, to)
        else choose(from, next)
      }}
    />
  )
  return (
    <>
      <div
        class="brush"
        ref={bars}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
      >
        <div class="brush-bars" aria-hidden="true">
          {counts.map((count, at) => {
            const year = first + at
            const height = count === 0 ? 0 : Math.max(4, (count / most) * 100)
            return (
              <span
                key={year}
                class={year < from || year > to ? 'brush-bar is-out' : 'brush-bar'}
                title={filterWords.yearBar(year, count)}
              >
                <span style={{ height: `${height}%` }} />
              </span>
            )
          })}
        </div>
        <span
          class="brush-chosen"
          aria-hidden="true"
          style={{ left: `${((from - first) / size) * 100}%`, width: `${((to - from + 1) / size) * 100}%` }}
        />
        {handle('from')}
        {handle('to')}
      </div>
      <p class="brush-scale" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </p>
      <p class="year-fields">
        <YearField label={filterWords.firstYear} value={from} range={range} onYear={(year) => choose(year, to)} />
        <span aria-hidden="true">–</span>
        <YearField label={filterWords.lastYear} value={to} range={range} onYear={(year) => choose(from, year)} />
      </p>
    </>
  )
}

interface FieldProps {
  label: string
  value: number
  range: Range
  onYear(year: number): void
}

/** A year as a number; taken over when it is whole, not while it is typed. */
function YearField({ label, value, range: [first, last], onYear }: FieldProps) {
  return (
    <input
      type="number"
      inputMode="numeric"
      aria-label={label}
      min={first}
      max={last}
      value={value}
      onChange={(event) => {
        const { valueAsNumber } = event.currentTarget
        if (Number.isFinite(valueAsNumber)) onYear(valueAsNumber)
        // What was no year, or one that the bars do not have, gives way to the one that is chosen.
        event.currentTarget.value = String(value)
      }}
    />
  )
}

function yearByKey(key: string, now: number, [least, most]: Range): number | undefined {
  const next = {
    ...{ ArrowLeft: now - 1, ArrowDown: now - 1, ArrowRight: now + 1, ArrowUp: now + 1 },
    ...{ PageDown: now - FAR, PageUp: now + FAR, Home: least, End: most },
  }[key]
  return next === undefined ? undefined : Math.min(most, Math.max(least, next))
}
