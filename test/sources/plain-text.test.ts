import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../ingest/sources/plain-text.ts'
import { readBytes } from './reading.ts'

describe('plainText', () => {
  it.each([
    ['Q&amp;A with &quot;BERT&quot; &#39;s &#x27;own&#X27;', `Q&A with "BERT" 's 'own'`],
    ['&amp;amp;lt;think&amp;gt; and &Ouml;sterreich&hellip;', '<think> and Österreich…'],
    ['where 3 &lt; x &gt; 1, and AT&T; &unknown; &copy R&D', 'where 3 < x > 1, and AT&T; &unknown; &copy R&D'],
    ['https://a.org/?a=1&amp;b=2&lt=3', 'https://a.org/?a=1&b=2&lt=3'],
    ['On <i>Drosophila</i> and H<sub>2</sub>O', 'On Drosophila and H2O'],
    ['&lt;i&gt;E. coli&lt;/i&gt; in <sc>Small <em>Caps</em></sc>', 'E. coli in Small Caps'],
    ['10<sup>5</sup> steps, 10<sup>−3</sup>, the 1<sup>st</sup>, x<sup>2</sup>', '10^5 steps, 10^−3, the 1st, x2'],
    [
      '<jats:title>Aims</jats:title><jats:p>We <jats:italic toggle="yes">use</jats:italic> it.</jats:p>',
      ' Aims  We use it. ',
    ],
    ['<mml:math xmlns:mml="x"><mml:mi>n</mml:mi></mml:math>-gram', 'n-gram'],
    [
      '<a href="https://a.org/x" rel=me>Our code</a>, <a href=#top>up</a>',
      'Our code (https://a.org/x), <a href=#top>up</a>',
    ],
    ['See <a href=https://a.org/x>https://a.org/x</a>.', 'See https://a.org/x.'],
    ['<p>One.</p><p>Two.</p>', ' One.  Two. '],
    ['if a<b and c>d, or p<i and j>k', 'if a<b and c>d, or p<i and j>k'],
    ['<think> tokens, <s>, the <b>bold</b> tag, <i> alone, <script>alert(1)</script>', undefined],
    ['We test $\\alpha$-RL, \\textbf{BERT} & **GPT**', undefined],
  ])('%s', (text, plain) => expect(plainText(text)).toBe(plain ?? text))

  it('changes nothing the second time', () => {
    const pieces = [
      '&',
      'amp;',
      '&amp;',
      '&lt;',
      '&gt;',
      'lt;',
      '<',
      '>',
      'i',
      '/',
      'sup',
      '<i>',
      '</i>',
      '<p>',
      '&#38;',
      '#',
      '1',
      ' ',
    ]
    const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((all) => all.join(''))
    fc.assert(
      fc.property(anyText, (text) => {
        const once = plainText(text)
        expect(plainText(once)).toBe(once)
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    '&amp;',
    '&',
    '<',
    '<i>',
    '<i>x</i>',
    '<i></i>',
    '</i>',
    '<jats:p ',
    '<a href=',
    '<a href=http://x>',
    '&#',
    '<sup>',
  ])('comes back from a megabyte of %s', (piece) =>
    expect(plainText(piece.repeat(1_000_000 / piece.length)).length).toBeLessThanOrEqual(1_000_000),
  )
})

describe('every reader of text', () => {
  const title = 'Q&amp;amp;A about <i>E. coli</i> &lt; <think>'
  const read = 'Q&A about E. coli < <think>'

  it.each([
    ['JSON Lines', `${JSON.stringify({ title, abstract: title, venue: 'A &amp; B', authors: ['J. M&uuml;ller'] })}\n`],
    ['CSV', `title,abstract,venue,authors\n${title},${title},A &amp; B,J. M&uuml;ller\n`],
    ['TSV', `title\tabstract\tvenue\tauthors\n${title}\t${title}\tA &amp; B\tJ. M&uuml;ller\n`],
  ])('decodes and unwraps the text: %s', async (_, bytes) => {
    const { papers } = await readBytes(bytes)
    expect(papers).toMatchObject([{ title: read, abstract: read, venue: 'A & B', authors: ['J. Müller'] }])
  })

  it('decodes and unwraps the text: BibTeX and pages saved as text', async () => {
    const { papers } = await readBytes(
      `@misc{a, title={Q&amp;amp;A about &lt;i&gt;E. coli&lt;/i&gt; &lt; &lt;think&gt;}}`,
    )
    expect(papers).toMatchObject([{ title: read }])
    const page = await readBytes(
      `${title}\n\nWe study questions &amp; answers about it. They are found to be of use in most cases.\n`,
    )
    expect(page.papers[0]).toMatchObject({ title: read, abstract: expect.stringContaining('questions & answers') })
  })

  it('leaves the text of an HTML page as its own decoding made it', async () => {
    const { papers } = await readBytes(
      '<h3>On &lt;i&gt;x&lt;/i&gt; &amp;amp; <i>y</i></h3><p>We study how tags are kept.</p>',
    )
    expect(papers).toMatchObject([{ title: 'On <i>x</i> &amp; y' }])
  })
})
