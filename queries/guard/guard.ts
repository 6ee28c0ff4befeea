import { readings } from './readings.ts'
import { refusal } from './refusal.ts'
import { checkTokens } from './rules.ts'
import { tokenize, Unclear } from './tokens.ts'

const LONGEST = 100_000

/**
 * Lets a Cypher statement through that only reads the graph. Refuses what writes, loads files or addresses, administers the
 * database, calls procedures or functions that may reach beyond the graph, commits, or holds several statements; and what
 * cannot be read for certain. Both stores are opened for reading besides, but reading alone does not keep a query
 * from files, the network and other people's transactions.
 * Throws query-refused with one sentence, the line and the column.
 */
export function guard(text: string): void {
  if (text.length > LONGEST) {
    throw refusal(`it is longer than ${LONGEST.toLocaleString('en')} characters`, text, 0)
  }
  for (const reading of readings(text)) {
    try {
      checkTokens(tokenize(reading.text))
    } catch (error) {
      if (error instanceof Unclear) throw refusal(error.message, text, reading.typedAt(error.offset))
      throw error
    }
  }
}
