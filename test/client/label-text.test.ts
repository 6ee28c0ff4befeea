import { describe, expect, it } from 'vitest'
import { directionOf, shorten } from '../../web/client/graph/label-text.ts'

describe('the text of a label', () => {
  it('is cut to so many letters, with a sign that it was', () => {
    expect(shorten('a name of twenty-four ch', 24)).toBe('a name of twenty-four ch')
    expect(shorten('a name of twenty-five cha', 24)).toBe('a name of twenty-five c…')
    expect(shorten('a name of some more words', 12)).toBe('a name of s…')
    expect(shorten('a name with words', 8)).toBe('a name…')
  })

  it('counts a Chinese, Japanese or Korean letter as two, which it is as wide as', () => {
    expect(shorten('基于注意力的模型', 16)).toBe('基于注意力的模型')
    expect(shorten('基于注意力的模型', 15)).toBe('基于注意力的模…')
    expect(shorten('注意 is all you need', 10)).toBe('注意 is a…')
  })

  it('never cuts a letter from its marks, nor an emoji into its parts', () => {
    const vowels = 'é'.normalize('NFD')
    expect(shorten(vowels.repeat(9), 5)).toBe(`${vowels.repeat(4)}…`)
    expect(shorten('👩‍🔬'.repeat(5), 7)).toBe(`${'👩‍🔬'.repeat(3)}…`)
  })

  it('runs as its first letter does', () => {
    expect(directionOf('Attention')).toBe('ltr')
    expect(directionOf('注意力')).toBe('ltr')
    expect(directionOf('שלום BERT')).toBe('rtl')
    expect(directionOf('(نموذج GPT)')).toBe('rtl')
    expect(directionOf('GPT نموذج')).toBe('ltr')
    expect(directionOf('3.5')).toBe('ltr')
  })
})
