import { describe, expect, it } from 'vitest'
import { asWritten, languageOf } from '../../web/client/state/written.ts'

describe('how a text is written', () => {
  it.each([
    ['نموذج لغوي كبير للعربية', 'ar'],
    ['مدل‌های زبانی بزرگ برای گفتگو', undefined],
    ['מודל שפה לעברית', 'he'],
    ['注意力就是你所需要的一切', 'zh'],
    ['BERTを用いた日本語の質問応答', 'ja'],
    ['한국어 질의응답 BERT', 'ko'],
    ['Attention Is All You Need', undefined],
    ['Étude de BERT', undefined],
    ['', undefined],
  ])('%s is in %s', (text, language) => expect(languageOf(text)).toBe(language))

  it('says so to the browser', () => {
    expect(asWritten('注意力')).toEqual({ dir: 'auto', lang: 'zh' })
    expect(asWritten('Attention')).toEqual({ dir: 'auto' })
  })
})
