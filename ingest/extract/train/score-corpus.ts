import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Entity, Score } from '../../extraction.ts'
import { prepareDocument } from '../document.ts'
import type { Document } from '../extractor.ts'
import { readLines, readPapers, SHARED } from './corpus.ts'
import { fold } from './gold-labels.ts'

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
}

/** The scorer of stated scores that comes with the annotated sets. */
export async function scoreScorer(): Promise<ScoreScorer> {
  return (await import(pathToFileURL(join(SHARED, 'eval', 'score-scores.mjs')).href)) as ScoreScorer
}

/**
 * The papers with annotated scores, in the order of the gold file, with the entities of a file of the extractor's output (JSON
 * Lines), by weights that did not see these papers.
 */
export function scoredPapers(extractions: string): ScoredPaper[] {
  const records = new Map(readPapers('eval', 'train-papers.jsonl.gz').map((paper) => [fold(paper.title), paper]))
  const entities = readEntities(extractions)
  return readLines<GoldScorePaper>('eval', 'scores-gold.jsonl').map((gold) => {
    const title = fold(gold.title)
    const [paper, found] = [records.get(title), entities.get(title)]
    if (!paper || !found) throw new Error(`${extractions} lacks a paper with annotated scores: ${gold.title}`)
    return { gold, document: prepareDocument(paper), entities: found }
  })
}

function readEntities(file: string): Map<string, Entity[]> {
  const lines = readFileSync(file, 'utf8').split('\n')
  return new Map(
    lines
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as { title: string; entities: Entity[] })
      .map(({ title, entities }) => [fold(title), entities]),
  )
}

/** The name of a benchmark as the scorer compares it. */
export function benchmarkKey(name: string): string {
  return fold(name.replace(/\s+(data ?sets?|benchmarks?|corpus|test sets?)$/i, ''))
}
