import { describe, expect, it } from 'vitest'
import { entitiesOf, named } from './papers.ts'

describe('named things', () => {
  const entities = entitiesOf(
    'We propose WaveFormer, a new attention method. We compare it with GPT-4 and LLaMA on the CIFAR-10 and ImageNet datasets. ' +
      'WaveFormer outperforms knowledge distillation.',
    'WaveFormer: Attention in Waves',
  )

  it('finds a new name by its shape and the words around it', () => {
    expect(named(entities, 'WaveFormer')).toMatchObject({ type: 'method', role: 'introduces' })
  })

  it('finds models and benchmarks, which are used', () => {
    for (const name of ['GPT-4', 'LLaMA']) expect(named(entities, name)).toMatchObject({ type: 'model', role: 'uses' })
    for (const name of ['CIFAR-10', 'ImageNet'])
      expect(named(entities, name)).toMatchObject({ type: 'benchmark', role: 'uses' })
  })

  it('finds a method that is written in small letters', () => {
    expect(named(entities, 'knowledge distillation')).toMatchObject({ type: 'method', role: 'uses' })
  })

  it('gives every place of a name as evidence', () => {
    expect(named(entities, 'WaveFormer')?.mentions.map((mention) => mention.field)).toEqual([
      'title',
      'abstract',
      'abstract',
    ])
  })

  it('takes no ordinary phrase for a name', () => {
    expect(
      entitiesOf('However, we find that this approach works. These results show that our method helps a lot.'),
    ).toEqual([])
  })

  it('names what found each mention', () => {
    const [title] = named(entities, 'WaveFormer')?.mentions ?? []
    expect(title?.rule).toBe('shape')
    expect(named(entities, 'CIFAR-10')?.mentions[0]?.rule).toBe('lexicon')
  })

  it('takes no organisation, place or number format for a name, and knows what Lean is', () => {
    const known = entitiesOf('We verify GPT-4 of OpenAI in Lean 4 with FP16 on an H100 of NASA in the USA.')
    const names = known.map(({ name }) => name)
    expect(names).toContain('GPT-4')
    for (const name of ['OpenAI', 'FP16', 'H100', 'NASA', 'USA']) expect(names).not.toContain(name)
    expect(named(known, 'Lean 4')?.type ?? 'method').toBe('method')
  })
})
