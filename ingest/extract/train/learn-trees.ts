import { analyse } from '../candidates.ts'
import { logit, namedOf } from '../chances.ts'
import { prepareDocument } from '../document.ts'
import { documentFeatures, WIDTH } from '../document-features.ts'
import { isSameThing } from '../join.ts'
import { firstJudgements, type Judgement } from '../judge.ts'
import type { BagModel } from '../model/bag-model.ts'
import { type Weights, within } from '../model/weights-file.ts'
import { boost } from './boost.ts'
import type { GoldEntity } from './corpus.ts'
import { entitiesMet, type LabelledPaper } from './gold-labels.ts'

const LESSON = { trees: 150, rate: 0.08 }

/** Rows of numbers with their targets and the log odds that the trees add to. */
export class TreeRows {
  readonly rows: number[] = []
  readonly targets: number[] = []
  readonly margins: number[] = []

  add(row: Float32Array, target: number, margin: number): void {
    for (const number of row) this.rows.push(number)
    this.targets.push(target)
    this.margins.push(margin)
  }
}

export interface TreeData {
  named: TreeRows
  topic: TreeRows
}

export const emptyTreeData = (): TreeData => ({ named: new TreeRows(), topic: new TreeRows() })

/** Adds the candidates of papers that the first model has not learned from. */
export function addTreeRows(data: TreeData, papers: readonly LabelledPaper[], bag: BagModel): void {
  for (const { paper, entities } of papers) {
    const analysis = analyse(prepareDocument(paper))
    const { judged, rows } = documentFeatures(firstJudgements(analysis, bag))
    const met = judged.map(({ candidate }) => entitiesMet(candidate, entities))
    for (const part of ['named', 'topic'] as const) {
      const targets = targetsOf(judged, met, part)
      for (const [at, judgement] of judged.entries()) {
        const target = targets.get(judgement)
        if (target !== undefined)
          data[part].add(rows.subarray(at * WIDTH, (at + 1) * WIDTH), target, logit(chanceOf(judgement, part)))
      }
    }
  }
}

const PARTS: Record<'named' | 'topic', ReadonlySet<string>> = {
  named: new Set(['method', 'model', 'benchmark']),
  topic: new Set(['topic']),
}

function chanceOf({ chances }: Judgement, part: 'named' | 'topic'): number {
  return part === 'topic' ? chances.topic : namedOf(chances)
}

/**
 * 1 for the surest form of an annotated entity and what is joined with it; 0 for its other forms and for no entity. Optional names
 * count, because to show them is right: the chance is that of being right. Optional topics teach nothing: of many, few are shown.
 */
function targetsOf(judged: Judgement[], met: GoldEntity[][], part: 'named' | 'topic'): Map<Judgement, number> {
  const targets = new Map<Judgement, number>()
  const best = new Map<GoldEntity, Judgement>()
  const ranked = [...judged.keys()].sort(
    (a, b) => chanceOf(judged[b] as Judgement, part) - chanceOf(judged[a] as Judgement, part),
  )
  for (const at of ranked) {
    const judgement = judged[at] as Judgement
    const fits = (met[at] ?? []).filter(({ type, also }) => [type, ...also].some((one) => PARTS[part].has(one)))
    const entity = fits.find(({ required }) => required) ?? fits[0]
    if (!entity) {
      targets.set(judgement, 0)
      continue
    }
    const first = best.get(entity)
    if (!first) best.set(entity, judgement)
    const isFirst = !first || isSameThing(first.candidate, judgement.candidate)
    if (!isFirst) targets.set(judgement, 0)
    else if (part === 'named' || (entity.required && entity.type === 'topic')) targets.set(judgement, 1)
  }
  return targets
}

/** The trees that judge candidates beside each other, as arrays of a weights file. */
export function learnTrees(data: TreeData): Weights {
  const learn = ({ rows, targets, margins }: TreeRows): Weights =>
    boost(Float32Array.from(rows), WIDTH, Uint8Array.from(targets), Float64Array.from(margins), LESSON)
  return { ...within('named', learn(data.named)), ...within('topic', learn(data.topic)) }
}
