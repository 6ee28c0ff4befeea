import { lazily, readTable } from '../tables.ts'

/** What is known of one thing to be judged: numbers by name; a name that is missing counts as 0. */
export type Features = Map<string, number>

/** A decision tree in arrays: node i asks whether feature[i] < threshold[i], a leaf has feature -1. The root is node 0. */
export interface Tree {
  feature: Int32Array
  threshold: Float64Array
  yes: Int32Array
  no: Int32Array
  value: Float64Array
}

/** Boosted trees for one yes-or-no question. */
export interface Forest {
  names: Map<string, number>
  bias: number
  trees: Tree[]
}
export type ScoreModel = Map<string, Forest>

/** The probability that the answer is yes. */
export function chance(forest: Forest, features: Features): number {
  const row = new Float64Array(forest.names.size)
  for (const [name, value] of features) {
    const at = forest.names.get(name)
    if (at !== undefined) row[at] = value
  }
  let sum = forest.bias
  for (const tree of forest.trees) sum += leafOf(tree, row)
  return 1 / (1 + Math.exp(-sum))
}

function leafOf({ feature, threshold, yes, no, value }: Tree, row: Float64Array): number {
  let node = 0
  for (let asked = feature[0] ?? -1; asked >= 0; asked = feature[node] ?? -1)
    node = ((row[asked] ?? 0) < (threshold[node] ?? 0) ? yes[node] : no[node]) ?? 0
  return value[node] ?? 0
}

/** The trained forests of the product. */
export const scoreModel = lazily((): ScoreModel => parseModel(readTable('score-trees.tsv').toString('utf8')))

/** One line a forest's names and bias, then one line a tree; nodes are "feature<threshold:yes:no" or "=value". */
export function formatModel(model: ScoreModel): string {
  const lines = ['# boosted trees that judge stated scores: forest, bias, features; then its trees, one a line']
  for (const [name, { names, bias, trees }] of model) {
    lines.push(['forest', name, round(bias), ...names.keys()].join('\t'))
    for (const tree of trees)
      lines.push(
        Array.from(tree.feature, (feature, at) =>
          feature < 0
            ? `=${round(tree.value[at] ?? 0)}`
            : `${feature}<${round(tree.threshold[at] ?? 0)}:${tree.yes[at]}:${tree.no[at]}`,
        ).join('\t'),
      )
  }
  return `${lines.join('\n')}\n`
}

export function parseModel(text: string): ScoreModel {
  const model: ScoreModel = new Map()
  let forest: Forest | undefined
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const cells = line.split('\t')
    if (cells[0] === 'forest') {
      forest = { names: new Map(cells.slice(3).map((name, at) => [name, at])), bias: Number(cells[2]), trees: [] }
      model.set(cells[1] ?? '', forest)
    } else forest?.trees.push(parseTree(cells))
  }
  return model
}

function parseTree(cells: string[]): Tree {
  const nodes = cells.map((cell) => /^(?:(\d+)<(\S+):(\d+):(\d+)|=(\S+))$/.exec(cell) ?? [])
  const numbers = (at: number, missing: number): number[] => nodes.map((node) => Number(node[at] ?? missing))
  return {
    feature: Int32Array.from(numbers(1, -1)),
    threshold: Float64Array.from(numbers(2, 0)),
    yes: Int32Array.from(numbers(3, 0)),
    no: Int32Array.from(numbers(4, 0)),
    value: Float64Array.from(numbers(5, 0)),
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
