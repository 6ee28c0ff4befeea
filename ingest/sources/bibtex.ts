import { type Creator, type Entry, parse } from '@retorquere/bibtex-parser'
import type { RawFields, RawItem } from './record.ts'
import { encodingReason, readWhole } from './whole.ts'

/**
 * Signs that mean something else to TeX than to the people who paste abstracts into BibTeX files: `<` and `>` print as
 * "¡" and "¿", a bare `%` starts a comment. They pass the parser as private characters and come back afterwards, which
 * also tells them from the markup (`<i>`) that the parser makes of TeX commands, and that is dropped.
 */
const STAND_INS: [string, string][] = [
  ['<', '\uE000'],
  ['>', '\uE001'],
  ['%', '\uE002'],
]

/** BibTeX and BibLaTeX with abstracts, read whole: LaTeX decoded, braces removed, the case of titles kept. */
export async function* readBibtex(bytes: AsyncIterable<Buffer>): AsyncGenerator<RawItem> {
  const { text, badLines, failure } = await readWhole(bytes)
  if (badLines.length > 0) yield { reason: encodingReason(badLines) }
  const library = parse(guarded(text), { sentenceCase: false, caseProtection: false, unsupported: 'ignore' })
  for (const entry of library.entries) {
    const record = `entry ${entry.key}`
    // The parser lists an entry that it gave up on as an empty one, and says why among its errors.
    if (entry.input === '' && Object.keys(entry.fields).length === 0) continue
    const fields = fieldsOf(entry)
    const isSpoilt = badLines.length > 0 && /\uFFFD/.test(`${fields.title}${fields.abstract}`)
    if (isSpoilt) yield { record, reason: 'has letters that are not UTF-8; save the file as UTF-8' }
    else yield { record, fields }
  }
  for (const error of library.errors) {
    const key = /^\s*@\s*\w+\s*[{(]\s*([^\s,{}]+)/.exec(error.input ?? '')?.[1]
    if (key === undefined) continue
    yield { record: `entry ${key}`, reason: 'is broken: a brace or a quote in it is not closed' }
  }
  if (failure !== undefined) throw failure
}

function fieldsOf(entry: Entry): RawFields {
  const field = (...names: string[]) => {
    for (const name of names) {
      const value: unknown = entry.fields[name]
      const text = Array.isArray(value) ? value.filter((item) => typeof item === 'string').join('; ') : value
      if (typeof text === 'string' && text.trim() !== '') return restored(text)
    }
    return undefined
  }
  const title = [field('title'), field('subtitle')].filter((part) => part !== undefined).join(': ')
  return {
    title: title === '' ? undefined : title,
    abstract: field('abstract', 'abstractnote', 'annotation'),
    authors: (entry.fields.author ?? entry.fields.editor ?? []).map(fullName).filter((name) => name !== 'others'),
    year: field('year', 'date'),
    published: field('date'),
    venue: field('journal', 'journaltitle', 'booktitle', 'eventtitle', 'institution'),
    url: field('url', 'howpublished'),
    doi: field('doi'),
    eprint: /arxiv/i.test(field('archiveprefix', 'eprinttype') ?? 'arxiv') ? field('eprint') : undefined,
  }
}

function fullName(creator: Creator): string {
  if (creator.name !== undefined) return restored(creator.name)
  const parts = [creator.firstName, creator.prefix, creator.lastName, creator.suffix]
  return restored(parts.filter((part) => part !== undefined && part !== '').join(' '))
}

function guarded(text: string): string {
  let result = ''
  for (const line of text.split('\n')) {
    // A line that begins with the sign is a comment of the file, not of a field.
    const isComment = /^\s*%/.test(line)
    result += `${
      isComment
        ? line
        : line
            .replace(/(?<!\\)%/g, '\uE002')
            .replaceAll('<', '\uE000')
            .replaceAll('>', '\uE001')
    }\n`
  }
  return result
}

function restored(text: string): string {
  return STAND_INS.reduce((result, [sign, standIn]) => result.replaceAll(standIn, sign), text.replace(/<[^<>]*>/g, ''))
}
