import type { Extraction } from '../../ingest/extraction.ts'
import type { PaperRecord } from '../../ingest/paper.ts'

/** What is wrong with the evidence of an extraction, in words: nothing, if every claim stands on the paper's own words. */
export function faultsOf(paper: PaperRecord, { entities, scores }: Extraction): string[] {
  const faults: string[] = []
  for (const { type, name, role, confidence, mentions } of entities) {
    const what = `${type} ${JSON.stringify(name)}`
    if (name.trim() === '') faults.push(`${what} has no name`)
    if (mentions.length === 0) faults.push(`${what} stands nowhere`)
    if (!isShare(confidence)) faults.push(`${what} has confidence ${confidence}`)
    if (type === 'topic' && role !== 'uses') faults.push(`${what} is introduced`)
    for (const mention of mentions) {
      const { field, start, end, surface } = mention
      const found = paper[field].slice(start, end)
      const where = `${what}, ${field} ${start}–${end},`
      if (!isWithin(paper[field], start, end)) faults.push(`${where} is outside of the text`)
      if (found !== surface) faults.push(`${where} reads ${JSON.stringify(found)}, not ${JSON.stringify(surface)}`)
      if (surface.trim() === '') faults.push(`${where} is blank`)
      if (!isShare(mention.confidence)) faults.push(`${where} has confidence ${mention.confidence}`)
    }
  }
  for (const { field, start, end, value } of scores) {
    // A minus sign is written as a hyphen in the value.
    const found = paper[field].slice(start, end).replace('−', '-')
    if (!isWithin(paper[field], start, end)) faults.push(`score ${value} is outside of the text`)
    if (found !== value) faults.push(`score ${value}, ${field} ${start}–${end}, reads ${JSON.stringify(found)}`)
  }
  return faults
}

function isWithin(text: string, start: number, end: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length
}

function isShare(confidence: number): boolean {
  return confidence > 0 && confidence <= 1
}
