import { describe, expect, it } from 'vitest'
import { createExtractor } from '../../ingest/extract/extract.ts'
import type { MentionProducer } from '../../ingest/extract/extractor.ts'
import type { EntityType, TypedMention } from '../../ingest/extraction.ts'
import { paperOf } from './papers.ts'

/** A producer that finds given words, to test joining by itself. */
function finder(wanted: Record<string, [EntityType, number]>): MentionProducer {
  return {
    name: 'finder',
    mentions: ({ paper: { abstract } }) =>
      Object.entries(wanted).flatMap(([surface, [type, confidence]]) => {
        const found: TypedMention[] = []
        for (let at = abstract.indexOf(surface); at >= 0; at = abstract.indexOf(surface, at + 1))
          found.push({
            type,
            field: 'abstract',
            start: at,
            end: at + surface.length,
            surface,
            rule: 'test',
            confidence,
          })
        return found
      }),
  }
}

function join(text: string, wanted: Record<string, [EntityType, number]>) {
  return createExtractor([finder(wanted)]).extract(paperOf(text)).entities
}

describe('joining mentions', () => {
  it('makes one entity of an acronym and its expansion', () => {
    const entities = join('Tidal Wave Optimization (TWO) is fast. TWO is good.', {
      'Tidal Wave Optimization': ['method', 0.9],
      TWO: ['method', 0.8],
    })
    expect(entities).toHaveLength(1)
    expect(entities[0]).toMatchObject({
      name: 'TWO',
      aliases: ['Tidal Wave Optimization', 'Tidal Wave Optimization (TWO)'],
      confidence: 0.9,
    })
    expect(entities[0]?.mentions.map((mention) => mention.surface)).toEqual(['Tidal Wave Optimization', 'TWO', 'TWO'])
  })

  it('makes one entity of hyphen, plural and capital variants', () => {
    const entities = join('Sparse Auto-Encoders help. A sparse autoencoder helps.', {
      'Sparse Auto-Encoders': ['method', 0.9],
      'sparse autoencoder': ['method', 0.9],
    })
    expect(entities).toHaveLength(1)
  })

  it('makes one entity of a name with and without the word for its kind', () => {
    expect(
      join('The Foo200 dataset is new. Foo200 is big.', {
        'Foo200 dataset': ['benchmark', 0.9],
        Foo200: ['benchmark', 0.8],
      }),
    ).toHaveLength(1)
  })

  it('lists a name with the word for its kind as a form of it, but no longer name and no part of a word', () => {
    const aliasesOf = (text: string, name: string, type: EntityType): string[] | undefined =>
      join(text, { [name]: [type, 0.9] })[0]?.aliases
    expect(aliasesOf('We compare TransX with four TransX models.', 'TransX', 'method')).toEqual(['TransX models'])
    expect(aliasesOf('Popular CNX-based models are slow.', 'CNX', 'method')).toEqual(['CNX-based models'])
    expect(aliasesOf('Popular BERQ-based models are slow.', 'BERQ', 'model')).toEqual([])
    expect(aliasesOf('We use the KARLO benchmarks.', 'KARLO', 'benchmark')).toEqual(['KARLO benchmarks'])
    expect(aliasesOf('It has cross-attention layers.', 'cross-attention', 'method')).toEqual(['cross-attention layers'])
    for (const text of ['The GPX model-free way.', 'GPX modelling helps.', 'The GPX Model is large.'])
      expect(aliasesOf(text, 'GPX', 'model')).toEqual([])
    expect(aliasesOf('A reward model helps.', 'reward', 'method')).toEqual([])
    expect(aliasesOf('We prune. Pruning methods help.', 'Pruning', 'method')).toEqual([])
  })

  it('keeps versions apart', () => {
    expect(join('GPT-3.5 and GPT-35 differ.', { 'GPT-3.5': ['model', 0.9], 'GPT-35': ['model', 0.9] })).toHaveLength(2)
  })

  it('takes the surest type and remembers the other', () => {
    const [entity] = join('CLIP is used.', { CLIP: ['model', 0.9], 'CLIP ': ['method', 0.5] })
    expect(entity).toMatchObject({ type: 'model', also: ['method'] })
  })

  it('names its producers in the version when they are not the usual ones', () => {
    const [usual, other] = [createExtractor(), createExtractor([finder({})])]
    expect(usual.version).toMatch(/^rules-\d+-[0-9a-f]{8}$/)
    expect(other.version).toContain('finder')
  })
})
