import { pointedError } from '../../guard/engine-error.ts'
import { type KnownNames, noticesOf } from '../../guard/notices.ts'
import type { Answer } from '../../reader.ts'

/** Runs a typed text: its errors name a place in it, its answer says which of its names the graph does not have. */
export async function typedAnswer(
  text: string,
  names: () => Promise<KnownNames>,
  run: () => Promise<Answer>,
): Promise<Answer> {
  let answer: Answer
  try {
    answer = await run()
  } catch (error) {
    throw pointedError(error, text)
  }
  // A remark that cannot be made takes nothing from an answer that is there.
  const notices = await noticesOf(text, names).catch(() => [])
  return notices.length === 0 ? answer : { ...answer, notices }
}
