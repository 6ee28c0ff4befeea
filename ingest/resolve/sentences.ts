/** Start and end of a sentence in a text, UTF-16 offsets. */
export type Span = [start: number, end: number]

const ABBREVIATION =
  /(?:^|[\s([])(?:al|approx|cf|dr|e\.g|eq|eqs|etc|fig|figs|i\.e|no|prof|resp|ref|refs|sec|st|tab|viz|vol|vs|w\.r\.t|\p{Lu})\.$/iu
// An end mark, closing quotes and brackets, then space and something that can begin a sentence; or a CJK end mark.
const END = /[.!?…]["'”’)\]]*(?=\s+["'“‘([]*[\p{Lu}\p{N}\p{Lo}$\\])|[。！？][”’」』）]*/gu
const LONGEST = 600

/** Cuts a text into sentences: a small fixed rule, so that graphs do not change with the platform's Unicode tables. */
export function cutSentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length
    if (match[0].startsWith('.') && ABBREVIATION.test(text.slice(Math.max(start, match.index - 8), match.index + 1)))
      continue
    spans.push([start, end])
    start = end
    while (/\s/.test(text[start] ?? '')) start += 1
  }
  if (start < text.length) spans.push([start, text.length])
  return spans
}

/**
 * The words around a mention: its sentence (or sentences), of a very long one only some hundred characters on either side.
 * Always a literal part of `text`.
 */
export function sentenceAround(text: string, sentences: readonly Span[], start: number, end: number): string {
  let from = 0
  let to = text.length
  for (const [sentenceStart, sentenceEnd] of sentences) {
    if (sentenceStart <= start) from = sentenceStart
    if (sentenceEnd >= end) {
      to = sentenceEnd
      break
    }
  }
  if (start - from > LONGEST) from = afterSpace(text, start - LONGEST, start)
  if (to - end > LONGEST) to = beforeSpace(text, end + LONGEST, end)
  return text.slice(from, to).trim()
}

function afterSpace(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from)
  return space >= 0 && space < limit ? space + 1 : wholeCharacter(text, from)
}

function beforeSpace(text: string, to: number, limit: number): number {
  const space = text.lastIndexOf(' ', to)
  return space > limit ? space : wholeCharacter(text, to)
}

// Never between the halves of a surrogate pair.
function wholeCharacter(text: string, place: number): number {
  const unit = text.charCodeAt(place)
  return unit >= 0xdc00 && unit < 0xe000 ? place - 1 : place
}
