import { numberParameter, type Rank } from './rank.ts'
import { papersByShared } from './shared.ts'

/**
 * Papers by what they share with another, from rows of one shared concept each. A concept counts 1 / ln(1 + papers that
 * name it), times the weight of its kind (parameters `benchmarks` and `methods`, 1 where there are none): rare things tell
 * more than common ones. After Adamic and Adar, "Friends and neighbors on the Web", Social Networks 25 (2003); the 1 keeps
 * the logarithm from 0.
 *
 * In: id, title, year, concept, name, type, papers, here, there. Out: id, title, year, score, shared.
 */
export const adamicAdar: Rank = (table, parameters) => {
  const benchmarks = numberParameter(parameters.benchmarks, 1)
  const methods = numberParameter(parameters.methods, 1)
  return papersByShared(
    table,
    (field) => {
      const papers = Number(field('papers') ?? 0)
      return papers > 0 ? (field('type') === 'benchmark' ? benchmarks : methods) / Math.log(1 + papers) : 0
    },
    (shared) => shared.reduce((total, { weight }) => total + weight, 0),
  )
}
