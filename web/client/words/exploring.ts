const count = (value: number): string => value.toLocaleString('en')
const nodes = (value: number): string => `${count(value)} ${value === 1 ? 'node' : 'nodes'}`

/** Words for expanding, pinning, focus and the lasso. */
export const exploringWords = {
  chosen: (value: number, leftOut: number) =>
    value === 0
      ? 'No node lies inside the line.'
      : `${nodes(value)} chosen${leftOut > 0 ? `, the largest; ${count(leftOut)} more did not fit` : ''}.`,
}
