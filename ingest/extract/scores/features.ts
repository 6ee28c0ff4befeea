import type { NumberPlace, ScoreAnalysis } from './analysis.ts'
import { benchmarkFeatures } from './benchmark-features.ts'
import { type Benchmark, type BenchmarkPlace, isSameBenchmark } from './benchmarks.ts'
import type { Features } from './model.ts'
import { OWNER_RULES, type Owners } from './owners.ts'
import { hereFeatures } from './place-features.ts'

/** Adds what is known of a benchmark as that of a number. */
export function pairFeatures(
  analysis: ScoreAnalysis,
  place: NumberPlace,
  benchmark: Benchmark,
  base: Features,
  owners: Owners,
): Features {
  const found: Features = new Map(base)
  ownerFeatures(found, benchmark, owners)
  benchmarkFeatures(found, analysis, benchmark)
  const here = benchmark.places.filter((at) => at.field === 'abstract' && at.sentence === place.at)
  const rivals = analysis.benchmarks.filter((other) => other !== benchmark && !isSameBenchmark(other, benchmark))
  const beside = rivals.flatMap((other) =>
    other.places
      .filter((at) => at.field === 'abstract' && at.sentence === place.at)
      .map((at) => ({ at, isSure: isSure(other) })),
  )
  found.set('rivals', rivals.length)
  found.set('sureRivals', rivals.filter(isSure).length)
  found.set('rivalsHere', beside.length)
  found.set('sureRivalsHere', beside.filter(({ isSure }) => isSure).length)
  found.set('here', here.length)
  if (here.length > 0) hereFeatures(found, analysis, place, here, beside)
  else awayFeatures(found, analysis, place, benchmark, rivals)
  return found
}

/** For each rule: 1 this benchmark owns the number, 2 others do. The surest rule that says anything counts by itself too. */
function ownerFeatures(found: Features, benchmark: Benchmark, owners: Owners): void {
  let isFirst = true
  for (const [rank, rule] of OWNER_RULES.entries()) {
    const names = owners.get(rule)
    if (!names) continue
    const mine = names.has(benchmark)
    found.set(`o:${rule}`, mine ? 1 : 2)
    if (isFirst) {
      found.set('owner', mine ? 1 : 2)
      found.set('ownerRule', rank + 1)
      found.set('owners', names.size)
    }
    isFirst = false
  }
}

function isSure(benchmark: Benchmark): boolean {
  return benchmark.isEntity
}

const EVALUATES = /\b(?:evaluat|experiment|result|validat|test|demonstrat|conduct|perform|benchmark)/i

function awayFeatures(
  found: Features,
  analysis: ScoreAnalysis,
  place: NumberPlace,
  benchmark: Benchmark,
  rivals: Benchmark[],
): void {
  const inAbstract = benchmark.places.filter(({ field }) => field === 'abstract')
  const before = inAbstract.filter(({ sentence }) => sentence < place.at).at(-1)
  const after = inAbstract.find(({ sentence }) => sentence > place.at)
  found.set('back', before ? place.at - before.sentence : 30)
  found.set('ahead', after ? after.sentence - place.at : 30)
  const sure = rivals.filter((rival) => isSure(rival))
  const latest = Math.max(
    -1,
    ...sure.flatMap((rival) =>
      rival.places
        .filter(({ field, sentence }) => field === 'abstract' && sentence < place.at)
        .map(({ start }) => start),
    ),
  )
  found.set('isLatest', before && before.start > latest ? 1 : 0)
  found.set('isOnly', sure.length === 0 ? 1 : 0)
  found.set(
    'isOnlyIntroduced',
    benchmark.entity?.role === 'introduces' && sure.every((rival) => rival.entity?.role !== 'introduces') ? 1 : 0,
  )
  const most = Math.max(0, ...sure.map((rival) => rival.places.length))
  found.set('isMost', benchmark.places.length - most)
  const sentences = analysis.document.sentences
  const context = (at: BenchmarkPlace | undefined): boolean => {
    const sentence = at && sentences[at.sentence]
    return (
      sentence !== undefined && EVALUATES.test(analysis.document.paper.abstract.slice(sentence.start, sentence.end))
    )
  }
  found.set('evaluated', context(before) ? 1 : 0)
}
