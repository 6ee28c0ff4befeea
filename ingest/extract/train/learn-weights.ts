import { BagModel } from '../model/bag-model.ts'
import { encodeWeights, within } from '../model/weights-file.ts'
import type { FloatBag, Lesson } from './float-bag.ts'
import type { LabelledPaper } from './gold-labels.ts'
import { goldInstances } from './instances.ts'
import { addTreeRows, emptyTreeData, learnTrees } from './learn-trees.ts'

const LESSON: Lesson = { rounds: 3, rate: 0.025, pull: 2e-5 }
/** A feature of fewer candidates of the annotated papers gets no weights of its own. */
const LEAST_COUNT = 5
/** The second models learn from what the first says of papers that it has not seen: of this many parts, one at a time. */
const PARTS = 4

/**
 * The bytes of `weights.bin` from annotated papers alone: the first model goes on from `base` and learns them, and boosted trees
 * learn to judge its candidates beside each other. Deterministic.
 */
export function learnWeights(base: FloatBag, papers: readonly LabelledPaper[]): Buffer {
  const { data, begins } = goldInstances(papers)
  const start = base.copy()
  const rows = start.rowsOf(data, LEAST_COUNT)
  const learn = (isTaken: (paper: number) => boolean): FloatBag => {
    const model = start.copy()
    model.learn(data, rows, instancesOf(begins, isTaken), LESSON)
    return model
  }
  const trees = emptyTreeData()
  for (let part = 0; part < PARTS; part++) {
    const bag = new BagModel(learn((paper) => paper % PARTS !== part).quantised())
    const unseen = papers.filter((_, paper) => paper % PARTS === part)
    addTreeRows(trees, unseen, bag)
  }
  return encodeWeights({ ...within('bag', learn(() => true).quantised()), ...learnTrees(trees) })
}

/** The candidates of the papers taken. */
function instancesOf(begins: readonly number[], isTaken: (paper: number) => boolean): Uint32Array {
  const instances: number[] = []
  for (let paper = 0; paper + 1 < begins.length; paper++)
    if (isTaken(paper)) for (let at = begins[paper] ?? 0; at < (begins[paper + 1] ?? 0); at++) instances.push(at)
  return Uint32Array.from(instances)
}
