/** A scale over some numbers, with three to six round ticks. One number alone gets room on both sides. */
export function scaleOf(values: readonly number[]): { ticks: number[]; low: number; high: number } {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const room = most > least ? most - least : Math.abs(most) || 1
  const step = roundStep(room / 3)
  // Multiples of the step, so that what is printed is round in spite of how computers hold decimals.
  const [from, to] = [Math.floor(least / step), Math.ceil(most / step)]
  const last = to > from ? to : from + 1
  const digits = Math.max(0, -Math.floor(Math.log10(step)))
  const at = (multiple: number): number => Number((multiple * step).toFixed(digits))
  const ticks = Array.from({ length: last - from + 1 }, (_, index) => at(from + index))
  return { ticks, low: at(from), high: at(last) }
}

/** 1, 2 or 5 times a power of ten, the next that is not less. */
function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted))
  const times = [1, 2, 5, 10].find((each) => each * power >= wanted) ?? 10
  return times * power
}
