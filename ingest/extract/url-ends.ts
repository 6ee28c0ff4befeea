/** Closing marks and stops that belong to the sentence. */
const TAIL = /(?:[.,;:!?'*$]|'s|&(?:gt|lt|quot|nbsp|#\d{2,4});)$/
/** A sentence that begins right after the full stop of the one that the address ends: "…/name.The data". */
const GLUED =
  /\.(?:An?|The|These|This|Our|We|In|It|To|For|Unlike|Introduction|Contributions?|Code|Data|Keywords|Abstract|Project|Demo)$/
/** What may go on after a line break: names and slashes. */
const PIECE = /^ (\/?[\w-](?:[\w.-]|\\_)*(?:\/(?:[\w.-]|\\_)+)*\/?)/
const PLAIN_WORD = /^[A-Z]?[a-z]+[.]?$/
const FUNCTION_WORDS = /^(?:and|or|with|to|for|is|are|as|in|on|at|by|we|our|the|which|that|it|where|w)$/i
const SENTENCE_END = /^(?:[.,;:)\]}"]|\s*$)/
/** Hosts whose addresses are owner and name. */
const OWNER_AND_NAME = /^(?:github\.com|gitlab\.com|huggingface\.co(?:\/(?:datasets|spaces))?)(?:\/|$)/i

/**
 * Where an address that was seen from `start` to `found` ends: without the marks of the sentence around it, with what a
 * line break within it has cut off ("https://github.com/ owner/name").
 */
export function addressEnd(text: string, start: number, found: number): number {
  const end = start + trimmedLength(text.slice(start, found), text.slice(Math.max(0, start - 6), start))
  const piece = PIECE.exec(text.slice(end, end + 200))?.[1]
  if (piece === undefined) return end
  const next = text.slice(end + 1 + piece.length, end + 2 + piece.length)
  if (!isCutOff(text.slice(start, end), piece, next)) return end
  return end + 1 + trimmedLength(piece, '')
}

function trimmedLength(raw: string, before: string): number {
  let length = closedLength(raw, /\\verb([^\w\s])$/.exec(before)?.[1])
  for (let last = -1; last !== length; ) {
    last = length
    // No tail is longer: the end alone is looked at, so that long runs of stops take linear time.
    const end = raw.slice(Math.max(0, length - 16), length)
    length -= (TAIL.exec(end) ?? GLUED.exec(end))?.[0].length ?? 0
  }
  // Markdown: _address_
  return raw[length - 1] === '_' && /(?:^|\s)_$/.test(before) ? length - 1 : length
}

/** The length up to a bracket that was opened outside, or opened and not closed, and up to the closing sign of \verb. */
function closedLength(raw: string, fence: string | undefined): number {
  const opened: number[] = []
  for (let at = 0; at < raw.length; at++) {
    const sign = raw[at]
    if (sign === fence) return at
    if (sign === '(') opened.push(at)
    else if (sign === ')' && opened.pop() === undefined) return at
    else if (sign === ',' && /[A-Za-z]/.test(raw[at + 1] ?? '')) return at
  }
  return opened[0] ?? raw.length
}

/** Whether a line break stands between an address and the piece after it. */
function isCutOff(address: string, piece: string, next: string): boolean {
  const first = piece.replace(/\/.*$/s, '')
  if (FUNCTION_WORDS.test(first)) return false
  const [host = '', ...path] = address.replace(/^https? ?:? ?\/ ?\/ ?/i, '').split('/')
  if (piece.startsWith('/')) return path.length === 0 && host.includes('.')
  const isEnd = SENTENCE_END.test(next)
  if (/[-_]$/.test(address)) return path.length > 0 && /^[a-z0-9]/.test(piece)
  if (!address.endsWith('/')) return false
  if (piece.includes('/') && !/^\w+\/?$/.test(piece)) return true
  const isPlain = PLAIN_WORD.test(piece)
  if (OWNER_AND_NAME.test(`${host}/${path.join('/')}`)) return !isPlain
  return piece.includes('_') || (isEnd && !isPlain)
}
