import { describe, expect, it } from 'vitest'
import { expansionOf } from '../../ingest/resolve/acronym.ts'
import { parseAliases } from '../../ingest/resolve/aliases.ts'

describe('an expansion', () => {
  it.each([
    ['GRPO', 'Group Relative Policy Optimization'],
    ['BERT', 'Bidirectional Encoder Representations from Transformers'],
    ['SQuAD', 'Stanford Question Answering Dataset'],
    ['CLIP', 'Contrastive Language-Image Pre-training'],
    ['VAEs', 'variational autoencoders'],
    ['XAI', 'explainable artificial intelligence'],
    ['kNN', 'k-nearest neighbors'],
  ])('of %s is %s', (short, long) => {
    expect(expansionOf(short, long)).toBe(long)
  })

  it('ends before the word for its kind', () => {
    expect(expansionOf('CTC', 'connectionist temporal classification loss')).toBe(
      'connectionist temporal classification',
    )
  })

  it.each([
    ['RL', 'deep reinforcement learning'],
    ['GNNs', 'geometric graph neural networks'],
    ['BERT', 'BERT embeddings'],
    ['Llama3.1', 'Llama 3.1 8B'],
    ['MATH', 'mathematical reasoning'],
    ['rl', 'reinforcement learning'],
    ['ZRP', 'something else entirely'],
  ])('of %s is not %s', (short, long) => {
    expect(expansionOf(short, long)).toBeUndefined()
  })
})

describe('the curated table', () => {
  it('says which line is malformed', () => {
    expect(() => parseAliases('name\taliases\ttype\tsource\nGRPO\t\tmethod\thand\n')).toThrow(/Line 2 of aliases\.tsv/)
    expect(() => parseAliases('name\taliases\ttype\tsource\nA\tB\tthing\thand\n')).toThrow(/Line 2/)
  })

  it('reads several aliases of one name', () => {
    expect(parseAliases('head\nA\tB | C d\tmethod\thand\n')).toEqual([
      { line: 2, name: 'A', aliases: ['B', 'C d'], type: 'method', source: 'hand' },
    ])
  })
})
