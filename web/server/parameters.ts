import { z } from 'zod'
import { RefusedRequest } from './problems.ts'

const LONGEST_ID = 1000
const MOST_PARAMETERS = 1000

/** Everything that the address says, by name; a name may be given several times. */
export function queryStrings(address: string): Record<string, string[]> {
  const byName = new Map<string, string[]>()
  let count = 0
  for (const [name, value] of new URL(address).searchParams) {
    count += 1
    if (count > MOST_PARAMETERS)
      throw new RefusedRequest(400, 'usage', `The address has more than ${MOST_PARAMETERS} parameters.`)
    const values = byName.get(name)
    if (values === undefined) byName.set(name, [value])
    else values.push(value)
  }
  return Object.fromEntries(byName)
}

/** Checks an address's query string. Throws RefusedRequest with a sentence that names the parameter. */
export function readQuery<T>(address: string, schema: z.ZodType<T>): T {
  return checkAddress(queryStrings(address), schema)
}

/** Checks the texts that an address gives, by name. Throws RefusedRequest with a sentence that names the parameter. */
export function checkAddress<T>(given: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new RefusedRequest(400, 'usage', `The address is not as it should be: ${wordsOf(result.error)}.`)
}

/** What is wrong, the first three faults of it. */
export function wordsOf({ issues }: z.ZodError): string {
  const faults = issues.slice(0, 3).map(({ path, message }) => {
    const where = path.filter((step) => typeof step === 'string').join('.')
    return where ? `"${where}" ${message}` : message
  })
  return faults.join('; ')
}

/** Exactly one value. */
export const single = z
  .array(z.string(), 'must be given')
  .max(1, 'must be given once')
  .transform((values) => values[0] ?? '')
  .pipe(z.string())

export const text = (longest: number) =>
  single.pipe(z.string().min(1, 'must not be empty').max(longest, `must have at most ${longest} characters`))

export const id = text(LONGEST_ID)
export const ids = (most: number) =>
  z
    .array(z.string().max(LONGEST_ID, `must have at most ${LONGEST_ID} characters`), 'must be given')
    .min(1, 'must be given')
    .max(most, `may be given at most ${most} times`)

/** A whole number from `least`; larger ones than `most` count as `most`. */
export const count = (least: number, most: number, otherwise: number) =>
  single
    .pipe(z.string().regex(/^\d+$/, 'must be a whole number'))
    .transform((digits) => Math.min(Number(digits), most))
    .pipe(z.int().min(least, `must be at least ${least}`))
    .default(otherwise)

/** A year; absent where none is given. */
export const year = single
  .pipe(z.string().regex(/^\d{4}$/, 'must be a year of four digits'))
  .transform(Number)
  .pipe(z.int().min(1000, 'must be a year of four digits').max(9999))
  .optional()

/** One of a few words. */
export const oneOf = <const T extends readonly string[]>(words: T, otherwise: T[number]) =>
  single.pipe(z.enum(words, `must be one of ${words.join(', ')}`)).default(otherwise)
