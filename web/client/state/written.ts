/**
 * The language that only this script, or only these letters, can mean; undefined where several languages may be meant. A screen
 * reader takes its voice from it, and a browser the shapes of Chinese letters.
 */
export function languageOf(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu) ?? []
  const shareOf = (script: RegExp): number =>
    letters.filter((each) => script.test(each)).length / Math.max(1, letters.length)
  if (shareOf(/\p{Script=Hangul}/u) > 0.3) return 'ko'
  if (shareOf(/[\p{Script=Hiragana}\p{Script=Katakana}]/u) > 0.1) return 'ja'
  if (shareOf(/\p{Script=Han}/u) > 0.3) return 'zh'
  if (shareOf(/\p{Script=Hebrew}/u) > 0.3) return 'he'
  // Persian, Urdu and others have letters of their own.
  if (shareOf(/\p{Script=Arabic}/u) > 0.3 && !/[\u0679-\u06d3]/.test(text)) return 'ar'
  return undefined
}

/** For the element around such a text. */
export function asWritten(text: string): { dir: 'auto'; lang?: string } {
  const lang = languageOf(text)
  return { dir: 'auto', ...(lang === undefined ? {} : { lang }) }
}
