import { describe, expect, it } from 'vitest'
import { normaliseText } from '../../ingest/sources/normalise.ts'
import { plainText } from '../../ingest/sources/plain-text.ts'
import { faultsOf } from './faults.ts'
import { extractor, paperOf } from './papers.ts'

/** Names found in a text, as a reader would give it: sorted, repositories apart. */
function found(abstract: string, title = 'A study'): { names: string[]; repos: string[] } {
  const paper = paperOf(normaliseText(plainText(abstract)), normaliseText(plainText(title)))
  const extraction = extractor.extract(paper)
  expect(faultsOf(paper, extraction)).toEqual([])
  const named = (isRepo: boolean) =>
    extraction.entities.filter(({ type }) => type !== 'topic' && (type === 'repo') === isRepo).map(({ name }) => name)
  return { names: named(false).sort(), repos: named(true) }
}

describe('an abstract in another language', () => {
  it.each([
    ['German', 'Wir vergleichen BERT und GPT-4 auf ImageNet.'],
    ['French', 'Nous comparons BERT et GPT-4 sur le jeu ImageNet.'],
    ['Russian', 'Мы сравниваем BERT и GPT-4 на ImageNet.'],
    ['Chinese', '我们在ImageNet上比较了BERT和GPT-4。'],
    ['Japanese', 'BERTをImageNetで評価し、GPT-4と比較する。'],
    ['Korean', 'BERT를 GPT-4와 ImageNet에서 비교한다.'],
    ['Arabic', 'نقارن BERT مع GPT-4 على ImageNet.'],
    ['Hebrew', 'אנו משווים את BERT ל GPT-4 על ImageNet.'],
    ['Hindi', 'हम BERT और GPT-4 की तुलना ImageNet पर करते हैं।'],
  ])('gives the names that stand in it: %s', (_, text) => {
    expect(found(text).names).toEqual(['BERT', 'GPT-4', 'ImageNet'])
  })

  it.each([
    ['German', 'Wir untersuchen, wie Kinder beim Spielen lernen und was ihnen dabei hilft.', 'Über das Lernen'],
    ['Chinese', '我们研究孩子在游戏中如何学习，以及什么对他们有帮助。', '关于学习'],
    ['Arabic', 'ندرس كيف يتعلم الأطفال أثناء اللعب وما الذي يساعدهم.', 'عن التعلم'],
  ])('gives nothing where there is no name: %s', (_, text, title) => {
    expect(found(text, title)).toEqual({ names: [], repos: [] })
  })
})

describe('markup in an abstract', () => {
  it('of LaTeX is not part of a name', () => {
    const text =
      'We test \\textbf{BERT}, \\emph{GPT-4} and $\\mathcal{D}_{train}$ of {\\sc ImageNet}, \\url{https://github.com/a/b}, with $\\ell_2$.'
    const { names, repos } = found(text)
    expect(names).toEqual(expect.arrayContaining(['BERT', 'GPT-4', 'ImageNet']))
    for (const name of names) expect(name).not.toMatch(/[\\{}$]/)
    expect(repos).toEqual(['github.com/a/b'])
  })

  it('of Markdown is not part of a name', () => {
    const { names, repos } = found('We test **BERT**, `GPT-4` and *ImageNet*; see [our code](https://github.com/a/b).')
    expect(names).toContain('GPT-4')
    for (const name of names) expect(name).not.toMatch(/[*`_[\]]/)
    expect(repos).toEqual(['github.com/a/b'])
  })

  it('of HTML is not part of a name, decoded or not', () => {
    for (const text of [
      'We test <b>BERT</b> &amp; <i>GPT-4</i> on <a href="https://github.com/a/b">ImageNet</a>.',
      'We test &lt;b&gt;BERT&lt;/b&gt; &amp;amp; GPT-4 on &quot;ImageNet&#34; (https://github.com/a/b).',
    ]) {
      const { names, repos } = found(text)
      expect(names).toEqual(['BERT', 'GPT-4', 'ImageNet'])
      expect(repos).toEqual(['github.com/a/b'])
    }
  })
})

describe('what is no abstract', () => {
  it.each([
    ['nothing', ''],
    ['a full stop', '.'],
    ['emoji', '🚀🎉 👩‍👩‍👧 🇩🇪'],
    ['punctuation', '((( ... --- ??? ))) «»'],
    ['numbers', '12 34.5 6,789 1e10'],
    ['one letter', 'a'],
    ['a formula', '$x_{i} = \\sum_{j=1}^{n} w_{ij}$'],
    ['a table rule', '|---|---|'],
  ])('gives nothing: %s', (_, text) => {
    expect(found(text, text)).toEqual({ names: [], repos: [] })
  })

  it('gives names between emoji', () => {
    expect(found('🚀 We test BERT🤗 and GPT-4😀 on 🎉ImageNet🎉').names).toEqual(['BERT', 'GPT-4', 'ImageNet'])
  })

  it('gives no more than a few names in what a scanner misread', () => {
    const text =
      'W e propo5e a new rnethod for irnage c1assification. lt i5 eva1uated 0n two data sets .. ,, ; |l|I|1 ~~ ^'
    expect(found(text).names.length).toBeLessThan(4)
  })
})
