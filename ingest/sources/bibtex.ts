import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Creator, type Entry, type Options, type ParseError, parse } from '@retorquere/bibtex-parser'
import type { RawFields, RawItem } from './record.ts'
import { encodingReason, readWhole } from './whole.ts'

/**
 * Signs that mean something else to TeX than to the people who paste abstracts into BibTeX files: `<` and `>` print as
 * "¡" and "¿", a bare `%` starts a comment, and a `~` that joins no two words is
 * an "about" or a part of a link. They pass the parser as private characters and come back afterwards, which
 * also tells them from the markup (`<i>`) that the parser makes of TeX commands, and that is dropped.
 */
const STAND_INS: [string, string][] = [
  ['<', '\uE000'],
  ['>', '\uE001'],
  ['%', '\uE002'],
  ['$', '\uE003'],
  ['~', '\uE004'],
]
const DOLLAR = '\uE003'

/** So many entries are parsed at a time (each takes milliseconds), so that a program can show its progress between. */
const BATCH = 50

const OPTIONS: Options = { sentenceCase: false, caseProtection: false, unsupported: 'ignore' }

/** BibTeX and BibLaTeX with abstracts, read whole: LaTeX decoded, braces removed, the case of titles kept. */
export async function* readBibtex(bytes: AsyncIterable<Buffer>): AsyncGenerator<RawItem> {
  const { text, badLines, failure } = await readWhole(bytes)
  if (badLines.length > 0) yield { reason: encodingReason(badLines) }
  const { abbreviations, batches } = cut(guarded(text))
  for (const batch of batches) {
    await nextTurn()
    const library = parse(abbreviations + batch, OPTIONS)
    const errors = library.errors.filter((error) => keyOf(error.input) !== undefined)
    for (const given of library.entries) {
      // What the parser gave up on has lost its text; the errors hold it.
      const broken = given.input === '' ? takeError(errors, given.key) : undefined
      const entry = broken === undefined ? given : repaired(abbreviations, broken)
      const record = `entry ${given.key}`
      const fields = entry && fieldsOf(entry)
      if (fields === undefined) {
        yield { record, reason: 'is broken: a brace or a quote in it is not closed' }
      } else if (badLines.length > 0 && `${fields.title}${fields.abstract}`.includes('\uFFFD')) {
        yield { record, reason: 'has letters that are not UTF-8; save the file as UTF-8' }
      } else {
        yield { record, fields }
      }
    }
    for (const { input } of errors) yield { record: `entry ${keyOf(input)}`, reason: 'is broken and cannot be read' }
  }
  if (failure !== undefined) throw failure
}

/** The file's abbreviations, and its entries some at a time. Entries that refer to others stay together. */
function cut(text: string): { abbreviations: string; batches: string[] } {
  if (/^\s*(?:crossref|xdata)\s*=/im.test(text)) return { abbreviations: '', batches: [text] }
  const parts = text.split(/^(?=[ \t]*@[a-z]+\s*[{(])/im)
  const isAbbreviation = (part: string) => /^\s*@string/i.test(part)
  const entries = parts.filter((part) => !isAbbreviation(part))
  const batches: string[] = []
  for (let start = 0; start < entries.length; start += BATCH) batches.push(entries.slice(start, start + BATCH).join(''))
  return { abbreviations: parts.filter(isAbbreviation).join(''), batches }
}

/** An odd dollar sign ("costs $5") makes TeX read all that follows as a formula: here it is taken for a dollar. */
function repaired(abbreviations: string, broken: ParseError): Entry | undefined {
  if (!broken.error.startsWith('Unclosed math section')) return undefined
  const library = parse(abbreviations + (broken.input ?? '').replaceAll('$', DOLLAR), OPTIONS)
  return library.entries.find((entry) => entry.input !== '')
}

function takeError(errors: ParseError[], key: string): ParseError | undefined {
  const index = errors.findIndex((error) => keyOf(error.input) === key)
  return index < 0 ? undefined : errors.splice(index, 1)[0]
}

function keyOf(input: string | undefined): string | undefined {
  return /^\s*@\s*\w+\s*[{(]\s*([^\s,{}]+)/.exec(input ?? '')?.[1]
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
  const lines = withLinks(text)
    .split('\n')
    .map((line) => {
      // A line that begins with the sign is a comment of the file, not of a field.
      if (/^\s*%/.test(line)) return line
      return line
        .replaceAll('<', '\uE000')
        .replaceAll('>', '\uE001')
        .replace(/(?<!\\)%/g, '\uE002')
        .replace(/(?<=[\s/(=])~/g, '\uE004')
    })
  return lines.join('\n')
}

/** Of a link the parser keeps the words alone, though the address may be what they are about; a footnote it glues to the word before. */
function withLinks(text: string): string {
  return text
    .replace(/\\href\s*\{([^{}\n]+)\}\s*\{((?:[^{}\n]|\{[^{}\n]*\})*)\}/g, (_, url: string, words: string) =>
      words.includes(url) ? `\\url{${url}}` : `${words} (\\url{${url}})`,
    )
    .replace(/(?<=\S)\\footnote\s*\{/g, ' $&')
}

function restored(text: string): string {
  return STAND_INS.reduce((result, [sign, standIn]) => result.replaceAll(standIn, sign), text.replace(/<[^<>]*>/g, ''))
}
