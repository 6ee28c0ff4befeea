import { PapergraphError } from '../../errors.ts'
import { describePlace, type Place, placeOf } from './place.ts'
import { type Token, tokenize } from './tokens.ts'

/**
 * What an engine said of a typed text, as one sentence that names line and column, on both stores alike: each draws the text
 * with an arrow in its own way, and some errors name only the word that they are about. Other errors come back as they are.
 */
export function pointedError(error: unknown, text: string): unknown {
  if (!(error instanceof PapergraphError) || error.code !== 'query-invalid') return error
  const { message } = error
  const place = embeddedPlace(message) ?? neo4jPlace(message) ?? placeOfWord(message, text)
  const words = sentence(message, place)
  return new PapergraphError('query-invalid', words, { cause: error, details: { ...error.details, ...place } })
}

function embeddedPlace(message: string): Place | undefined {
  return placeIn(/^ *--> query:(\d+):(\d+)$/m.exec(message))
}

function neo4jPlace(message: string): Place | undefined {
  return placeIn(/\(line (\d+), column (\d+) \(offset: \d+\)\)/.exec(message))
}

function placeIn(match: RegExpExecArray | null): Place | undefined {
  return match === null ? undefined : { line: Number(match[1]), column: Number(match[2]) }
}

/** Of the word that an error without a place names: an unknown variable, function or parameter. */
function placeOfWord(message: string, text: string): Place | undefined {
  const name = /\b(?:variable|function|parameter:?|procedure) ?(?:'([^']+)'|`([^`]+)`|(\$\w+))/i.exec(message)
  const wanted = (name?.[1] ?? name?.[2] ?? name?.[3])?.toUpperCase()
  if (wanted === undefined) return undefined
  const found = tokensOf(text).find((token) => token.text.replaceAll('`', '').toUpperCase() === wanted)
  return found === undefined ? undefined : placeOf(text, found.offset)
}

function tokensOf(text: string): Token[] {
  try {
    return tokenize(text)
  } catch {
    return []
  }
}

/** The first line with the place, and a hint from further down, without drawings, codes and the name of the parser. */
function sentence(message: string, place: Place | undefined): string {
  const hint = /^ *help: (.+)$/m.exec(message)?.[1]
  const first = (message.split('\n')[0] ?? '')
    .replace(/ *\(line \d+, column \d+ \(offset: \d+\)\)/, '')
    .replace(/: (?:syntax|semantic) error: (?:\[\w+\] )?/, ': ')
    .replace(/[.\s]+$/, '')
  const full = place === undefined ? first : `${first} (${describePlace(place)})`
  if (hint === undefined) return `${full}.`
  const small = `${hint.charAt(0).toLowerCase()}${hint.slice(1)}`
  return `${full}; ${small}`
}
