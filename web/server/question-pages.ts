import { z } from 'zod'
import type { Answer, RawParameters } from '../../queries/reader.ts'
import { type Cursor, checkCursor, cursor, readCursor, writeCursor } from './cursors.ts'
import { checkAddress } from './parameters.ts'
import type { Question, QuestionList } from './served.ts'

const cursorAlone = z.object({ cursor })

/** Whether a question's answer comes by pages: it has a limit and an offset. */
export function hasPages({ parameters }: Pick<Question, 'parameters'>): boolean {
  return ['limit', 'offset'].every((wanted) => parameters.some(({ name }) => name === wanted))
}

/** What to ask a question with, given a cursor or none, and what its answer says of the next page. */
export function pagesOf(
  questions: QuestionList,
  name: string,
  parameters: RawParameters,
  given: string[] | undefined,
): { parameters: RawParameters; next(answer: Answer): { next?: string } } {
  const question = questions.list().find((each) => each.name === name)
  if (question === undefined || !hasPages(question)) {
    // As for any other parameter that a question does not have.
    return { parameters: given === undefined ? parameters : { ...parameters, cursor: given }, next: () => ({}) }
  }
  const asked = { name, ...parameters }
  const at: Cursor | undefined = readCursor(checkAddress({ cursor: given }, cursorAlone).cursor, asked)
  const whole = (key: string): number =>
    Number(parameters[key] ?? question.parameters.find((one) => one.name === key)?.default)
  const offset = at?.offset ?? whole('offset')
  return {
    parameters: at === undefined ? parameters : { ...parameters, offset },
    next({ version, rows }) {
      checkCursor(at, version)
      const end = offset + whole('limit')
      return rows.length < whole('limit') ? {} : { next: writeCursor({ version, offset: end }, asked) }
    },
  }
}
