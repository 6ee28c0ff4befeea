import type { Candidate, CandidateConcept } from './reading-candidates.ts'

const MOST_NAMES = 3

/**
 * One sentence that says why a paper is on a reading list: what it introduces, what it shares with most papers on the
 * subject, what no paper before it on the list names (`known` holds their concepts).
 */
export function readingReason({ concepts, members }: Candidate, known: ReadonlySet<string>): string {
  const others = concepts.filter(({ isSubject }) => !isSubject)
  const introduced = others.filter(({ isIntroduced }) => isIntroduced)
  const shared = others.filter(({ isIntroduced, named }) => !isIntroduced && named > 1).slice(0, MOST_NAMES)
  const fresh = others.filter(({ id }) => !known.has(id) && !introduced.concat(shared).some((one) => one.id === id))
  const parts: string[] = []
  const isOrigin = concepts.some(({ isSubject, isIntroduced }) => isSubject && isIntroduced)
  if (isOrigin) parts.push('introduces the subject itself')
  if (introduced.length > 0) parts.push(`introduces ${names(introduced, nameWithFollowers)}`)
  if (shared.length > 0)
    parts.push(`names ${names(shared, ({ name, named }) => `${name} (${named} of ${members} papers)`)}`)
  if (known.size > 0 && fresh.length > 0) parts.push(`new to the list: ${names(fresh, ({ name }) => name)}`)
  return parts.length > 0 ? parts.join('; ') : 'names nothing else that other papers on the subject name'
}

function nameWithFollowers({ name, named }: CandidateConcept): string {
  if (named === 1) return name
  return `${name} (named by ${named - 1} other${named === 2 ? '' : 's'})`
}

function names(list: readonly CandidateConcept[], name: (concept: CandidateConcept) => string): string {
  const shown = list.slice(0, MOST_NAMES).map(name)
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
}
