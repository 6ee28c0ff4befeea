import { describe, expect, it } from 'vitest'
import { otherNames } from '../../web/client/state/other-names.ts'

describe('the other names of a thing', () => {
  it('leave out the first, and those that only say of what kind it is', () => {
    const aliases = ['ImageNet', 'ImageNET', 'ImageNet dataset', 'ImageNet datasets', 'ILSVRC', 'ILSVRC benchmark']
    expect(otherNames('ImageNet', aliases)).toEqual(['ImageNET', 'ILSVRC'])
    expect(otherNames('CNN', ['CNN-based models', 'convolutional neural network'])).toEqual([
      'convolutional neural network',
    ])
  })

  it('keep a longer name whose beginning is no name of it', () => {
    const aliases = ['Group Relative Policy Optimization', 'group relative policy optimisation']
    expect(otherNames('GRPO', aliases)).toEqual(aliases)
    expect(otherNames('Adam', ['Adam W'])).toEqual(['Adam W'])
  })
})
