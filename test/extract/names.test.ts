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

  it('finds a name inside a longer one, too, where it is another thing', () => {
    const found = entitiesOf(
      'We propose the Zonal Graph Neural Network (ZGNN), which adds zones to a graph neural network. ZGNN outperforms other graph ' +
        'neural networks (GNNs) on Cora.',
    )
    expect(named(found, 'ZGNN')?.mentions.map(({ surface }) => surface)).toEqual([
      'Zonal Graph Neural Network',
      'ZGNN',
      'ZGNN',
    ])
    expect(named(found, 'GNNs')?.mentions[0]?.surface).toBe('Graph Neural Network')
  })

  it('does not show one thing inside itself', () => {
    const [entity] = entitiesOf('We introduce the Foo200 dataset. The Foo200 dataset is a benchmark for parsing.')
    const places = entity?.mentions ?? []
    for (const [at, { start }] of places.entries()) if (at > 0) expect(start).toBeGreaterThan(places[at - 1]?.end ?? 0)
    expect(places.length).toBeGreaterThan(0)
  })

  it('takes no organisation or number format for a name, even among names, and knows what Lean is', () => {
    const known = entitiesOf(
      'Theorem provers such as Lean 4, Coq and Isabelle check proofs. We evaluate GPT-4, OpenAI and LLaMA on the NASA, Kaggle and ' +
        'miniF2F datasets. BF16 outperforms FP16.',
    )
    const names = known.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['GPT-4', 'LLaMA', 'miniF2F']))
    for (const name of ['OpenAI', 'NASA', 'Kaggle', 'BF16', 'FP16']) expect(names).not.toContain(name)
    expect(named(known, 'Lean 4')?.type).toBe('method')
  })
})
