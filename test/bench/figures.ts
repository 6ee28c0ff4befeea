/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new RangeError('no values to take the median of')
  return (low + high) / 2
}

/**
 * How the cost of something grows with its size: the slope of log(cost) over log(size), by least squares. 1 is linear,
 * 2 is quadratic, whatever the machine.
 */
export function growth(sizes: number[], costs: number[]): number {
  const xs = sizes.map(Math.log)
  const ys = costs.map(Math.log)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanX, meanY] = [mean(xs), mean(ys)]
  const covariance = xs.reduce((sum, x, at) => sum + (x - meanX) * ((ys[at] ?? Number.NaN) - meanY), 0)
  return covariance / xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0)
}
