import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PapergraphError } from '../errors.ts'
import { PACKAGE_ROOT } from '../package-root.ts'
import type { CatalogueEntry } from './catalogue-entry.ts'
import { parseEntry } from './catalogue-head.ts'
import { RANKS } from './rank/ranks.ts'
import { didYouMean, nearestNames } from './search/nearest-names.ts'

export type {
  AnswerShape,
  CatalogueEntry,
  CatalogueParameter,
  IdKind,
  ParameterDefault,
  ParameterType,
} from './catalogue-entry.ts'
export { checkParameters } from './catalogue-parameters.ts'

/** All questions that papergraph knows. */
export interface Catalogue {
  /** By name. */
  list(): readonly CatalogueEntry[]
  /** Throws not-found with the nearest names. */
  get(name: string): CatalogueEntry
}

let loaded: Catalogue | undefined

/** Reads queries/*.cypher, once a process. Throws Error with file and line where one of them is not as it must be. */
export function loadCatalogue(): Catalogue {
  loaded ??= readCatalogue(join(PACKAGE_ROOT, 'queries'))
  return loaded
}

/** Reads every `.cypher` file of a folder. */
export function readCatalogue(folder: string): Catalogue {
  const entries = new Map<string, CatalogueEntry>()
  const files = readdirSync(folder).filter((file) => file.endsWith('.cypher'))
  for (const name of files.map((file) => file.slice(0, -'.cypher'.length)).sort()) {
    const where = join(folder, `${name}.cypher`)
    const entry = parseEntry(name, readFileSync(where, 'utf8'), where)
    if (entry.rank !== undefined && RANKS[entry.rank] === undefined) {
      throw new Error(`${where}: there is no rank function "${entry.rank}" in queries/rank`)
    }
    entries.set(entry.name, entry)
  }
  const names = [...entries.keys()]
  return {
    list: () => [...entries.values()],
    get(name) {
      const entry = entries.get(name)
      if (entry !== undefined) return entry
      const hint = didYouMean(name, names) || ': `papergraph query` lists all of them.'
      throw new PapergraphError('not-found', `There is no query "${name}"${hint}`, {
        details: { suggestions: nearestNames(name, names) },
      })
    },
  }
}
