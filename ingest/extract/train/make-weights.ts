/**
 * Learns the weights of the linear models from the training papers and writes tables/weights.tsv. Deterministic; reads
 * ../shared. AdaGrad: Duchi, Hazan & Singer, "Adaptive subgradient methods" (JMLR 2011).
 *
 *   node make-weights.js [PAPERS]   learns from the first so many papers only (the rest can then measure)
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { analyse } from '../candidates.ts'
import { prepareDocument } from '../document.ts'
import { featuresOf } from '../features.ts'
import { OUTPUTS, UNIT } from '../linear-model.ts'
import { type GoldEntity, type GoldPaper, readLines, readPapers, SHARED, writeTable } from './corpus.ts'

const ROUNDS = 12
const RATE = 0.08
const SHRINK = 2e-6
const LEAST_COUNT = 5
/** A feature whose weights are all smaller is left out. */
const LEAST_STEPS = 6

/** Targets: class 0 nothing, 1 method, 2 model, 3 benchmark, -1 not used; topic and introduces 0, 1, or -1 not used. */
interface Instance {
  features: Int32Array
  named: number
  topic: number
  introduces: number
}

async function main(): Promise<void> {
  const limit = Number(process.argv[2] ?? Number.POSITIVE_INFINITY)
  const { fold } = (await import(pathToFileURL(join(SHARED, 'eval', 'score.mjs')).href)) as {
    fold: (name: string) => string
  }
  const gold = readLines<GoldPaper>('eval', 'train-gold.jsonl')
  const byTitle = new Map(gold.map((paper) => [fold(paper.title), paper.entities]))
  const names = new Map<string, number>()
  const raw: { features: string[]; named: number; topic: number; introduces: number }[] = []
  for (const paper of readPapers('eval', 'train-papers.jsonl.gz').slice(0, limit)) {
    const entities = byTitle.get(fold(paper.title)) ?? []
    const analysis = analyse(prepareDocument(paper))
    for (const candidate of analysis.candidates.values()) {
      const forms = new Set(candidate.places.map((place) => fold(place.surface)))
      const met = entities.filter((entity) => [entity.name, ...entity.aliases].some((form) => forms.has(fold(form))))
      const features = [...featuresOf(analysis, candidate)]
      for (const feature of features) names.set(feature, (names.get(feature) ?? 0) + 1)
      raw.push({ features, ...targets(met) })
    }
  }
  const kept = [...names].filter(([, count]) => count >= LEAST_COUNT).map(([name]) => name)
  const ids = new Map(kept.map((name, id) => [name, id]))
  const instances = raw.map(({ features, ...labels }) => ({
    features: Int32Array.from(features.flatMap((feature) => ids.get(feature) ?? [])),
    ...labels,
  }))
  console.error(`${instances.length} candidates, ${kept.length} features`)
  write(kept, learn(instances, kept.length))
}

function targets(met: GoldEntity[]): { named: number; topic: number; introduces: number } {
  const classOf = { method: 1, model: 2, benchmark: 3, topic: 0, repo: 0 }
  const named = met.filter((entity) => classOf[entity.type] > 0)
  const best = named.find((entity) => entity.required) ?? named[0]
  const topic = met.find((entity) => entity.type === 'topic' || entity.also.includes('topic'))
  return {
    named: best === undefined ? 0 : best.required ? classOf[best.type] : -1,
    topic: topic === undefined ? 0 : topic.type === 'topic' && topic.required ? 1 : -1,
    introduces: best === undefined ? -1 : best.role === 'introduces' ? 1 : 0,
  }
}

function learn(instances: Instance[], size: number): Float64Array {
  const width = OUTPUTS.length
  const weights = new Float64Array(size * width)
  const squares = new Float64Array(size * width).fill(1e-3)
  const order = instances.map((_, at) => at)
  const random = generator(17)
  const step = (features: Int32Array, output: number, slope: number): void => {
    for (const feature of features) {
      const at = feature * width + output
      const weight = weights[at] ?? 0
      const gradient = slope + SHRINK * 50 * weight
      const square = (squares[at] ?? 0) + gradient * gradient
      squares[at] = square
      weights[at] = weight - (RATE * gradient) / Math.sqrt(square)
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random)
    for (const at of order) {
      const instance = instances[at]
      if (!instance) continue
      const { features, named, topic, introduces } = instance
      const sums = [0, 0, 0, 0, 0]
      for (const feature of features)
        for (let output = 0; output < width; output++)
          sums[output] = (sums[output] ?? 0) + (weights[feature * width + output] ?? 0)
      const raised = sums.map((sum) => Math.exp(Math.min(30, sum)))
      if (named >= 0) {
        const total = 1 + (raised[0] ?? 0) + (raised[1] ?? 0) + (raised[2] ?? 0)
        for (let output = 0; output < 3; output++)
          step(features, output, (raised[output] ?? 0) / total - (named === output + 1 ? 1 : 0))
      }
      for (const [output, target] of [
        [3, topic],
        [4, introduces],
      ] as const)
        if (target >= 0) step(features, output, (raised[output] ?? 0) / (1 + (raised[output] ?? 0)) - target)
    }
  }
  return weights
}

function write(names: string[], weights: Float64Array): void {
  const width = OUTPUTS.length
  const rows: string[] = []
  for (const [id, name] of names.entries()) {
    const row = Array.from(weights.subarray(id * width, (id + 1) * width), (weight) => Math.round(weight / UNIT))
    if (row.some((weight) => Math.abs(weight) >= LEAST_STEPS)) rows.push([name, ...row].join('\t'))
  }
  const head = `# feature of a candidate, weights in steps of ${UNIT}: ${OUTPUTS.join(', ')} (the first three against "nothing")`
  writeTable('weights.tsv', `${head}\n${rows.sort().join('\n')}\n`)
  console.error(`${rows.length} features kept`)
}

/** Mulberry32: the same sequence everywhere. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0]
  }
}

await main()
