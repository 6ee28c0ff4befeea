/** Four counts of papers: how many there are, how many have the one thing, how many the other, how many both. */
export interface PairCounts {
  total: number
  first: number
  second: number
  both: number
}

/** What chance says: how many would have both if neither told anything of the other. */
export function expectedBoth({ total, first, second }: PairCounts): number {
  return total === 0 ? 0 : (first / total) * second
}

/**
 * Pointwise mutual information in bits, log2 of observed over expected. Church and Hanks, "Word association norms, mutual
 * information, and lexicography", Computational Linguistics 16 (1990). -Infinity where nothing has both.
 */
export function pointwiseMutualInformation(counts: PairCounts): number {
  return Math.log2(counts.both / expectedBoth(counts))
}

/**
 * PMI over its greatest possible value: 1 where the two only come together, 0 at chance, -1 where never. Bouma, "Normalized
 * (pointwise) mutual information in collocation extraction", GSCL (2009). 1 where every paper has both.
 */
export function normalisedMutualInformation(counts: PairCounts): number {
  if (counts.both === 0) return -1
  if (counts.both === counts.total) return 1
  return pointwiseMutualInformation(counts) / -Math.log2(counts.both / counts.total)
}

/**
 * Log-likelihood ratio G² of the two-by-two table of the counts against independence: 2 Σ observed ln(observed / expected).
 * Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19 (1993). Under
 * chance alone it is above 3.84 in 5 %, above 10.83 in 0.1 % of cases (chi-squared, one degree of freedom).
 */
export function logLikelihoodRatio({ total, first, second, both }: PairCounts): number {
  const cells = [
    [both, first, second],
    [first - both, first, total - second],
    [second - both, total - first, second],
    [total - first - second + both, total - first, total - second],
  ] as const
  const sum = cells.reduce(
    (before, [observed, row, column]) =>
      observed <= 0 ? before : before + observed * Math.log((observed * total) / (row * column)),
    0,
  )
  return Math.max(0, 2 * sum)
}
