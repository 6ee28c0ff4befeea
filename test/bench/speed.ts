import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PaperRecord } from '../../ingest/paper.ts'
import { hasCorpus, papers } from '../extract/corpus.ts'
import { median } from './figures.ts'
import type { Memory, Speed } from './worker.ts'

const WORKER = fileURLToPath(import.meta.resolve('./worker.js'))
const ROUNDS = 5
const PAPERS = 600
/** What has to hold: so many times the abstracts of a bare parse by the whole of compromise, and a start in half a second. */
const NEEDED_RATIO = 3
const START_LIMIT_MS = 500
/** Of what is still in use after a collection; resident memory swings by more than that with what the engine compiles. */
const GROWTH_LIMIT_MB = 8

/** Speed, memory and start of the extractor, each measured in processes of their own, turn by turn. */
export async function compareSpeed(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'papergraph-bench-'))
  try {
    const path = join(folder, 'papers.jsonl')
    writeFileSync(path, (await somePapers()).map((paper) => JSON.stringify(paper)).join('\n'))
    const isFast = speeds(path)
    const isFlat = memories(path)
    return starts(path) && isFlat && isFast
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** As many papers as are measured; the sample's, which are fewer, several times. */
async function somePapers(): Promise<PaperRecord[]> {
  const some: PaperRecord[] = []
  for await (const paper of papers(hasCorpus ? 150 : 1)) some.push(paper)
  return Array.from({ length: PAPERS }, (_, at) => some[at % some.length] as PaperRecord)
}

function speeds(path: string): boolean {
  const tasks = ['compromise', 'compromise/one', 'extract']
  const rates = new Map<string, number[]>(tasks.map((task) => [task, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const task of tasks) {
      const { papers, cpuSeconds } = inWorker(task, path) as Speed
      rates.get(task)?.push(papers / cpuSeconds)
    }
  }
  const rate = (task: string) => median(rates.get(task) ?? [])
  console.log(`\nabstracts a second of CPU time, median of ${ROUNDS} rounds of ${PAPERS} (all rounds)`)
  for (const task of tasks) {
    const all = rates.get(task)?.map((value) => value.toFixed(0))
    console.log(`${task.padEnd(16)} ${rate(task).toFixed(0).padStart(6)}   (${all?.join(', ')})`)
  }
  const ratio = rate('extract') / rate('compromise')
  console.log(`extract / compromise      ${ratio.toFixed(2)}, at least ${NEEDED_RATIO} needed`)
  console.log(`extract / compromise/one  ${(rate('extract') / rate('compromise/one')).toFixed(2)}`)
  return ratio >= NEEDED_RATIO
}

function memories(path: string): boolean {
  const figures = inWorker('memory', path) as Memory[]
  console.log('\nmemory, in MB')
  for (const { papers, resident, heap } of figures)
    console.log(`after ${String(papers).padStart(6)} papers  ${resident.toFixed(0)} resident, ${heap.toFixed(1)} heap`)
  const [before, after] = figures
  return before !== undefined && after !== undefined && after.heap - before.heap < GROWTH_LIMIT_MB
}

function starts(path: string): boolean {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = Date.now()
    return (inWorker('start', path) as number) - before
  })
  const start = median(times)
  console.log(`\nfrom the start of the process to the first extraction: ${start} ms, at most ${START_LIMIT_MS} allowed`)
  return start <= START_LIMIT_MS
}

function inWorker(task: string, path: string): unknown {
  const output = execFileSync(process.execPath, ['--expose-gc', WORKER, task, path], { encoding: 'utf8' })
  return JSON.parse(output)
}
