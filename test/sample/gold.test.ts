import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createExtractor } from '../../ingest/extract/extract.ts'
import { ENTITY_TYPES } from '../../ingest/extraction.ts'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { keyOf, keysOf, score, wordsOf } from './score.ts'

/** What the extractor must reach on the sample, each 0.03 below what it reached when the figures were last set. */
const LOWER_BOUNDS = {
  named: 0.9,
  topic: 0.76,
  model: 0.93,
  benchmark: 0.94,
  repo: 0.97,
  roles: 0.86,
  introduced: 0.36,
}
/** In words; no name in the sample is longer. */
const LONGEST_NAME = 16

const Type = z.enum(ENTITY_TYPES)
const Gold = z.strictObject({
  id: z.string(),
  title: z.string(),
  entities: z
    .array(
      z.strictObject({
        type: Type,
        name: z.string().min(1),
        aliases: z.array(z.string().min(1)),
        also: z.array(Type),
        role: z.enum(['introduces', 'uses']),
        required: z.boolean(),
      }),
    )
    .min(1),
})
const Paper = z.object({ id: z.string(), title: z.string(), abstract: z.string() })

function read<T>(schema: z.ZodType<T>, path: string): T[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line) => schema.parse(JSON.parse(line)))
}
const papers = read(Paper, SAMPLE_FILE)
const gold = read(Gold, join(PACKAGE_ROOT, 'test', 'sample', 'gold.jsonl'))

/** The key of every run of words of a text. */
function keysIn(text: string): Set<string> {
  const words = wordsOf(text)
  const keys = new Set<string>()
  for (let start = 0; start < words.length; start++)
    for (let end = start + 1; end <= Math.min(words.length, start + LONGEST_NAME); end++)
      keys.add(keyOf(words.slice(start, end)))
  return keys
}

describe('the gold file of the sample', () => {
  it('has a line for each paper, in order', () => {
    expect(papers).toHaveLength(87)
    const label = ({ id, title }: { id: string; title: string }): string => `${id} ${title}`
    expect(gold.map(label)).toEqual(papers.map(label))
  })

  it('requires only what the title or the text names', () => {
    const unnamed = gold.flatMap(({ id, entities }, index) => {
      const { title = '', abstract = '' } = papers[index] ?? {}
      const named = new Set([...keysIn(title), ...keysIn(abstract)])
      const text = abstract.toLowerCase()
      return entities
        .filter((entity) => entity.required)
        .filter((entity) => {
          const keys = [...keysOf(entity)]
          return !keys.some((key) => (entity.type === 'repo' ? text.includes(key) : named.has(key)))
        })
        .map(({ name }) => `${id} ${name}`)
    })
    expect(unnamed).toEqual([])
  })

  it('has every address of the text', () => {
    const addresses = papers.map(({ abstract }) =>
      [...abstract.matchAll(/https:\/\/(\S+?)[.,;]?(?=\s|$)/g)].map(([, address]) => address),
    )
    expect(gold.map(({ entities }) => entities.filter(({ type }) => type === 'repo').map(({ name }) => name))).toEqual(
      addresses,
    )
  })

  it('has at most six topics a paper, three of them required', () => {
    for (const { id, entities } of gold) {
      const topics = entities.filter(({ type }) => type === 'topic')
      expect(topics.length, id).toBeLessThanOrEqual(6)
      expect(topics.filter(({ required }) => required).length, id).toBeLessThanOrEqual(3)
      expect(topics.filter(({ role }) => role !== 'uses').map(({ name }) => name)).toEqual([])
    }
  })

  it('keeps required entities apart: no form belongs to two that a type could mean', () => {
    const shared = gold.flatMap(({ id, entities }) => {
      const required = entities.filter((entity) => entity.required)
      return required.flatMap((one, index) =>
        required
          .slice(index + 1)
          .filter((other) => [one.type, ...one.also].some((type) => [other.type, ...other.also].includes(type)))
          .filter((other) => [...keysOf(one)].some((key) => keysOf(other).has(key)))
          .map((other) => `${id} ${one.name} = ${other.name}`),
      )
    })
    expect(shared).toEqual([])
  })
})

it('the sample is read well enough', { timeout: 60_000 }, () => {
  const extractor = createExtractor()
  const figures = score(
    papers.map((paper, index) => ({
      gold: gold[index]?.entities ?? [],
      found: extractor.extract({ ...paper, authors: [], source: 'sample' }).entities,
    })),
  )
  const { errors, ...rest } = figures
  const shown = Object.entries(rest).map(([name, value]) => `${name} ${value.toFixed(3)}`)
  console.log(`sample, ${papers.length} papers: ${shown.join('  ')}`)
  const report = errors.join('\n')
  for (const name of ['named', 'topic', 'model', 'benchmark', 'repo', 'roles', 'introduced'] as const)
    expect(figures[name], `${name}\n${report}`).toBeGreaterThanOrEqual(LOWER_BOUNDS[name])
})
