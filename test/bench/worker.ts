/**
 * One measurement in a process of its own, because the whole of compromise, once loaded, slows `compromise/one` in the same
 * process. Called by bench.ts: `worker.js TASK PAPERS.jsonl`; prints its figures as one line of JSON.
 */
import { readFileSync } from 'node:fs'
import { argv } from 'node:process'
import type { PaperRecord } from '../../ingest/paper.ts'

export interface Speed {
  papers: number
  /** Of this process with all its threads, so that what else the machine does is not counted. */
  cpuSeconds: number
}

export interface Memory {
  /** After so many extractions, in megabytes, after a full collection of garbage. */
  papers: number
  resident: number
  heap: number
}

/** Both are measured as they run in a long ingest: once the engine has compiled what runs often. */
const WARM_UP = 800
const [, , task = '', path = ''] = argv
const papers = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as PaperRecord)

/** The work that a task does with one paper. compromise reads the abstract alone, the extractor the title as well. */
async function work(): Promise<(paper: PaperRecord) => unknown> {
  if (task === 'compromise') {
    const { default: nlp } = await import('compromise')
    return ({ abstract }) => nlp(abstract)
  }
  if (task === 'compromise/one') {
    const { default: nlp } = await import('compromise/one')
    return ({ abstract }) => nlp(abstract)
  }
  const { createExtractor } = await import('../../ingest/extract/extract.ts')
  const extractor = createExtractor()
  return (paper) => extractor.extract(paper)
}

function speed(run: (paper: PaperRecord) => unknown): Speed {
  for (let at = 0; at < WARM_UP; at++) run(papers[at % papers.length] as PaperRecord)
  const before = process.cpuUsage()
  for (const paper of papers) run(paper)
  const { user, system } = process.cpuUsage(before)
  return { papers: papers.length, cpuSeconds: (user + system) / 1e6 }
}

function memory(run: (paper: PaperRecord) => unknown): Memory[] {
  const figures: Memory[] = []
  for (let at = 1; at <= 10_000; at++) {
    const paper = papers[at % papers.length]
    if (paper) run(paper)
    if (at !== 1_000 && at !== 10_000) continue
    globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    figures.push({ papers: at, resident: rss / 2 ** 20, heap: heapUsed / 2 ** 20 })
  }
  return figures
}

const run = await work()
if (task === 'start') {
  for (const paper of papers.slice(0, 1)) run(paper)
  console.log(JSON.stringify(Date.now()))
} else {
  console.log(JSON.stringify(task === 'memory' ? memory(run) : speed(run)))
}
