import type { ScoreAnalysis } from './analysis.ts'
import type { Benchmark } from './benchmarks.ts'
import type { Features } from './model.ts'

/** Adds what is known of a benchmark by itself. */
export function benchmarkFeatures(found: Features, analysis: ScoreAnalysis, benchmark: Benchmark): void {
  const { entity, places, name } = benchmark
  found.set('B:isEntity', benchmark.isEntity ? 1 : 0)
  found.set('B:confidence', benchmark.isEntity ? (entity?.confidence ?? 0) : 0)
  found.set('B:otherType', !benchmark.isEntity && entity ? 1 : 0)
  found.set('B:introduces', benchmark.isEntity && entity?.role === 'introduces' ? 1 : 0)
  found.set('B:noun', benchmark.hasNoun ? 1 : 0)
  found.set('B:preposition', benchmark.hasPreposition ? 1 : 0)
  found.set('B:lexicon', benchmark.isInLexicon ? 1 : 0)
  found.set('B:share', benchmark.share)
  found.set('B:places', places.length)
  found.set('B:title', places.some(({ field }) => field === 'title') ? 1 : 0)
  found.set('B:lead', benchmark.isLead ? 1 : 0)
  found.set(
    'B:titleSays',
    benchmark.isLead && /benchmark|dataset|corpus|test ?bed|suite|challenge/i.test(analysis.document.paper.title)
      ? 1
      : 0,
  )
  found.set('B:words', name.split(/\s/).length)
  found.set('B:length', name.length)
  found.set('B:digit', /\d/.test(name) ? 1 : 0)
  found.set('B:inner', /\p{Ll}\p{Lu}|\p{Lu}{2}|\d/u.test(name) ? 1 : 0)
  const longer = analysis.benchmarks.some((other) => other !== benchmark && other.key.startsWith(benchmark.key))
  const shorter = analysis.benchmarks.some(
    (other) => other !== benchmark && other.isEntity && benchmark.key.includes(other.key),
  )
  const right = analysis.benchmarks.some((other) => other !== benchmark && other.name.startsWith(`${name} `))
  found.set('B:longerRight', right ? 1 : 0)
  found.set(
    'B:beginsWithEntity',
    !benchmark.isEntity && analysis.benchmarks.some((other) => other.isEntity && name.startsWith(`${other.name} `))
      ? 1
      : 0,
  )
  const contexts = contextsOf(analysis, benchmark)
  for (const [cue, test] of CONTEXTS) if (test.test(contexts)) found.set(`B:${cue}`, 1)
  found.set('B:longer', longer ? 1 : 0)
  found.set('B:shorter', shorter ? 1 : 0)
  if (benchmark.isEntity && entity) {
    const forms = [entity.name, ...entity.aliases]
    found.set('B:forms', forms.length)
    found.set('B:isShortest', forms.every((form) => form.length >= name.length) ? 1 : 0)
  }
}

/** What the sentences of a benchmark say of it. */
const CONTEXTS: [string, RegExp][] = [
  [
    'evaluated',
    /\b(?:evaluat|experiment|result|validat|tested|demonstrat|conduct|performance|outperform|state-of-the-art)/i,
  ],
  ['trained', /\b(?:train(?:ed|ing)|pre-?train|fine-?tun|collected|built (?:on|from)|derived|using data)/i],
  ['introduced', /\b(?:introduc|present|propos|construct|release|creat|contribut|build|new (?:benchmark|dataset))/i],
]

function contextsOf(analysis: ScoreAnalysis, { places }: Benchmark): string {
  const { sentences, paper } = analysis.document
  return places
    .slice(0, 3)
    .map(({ field, sentence }) =>
      field === 'title' ? '' : paper.abstract.slice(sentences[sentence]?.start, sentences[sentence]?.end),
    )
    .join(' ')
}
