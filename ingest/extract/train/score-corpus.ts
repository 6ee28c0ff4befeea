import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Entity, Score } from '../../extraction.ts'
import type { PaperRecord } from '../../paper.ts'
import { prepareDocument } from '../document.ts'
import type { Document } from '../extractor.ts'
import { LABELS, linesOf, readLines, readPapers, SHARED } from './corpus.ts'
import { fold } from './gold-labels.ts'

export type GoldScore = Pick<Score, 'value' | 'unit' | 'benchmark' | 'metric' | 'system' | 'kind'>
export interface GoldScorePaper {
  id?: string
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
  return readLines<GoldScorePaper>('eval', 'scores-gold.jsonl').map((gold) =>
    scoredPaper(gold, records.get(fold(gold.title)), entities, extractions),
  )
}

/**
 * The papers of the corpus whose stated scores we annotated ourselves by the same rules, each once: to learn from, never to
 * measure on. None of them is in an annotated set.
 */
export function ownScoredPapers(extractions: string): ScoredPaper[] {
  const labels = ownLabels()
  const records = new Map(ownPapers().map((paper) => [paper.id, paper]))
  const entities = readEntities(extractions)
  return labels.map((gold) => scoredPaper(gold, records.get(gold.id), entities, extractions))
}

/** The papers of ownScoredPapers(), to be extracted. */
export function ownPapers(): PaperRecord[] {
  const ids = new Set(ownLabels().map(({ id }) => id))
  return readPapers('corpora', 'papers-100k.jsonl.gz').filter(({ id }) => ids.has(id))
}

const ownLabels = (): { id: string; scores: GoldScore[] }[] => linesOf(join(LABELS, 'stated-scores.jsonl'))

function scoredPaper(
  { scores }: { scores: GoldScore[] },
  paper: PaperRecord | undefined,
  entities: Map<string, Entity[]>,
  extractions: string,
): ScoredPaper {
  const found = paper && entities.get(fold(paper.title))
  if (!paper || !found)
    throw new Error(`${extractions} lacks a paper with annotated scores: ${paper?.title ?? 'unknown'}`)
  return { gold: { title: paper.title, scores }, document: prepareDocument(paper), entities: found }
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
