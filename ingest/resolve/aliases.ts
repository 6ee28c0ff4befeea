import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PapergraphError } from '../../errors.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { ENTITY_TYPES, type EntityType } from '../extraction.ts'

/** One line of aliases.tsv: names that the field uses for one thing. */
export interface CuratedAlias {
  /** Its line in the file, from 1. */
  line: number
  name: string
  aliases: string[]
  type: EntityType
  /** Who says so. */
  source: string
}

const FILE = join(PACKAGE_ROOT, 'ingest', 'resolve', 'aliases.tsv')
let table: CuratedAlias[] | undefined

/** The curated alias table that comes with the package. Throws `internal` when a line of it is malformed. */
export function curatedAliases(): readonly CuratedAlias[] {
  table ??= parseAliases(readFileSync(FILE, 'utf8'))
  return table
}

/** In: tab-separated name, aliases ("a | b"), type and source under a head line. Throws `internal` on a malformed line. */
export function parseAliases(text: string): CuratedAlias[] {
  const rows: CuratedAlias[] = []
  text.split('\n').forEach((content, index) => {
    if (index === 0 || content.trim() === '') return
    const [name = '', aliases = '', typeText = '', source = ''] = content.split('\t').map((cell) => cell.trim())
    const type = ENTITY_TYPES.find((known) => known === typeText)
    if (name === '' || aliases === '' || type === undefined || source === '') {
      throw new PapergraphError(
        'internal',
        `Line ${index + 1} of aliases.tsv needs a name, aliases, a type and a source between tabs; reinstall papergraph or mend the line.`,
      )
    }
    rows.push({ line: index + 1, name, aliases: aliases.split('|').map((alias) => alias.trim()), type, source })
  })
  return rows
}
