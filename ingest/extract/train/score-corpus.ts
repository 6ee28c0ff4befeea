import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Entity, Score } from '../../extraction.ts'
import { prepareDocument } from '../document.ts'
import { DEFAULT_PRODUCERS } from '../extract.ts'
import type { Document } from '../extractor.ts'
import { joinMentions } from '../join.ts'
import { readLines, readPapers, SHARED } from './corpus.ts'

export type GoldScore = Pick<Score, 'value' | 'unit' | 'benchmark' | 'metric' | 'system' | 'kind'>
export interface GoldScorePaper {
  title: string
  scores: GoldScore[]
}
/** A paper whose stated scores were annotated, with what the extractor finds in it. */
export interface ScoredPaper {
  gold: GoldScorePaper
  document: Document
  entities: Entity[]
}
export interface ScoreCounts {
  tp: number
  fp: number
  fn: number
  unit: number
  metric: number
  system: number
}
export interface ScoreScorer {
  scoreScores(
    gold: GoldScorePaper[],
    predicted: { title: string; scores: GoldScore[] }[],
  ): { counts: ScoreCounts; errors: string[][] }
  fold(name: string): string
}

/** The scorer of the evaluation, and how it folds names. */
export async function scoreScorer(): Promise<ScoreScorer> {
  const load = (name: string): Promise<object> => import(pathToFileURL(join(SHARED, 'eval', name)).href)
  return { ...(await load('score-scores.mjs')), ...(await load('score.mjs')) } as unknown as ScoreScorer
}

/**
 * The annotated papers in the order of the gold file, with entities: of the extractor as it is, or of a file of its output (JSON
 * Lines: title, entities) by weights that did not see these papers, which is fairer.
 */
export async function scoredPapers(extractions?: string): Promise<ScoredPaper[]> {
  const { fold } = await scoreScorer()
  const records = new Map(readPapers('eval', 'train-papers.jsonl.gz').map((paper) => [fold(paper.title), paper]))
  const given = extractions ? readEntities(extractions, fold) : undefined
  return readLines<GoldScorePaper>('eval', 'scores-gold.jsonl').flatMap((gold) => {
    const paper = records.get(fold(gold.title))
    if (!paper) return []
    const document = prepareDocument(paper)
    return [{ gold, document, entities: given?.get(fold(gold.title)) ?? entitiesOf(document) }]
  })
}

function entitiesOf(document: Document): Entity[] {
  return joinMentions(
    document,
    DEFAULT_PRODUCERS.flatMap((producer) => producer.mentions(document)),
  )
}

function readEntities(file: string, fold: (name: string) => string): Map<string, Entity[]> {
  const lines = readFileSync(file, 'utf8').split('\n')
  return new Map(
    lines
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as { title: string; entities: Entity[] })
      .map(({ title, entities }) => [fold(title), entities]),
  )
}

/** The name of a benchmark as the scorer compares it. */
export function benchmarkKey(name: string, fold: (name: string) => string): string {
  return fold(name.replace(/\s+(data ?sets?|benchmarks?|corpus|test sets?)$/i, ''))
}
