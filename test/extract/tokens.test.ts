import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../ingest/extract/tokens.ts'

/** What the tokenizer does, as one expression: it is the faster of the two. */
const WIDE =
  '[\\p{L}\\p{N}]&&[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}\\p{scx=Bopomofo}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}]'
const NARROW = `[\\p{L}\\p{N}]--[${WIDE}]`
const PLUS = String.raw`\+\+|\+(?![\p{L}\p{N}])`
const STAR = String.raw`\*(?![\p{L}\p{N}*])`
const letters = (kind: string) => `[[${kind}]\\p{M}]+(?:[\\-‐‑.'’_\\&+][[${kind}]\\p{M}]+)*`
const word = (kind: string) => `(?<=\\*)${letters(kind)}(?:${PLUS})?|${letters(kind)}(?:${PLUS}|${STAR})?`
const TOKEN = new RegExp(String.raw`https?:\/\/\S+|\\[a-zA-Z]+|${word(NARROW)}|${word(WIDE)}|[^\s]`, 'gv')
const PIECES =
  "C++|C+|A*|2*3|2+3|++|*|-|GPT-4|.|..|'|’|‐|‑|_|&|+|e\u0301|\u0301|ß|İ|我们|𝒜|𝟘|😀|\ud83d|\udc00|\u{e0100}|\u2028|\u00a0|\ufeff|\u0000| |\n|(|]|h|http|https:/|http://|https://|https://x|\\|\\alpha|\\x1|$x_{i}$".split(
    '|',
  )

function words(text: string): string[] {
  return tokenize(text).map((token) => token.text)
}

describe('tokenize', () => {
  it('cuts text as its expression says, whatever the text', () => {
    const anyText = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 25 })
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(anyText, (text) => {
        expect(words(text)).toEqual(text.match(TOKEN) ?? [])
        for (const { text: word, start, end } of tokenize(text)) expect(text.slice(start, end)).toBe(word)
      }),
      { numRuns: 5000 },
    )
  })

  it('cuts a name out of the adjective that is made of it', () => {
    expect(words('a CLIP-based and GPT-4-driven, well-guided tool')).toEqual([
      'a',
      'CLIP',
      '-',
      'based',
      'and',
      'GPT-4',
      '-',
      'driven',
      ',',
      'well-guided',
      'tool',
    ])
  })

  it('keeps the star of a name and leaves those of Markdown', () => {
    expect(words('A* and *BERT*, **T5**, C++')).toEqual([
      'A*',
      'and',
      '*',
      'BERT',
      '*',
      ',',
      '*',
      '*',
      'T5',
      '*',
      '*',
      ',',
      'C++',
    ])
  })

  it('parts Latin names from writing without spaces', () => {
    expect(words('基于BERT的模型、GPT-4と BERT를 พัฒนาT5 ')).toEqual([
      '基于',
      'BERT',
      '的模型',
      '、',
      'GPT-4',
      'と',
      'BERT',
      '를',
      'พัฒนา',
      'T5',
    ])
  })

  it('looks at a part of a text as if it were all', () => {
    const text = 'x C+y 😀'
    expect(tokenize(text, 2, 4)).toEqual([{ text: 'C+', start: 2, end: 4 }])
    expect(tokenize(text, 3, 7).map((token) => token.text)).toEqual(['+', 'y', '\ud83d'])
  })
})
