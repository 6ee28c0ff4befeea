import { analyse } from '../candidates.ts'
import { prepareDocument } from '../document.ts'
import { featuresOf } from '../features.ts'
import { OUTPUT_COUNT } from '../model/bag-model.ts'
import { FeatureList } from '../model/feature-list.ts'
import { type PhraseCounts, phraseCounts } from '../tables.ts'
import type { GoldEntity } from './corpus.ts'
import { Dataset } from './dataset.ts'
import { entitiesMet, type LabelledPaper } from './gold-labels.ts'
import { type SilverDocument, silverTargets, withoutOwn } from './silver.ts'

const CLASSES = { method: 0, model: 1, benchmark: 2, topic: -1, repo: -1 } as const
const UNKNOWN = -1

/** Every candidate of the silver papers, with its probabilities; who introduces it is not known. */
export function silverInstances(documents: readonly SilverDocument[], leastPapers: number): Dataset {
  const data = new Dataset(OUTPUT_COUNT)
  const list = new FeatureList()
  const countsOf = (key: string): PhraseCounts | undefined => phraseCounts().get(key)
  for (const document of documents) {
    const analysis = analyse(prepareDocument(document.paper), withoutOwn(countsOf, document, leastPapers))
    for (const candidate of analysis.candidates.values()) {
      featuresOf(list, analysis, candidate)
      data.add(list.hashes, [...silverTargets(candidate, document), UNKNOWN])
    }
  }
  return data
}

/** Every candidate of annotated papers, and where those of each paper begin. */
export function goldInstances(papers: readonly LabelledPaper[]): { data: Dataset; begins: number[] } {
  const data = new Dataset(OUTPUT_COUNT)
  const list = new FeatureList()
  const begins: number[] = []
  for (const { paper, entities } of papers) {
    begins.push(data.size)
    const analysis = analyse(prepareDocument(paper))
    for (const candidate of analysis.candidates.values()) {
      featuresOf(list, analysis, candidate)
      data.add(list.hashes, targetsOf(entitiesMet(candidate, entities)))
    }
  }
  return { data, begins: [...begins, data.size] }
}

/** What is optional for a reader teaches nothing; the rest is certain. */
function targetsOf(met: readonly GoldEntity[]): number[] {
  const named = met.filter(({ type }) => CLASSES[type] >= 0)
  const best = named.find(({ required }) => required) ?? named[0]
  const topic = met.find(({ type, also }) => type === 'topic' || also.includes('topic'))
  const classes =
    best === undefined
      ? [0, 0, 0]
      : [0, 1, 2].map((one) => (best.required ? Number(CLASSES[best.type] === one) : UNKNOWN))
  return [
    ...classes,
    topic === undefined ? 0 : topic.type === 'topic' && topic.required ? 1 : UNKNOWN,
    best === undefined ? UNKNOWN : Number(best.role === 'introduces'),
  ]
}
