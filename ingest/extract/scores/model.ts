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
  const { feature, threshold, yes, no, roots } = flatOf(forest)
  let sum = forest.bias
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number
    let asked = feature[node] as number
    while (asked >= 0) {
      node = ((row[asked] as number) < (threshold[node] as number) ? yes[node] : no[node]) as number
      asked = feature[node] as number
    }
    sum += threshold[node] as number
  }
  return 1 / (1 + Math.exp(-sum))
}

/** All trees of a forest one behind the other, so that they are read from one place; a leaf's threshold is its value. */
interface Flat {
  feature: Int32Array
  threshold: Float64Array
  yes: Int32Array
  no: Int32Array
  roots: Int32Array
}

const known = new WeakMap<Forest, Flat>()

function flatOf(forest: Forest): Flat {
  const before = known.get(forest)
  if (before) return before
  const nodes = { feature: [] as number[], threshold: [] as number[], yes: [] as number[], no: [] as number[] }
  const roots: number[] = []
  for (const { feature, threshold, yes, no, value } of forest.trees) {
    const root = nodes.feature.length
    roots.push(root)
    for (let node = 0; node < feature.length; node++) {
      const isLeaf = (feature[node] as number) < 0
      nodes.feature.push(feature[node] as number)
      nodes.threshold.push((isLeaf ? value[node] : threshold[node]) as number)
      nodes.yes.push(root + (yes[node] as number))
      nodes.no.push(root + (no[node] as number))
    }
  }
  const flat = {
    feature: Int32Array.from(nodes.feature),
    threshold: Float64Array.from(nodes.threshold),
    yes: Int32Array.from(nodes.yes),
    no: Int32Array.from(nodes.no),
    roots: Int32Array.from(roots),
  }
  known.set(forest, flat)
  return flat
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
  const count = cells.length
  const tree = {
    feature: new Int32Array(count).fill(-1),
    threshold: new Float64Array(count),
    yes: new Int32Array(count),
    no: new Int32Array(count),
    value: new Float64Array(count),
  }
  for (const [node, cell] of cells.entries()) {
    const less = cell.indexOf('<')
    if (less < 0) {
      tree.value[node] = Number(cell.slice(1))
      continue
    }
    const [threshold, yes, no] = cell.slice(less + 1).split(':')
    tree.feature[node] = Number(cell.slice(0, less))
    tree.threshold[node] = Number(threshold)
    tree.yes[node] = Number(yes)
    tree.no[node] = Number(no)
  }
  return tree
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
