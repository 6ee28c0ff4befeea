import { describe, expect, it } from 'vitest'
import { PapergraphError } from '../../errors.ts'
import { pointedError } from '../../queries/guard/engine-error.ts'

const TEXT = "MATCH (n)\nRETURN 'm' AS x, m.id AS y, foo($p) AS z"

function pointed(message: string): { message: string; details: unknown } {
  const error = pointedError(new PapergraphError('query-invalid', `The query cannot be run: ${message}`), TEXT)
  if (!(error instanceof PapergraphError)) throw new Error('not an error of ours')
  return { message: error.message.replace('The query cannot be run: ', ''), details: error.details }
}

describe('what an engine says of a typed text', () => {
  it('keeps the place and loses the drawing, of either engine', () => {
    const embedded = 'syntax error: [Cypher] Expected RParen\n  --> query:2:1\n   |\n 2 | RETURN\n   |'
    expect(pointed(embedded)).toEqual({
      message: 'Expected RParen (line 2, column 1).',
      details: { line: 2, column: 1 },
    })
    const neo4j =
      'Variable `m` not defined (line 2, column 18 (offset: 27))\n"RETURN \'m\' AS x, m.id"\n                  ^'
    expect(pointed(neo4j)).toEqual({
      message: 'Variable `m` not defined (line 2, column 18).',
      details: { line: 2, column: 18 },
    })
  })

  it.each([
    [
      "semantic error: Undefined variable 'm' in property access\n   |\n  help: Did you mean 'n'?",
      18,
      "; did you mean 'n'?",
    ],
    ["semantic error: Unknown function 'foo'", 29, '.'],
    ['semantic error: Missing parameter: $p', 33, '.'],
  ])('finds the place of the word that it is about: %s', (message, column, end) => {
    expect(pointed(message).details).toEqual({ line: 2, column })
    expect(pointed(message).message).toContain(`(line 2, column ${column})${end}`)
  })

  it('is left alone where there is no place, or where it is about something else', () => {
    expect(pointed('division by zero: 1 / 0')).toEqual({ message: 'division by zero: 1 / 0.', details: {} })
    const other = new PapergraphError('query-timeout', 'too long')
    expect(pointedError(other, TEXT)).toBe(other)
  })
})
