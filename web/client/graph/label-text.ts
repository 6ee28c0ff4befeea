export const FONT =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", "Noto Sans Arabic", "Noto Sans Hebrew", sans-serif'

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const LETTER = /\p{L}/u

/** Which way a text runs: as its first letter does, like `dir="auto"`. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  if (!RIGHT_TO_LEFT.test(text)) return 'ltr'
  return RIGHT_TO_LEFT.test(LETTER.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr'
}

/** Characters that are as wide as two Latin letters. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Extended_Pictographic}]/u

/** Each character stands for itself and is narrow: most names, and quick to cut. */
const isPlain = (label: string): boolean => /^[\u0020-\u02ff\u2010-\u2026]*$/.test(label)

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A name as it fits beside a node: at most so many Latin letters or half as many Chinese ones, none cut in two. */
export function shorten(label: string, longest = 40): string {
  // Even if all of it were wide, it would fit.
  if (label.length * 2 <= longest) return label
  if (isPlain(label)) return label.length <= longest ? label : `${label.slice(0, longest - 1).trimEnd()}…`
  let width = 0
  let end = 0
  for (const { segment, index } of characters.segment(label)) {
    width += WIDE.test(segment) ? 2 : 1
    if (width <= longest - 1) end = index + segment.length
    if (width > longest) return `${label.slice(0, end).trimEnd()}…`
  }
  return label
}

const MOST_MEASURED = 20_000

/** How wide texts are, each measured once. */
export class TextWidths {
  private readonly known = new Map<string, number>()
  private readonly context: CanvasRenderingContext2D

  constructor(context: CanvasRenderingContext2D) {
    this.context = context
  }

  of(font: string, text: string): number {
    const name = `${font}\n${text}`
    let width = this.known.get(name)
    if (width === undefined) {
      this.context.font = font
      width = this.context.measureText(text).width
      if (this.known.size > MOST_MEASURED) this.known.clear()
      this.known.set(name, width)
    }
    return width
  }
}
