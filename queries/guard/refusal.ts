import { PapergraphError } from '../../errors.ts'
import { describePlace, placeOf } from './place.ts'

/** A refusal that points at a place in what the person typed. `why` completes "The query was refused because …". */
export function refusal(why: string, text: string, offset: number): PapergraphError {
  const place = placeOf(text, offset)
  return new PapergraphError(
    'query-refused',
    `The query was refused because ${why} (${describePlace(place)}); only reading is allowed here.`,
    { details: { ...place } },
  )
}
