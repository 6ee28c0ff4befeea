import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createExtractor } from '../../ingest/extract/extract.ts'
import type { Extraction } from '../../ingest/extraction.ts'
import { type CurateOptions, decide, listDecisions, type NewDecision, undo } from '../../ingest/load/curate.ts'
import { type IngestOptions, ingest, rebuild } from '../../ingest/load/ingest.ts'
import { readPointer } from '../../ingest/load/pointer.ts'
import { digest } from '../../queries/store/digest.ts'
import { openStore, parseStoreUrl } from '../../queries/store/open.ts'
import { describeNeo4j, emptyNeo4j } from './stores.ts'

/** Papers that name the same things in several ways, so that there is something to join and to part. */
const RECORDS = [
  [
    'test:1',
    'ZorpNet: a network that sorts',
    'We propose ZorpNet, a convolutional network. ZorpNet reaches 81.5% accuracy on ImageNet. Code: https://github.com/ada/zorpnet.',
  ],
  [
    'test:2',
    'ZorpNet meets language',
    'We train ZorpNet, a language model, with Adam and evaluate it on GLUE and SQuAD.',
  ],
  [
    'test:3',
    'On the limits of BERT',
    'We compare BERT and ZorpNet on GLUE, where BERT reaches 80.1% accuracy. We use dropout.',
  ],
  [
    'test:4',
    'Pictures for free',
    'We evaluate on ImageNet and CIFAR-10 with ResNet-50. ResNet-50 is trained with Adam. https://github.com/ada/zorpnet',
  ],
] as const
const extractor = createExtractor()
let folder: string
let source: string
let extractions: Extraction[]
beforeAll(() => {
  extractions = RECORDS.map(([id, title, abstract]) =>
    extractor.extract({ id, title, abstract, authors: [`Author ${id}`], source: 'papers.jsonl' }),
  )
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-curation-'))
  source = join(folder, 'papers.jsonl')
  const line = ([id, title, abstract]: (typeof RECORDS)[number]) =>
    JSON.stringify({ id, title, abstract, authors: [`Author ${id}`] })
  writeFileSync(source, `${RECORDS.map(line).join('\n')}\n`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Step = { decide: NewDecision } | { undo: number } | 'rebuild' | 'ingest'

/** Any decision on what the papers name, taking back one of those made, and what must change nothing. */
function steps(): fc.Arbitrary<Step[]> {
  const things = extractions.flatMap(({ id, entities }) =>
    entities.map(({ mentions }) => ({ paper: id, surface: mentions[0]?.surface ?? '' })),
  )
  const thing = fc.constantFrom(...things)
  const kinds = fc.oneof(
    fc.record({ kind: fc.constant('same' as const), things: fc.tuple(thing, thing) }),
    fc.record({ kind: fc.constant('different' as const), things: fc.tuple(thing, thing) }),
    fc.record({
      kind: fc.constant('type' as const),
      things: fc.tuple(thing),
      type: fc.constantFrom('method' as const, 'model' as const, 'benchmark' as const, 'topic' as const),
    }),
    fc.record({ kind: fc.constant('hide' as const), things: fc.tuple(thing) }),
    fc.record({ kind: fc.constant('hide' as const), things: fc.constantFrom([{ paper: 'test:3' }]) }),
  )
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 6, arbitrary: kinds.map((decide) => ({ decide })) },
    { weight: 2, arbitrary: fc.nat(20).map((at) => ({ undo: at })) },
    { weight: 1, arbitrary: fc.constantFrom('rebuild' as const, 'ingest' as const) },
  )
  return fc.array(step, { minLength: 3, maxLength: 7 })
}

const day = '2026-11-27'

/** Takes the steps one by one; what is refused leaves everything as it was. */
async function take(all: readonly Step[], options: IngestOptions): Promise<void> {
  const curate: CurateOptions = { ...options, today: day }
  for (const step of all) {
    if (step === 'rebuild') await rebuild(options)
    else if (step === 'ingest') await ingest([source], options)
    else if ('decide' in step) await decide(step.decide, curate).catch(refusal)
    else {
      const made = listDecisions(options.data).decisions
      const one = made[step.undo % Math.max(1, made.length)]
      if (one !== undefined) await undo(one.id, curate)
    }
  }
}

function refusal(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'curation')) throw error
}

const embedded = (name: string): IngestOptions => ({
  data: join(folder, name),
  store: parseStoreUrl('embedded'),
  extractor,
})

async function embeddedDigest({ data }: IngestOptions): Promise<string> {
  const graph = readPointer(join(data, 'pointer.json'))?.graph ?? ''
  const store = await openStore({ kind: 'embedded', path: join(data, graph), mode: 'read' })
  const found = await digest(store)
  await store.close()
  return found
}

/** The digest of one ingest with the final decisions in their place from the beginning, in another order of lines. */
async function atOnce(text: string, name: string): Promise<string> {
  const options = embedded(name)
  await ingest([source], options)
  const lines = text.split('\n').filter((line) => line !== '')
  writeFileSync(join(options.data, 'curation.jsonl'), `${lines.toReversed().join('\n')}\n`)
  await ingest([source], options)
  return embeddedDigest(options)
}

// A busy machine takes its time over dozens of ingests.
const PATIENCE_MS = 600_000

describe('curation in the embedded engine', () => {
  it('gives the graph of its final decisions, whatever was done and undone before, and again after a rebuild', {
    timeout: PATIENCE_MS,
  }, async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(steps(), async (all) => {
        const options = embedded(`steps-${run++}`)
        await ingest([source], options)
        const before = await embeddedDigest(options)
        await take(all, options)
        const found = await embeddedDigest(options)
        const { decisions } = listDecisions(options.data)
        expect(decisions.filter(({ state }) => state === 'waiting')).toEqual([])
        const text = decisions.length === 0 ? '' : readFileSync(join(options.data, 'curation.jsonl'), 'utf8')
        expect(await atOnce(text, `once-${run}`)).toBe(found)
        await rebuild(options)
        expect(await embeddedDigest(options)).toBe(found)
        for (const { id } of decisions.toReversed()) await undo(id, { ...options, today: day })
        expect(await embeddedDigest(options)).toBe(before)
      }),
      { numRuns: 8 },
    )
  })
})

describeNeo4j('curation', (provided) => {
  const { url, user, password } = provided
  const onNeo4j = (name: string): IngestOptions => ({
    data: join(folder, name),
    store: { kind: 'neo4j', url, user },
    credentials: { password },
    extractor,
  })
  const neo4jDigest = async (): Promise<string> => {
    const store = await openStore({ kind: 'neo4j', url, user, password })
    const found = await digest(store)
    await store.close()
    return found
  }
  beforeEach(() => emptyNeo4j(provided))

  it('gives the same digest as in the embedded engine, step by step and after a rebuild', {
    timeout: PATIENCE_MS,
  }, async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(steps(), async (all) => {
        await emptyNeo4j(provided)
        const [here, there] = [embedded(`here-${run}`), onNeo4j(`there-${run++}`)]
        for (const options of [here, there]) {
          await ingest([source], options)
          await take(all, options)
        }
        const found = await embeddedDigest(here)
        expect(await neo4jDigest()).toBe(found)
        await rebuild(there)
        expect(await neo4jDigest()).toBe(found)
      }),
      { numRuns: 4 },
    )
  })

  it('is refused from a folder that the database does not belong to, before anything is decided', async () => {
    await ingest([source], onNeo4j('mine'))
    const made: NewDecision = { kind: 'hide', things: [{ paper: 'test:3' }] }
    await ingest([source], embedded('other'))
    await expect(decide(made, { ...onNeo4j('other'), today: day })).rejects.toMatchObject({ code: 'store-foreign' })
    expect(listDecisions(join(folder, 'other')).decisions).toEqual([])
    await emptyNeo4j(provided)
    await ingest([source], onNeo4j('theirs'))
    const before = await neo4jDigest()
    await expect(decide(made, { ...onNeo4j('mine'), today: day })).rejects.toMatchObject({ code: 'store-foreign' })
    expect([listDecisions(join(folder, 'mine')).decisions, await neo4jDigest()]).toEqual([[], before])
  })
})
