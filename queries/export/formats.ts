import { PapergraphError } from '../../errors.ts'
import { didYouMean } from '../search/nearest-names.ts'
import { bibtex } from './bibtex.ts'
import { cslJson } from './csl-json.ts'
import { csvEdges, csvNodes } from './csv.ts'
import { cypherScript } from './cypher-script.ts'
import { gexf } from './gexf.ts'
import type { ExportGraph, FolderPiece } from './graph.ts'
import { graphml } from './graphml.ts'
import { neo4jImport } from './neo4j-import.ts'
import { nodeLink } from './node-link.ts'
import { notes } from './notes.ts'
import { tableWriter } from './table-writer.ts'

/** What of a graph an export holds. */
export type Holding = 'graph' | 'nodes' | 'relationships' | 'papers'

/** A graph as one file. */
export interface GraphFormat {
  kind: 'graph'
  name: string
  holds: Holding
  /** It can say where nodes stand. */
  hasPlaces: boolean
  extension: string
  mediaType: string
  write(graph: ExportGraph): AsyncIterable<string>
}
/** A graph as a folder of files. */
export interface FolderFormat {
  kind: 'folder'
  name: string
  holds: Holding
  write(graph: ExportGraph): AsyncIterable<FolderPiece>
}
/** The rows of a question as one file. */
export interface TableFormat {
  kind: 'table'
  name: string
  extension: string
  mediaType: string
  write: ReturnType<typeof tableWriter>
}
export type ExportFormat = GraphFormat | FolderFormat | TableFormat

const CSV = 'text/csv; charset=utf-8; header=present'
const DRAWN = { kind: 'graph', holds: 'graph', hasPlaces: true } as const
const PLAIN = { kind: 'graph', hasPlaces: false } as const

/** Every format, in the order of the help. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { ...DRAWN, name: 'gexf', ...file('gexf', 'application/gexf+xml'), write: gexf },
  { ...DRAWN, name: 'graphml', ...file('graphml', 'application/graphml+xml'), write: graphml },
  { ...DRAWN, name: 'json', ...file('json', 'application/json'), write: nodeLink },
  { ...PLAIN, name: 'csv-nodes', holds: 'nodes', ...file('csv', CSV), write: csvNodes },
  { ...PLAIN, name: 'csv-edges', holds: 'relationships', ...file('csv', CSV), write: csvEdges },
  { ...PLAIN, name: 'cypher', holds: 'graph', ...file('cypher', 'text/plain; charset=utf-8'), write: cypherScript },
  { kind: 'folder', name: 'neo4j-import', holds: 'graph', write: neo4jImport },
  { kind: 'folder', name: 'notes', holds: 'graph', write: notes },
  { ...PLAIN, name: 'bibtex', holds: 'papers', ...file('bib', 'application/x-bibtex; charset=utf-8'), write: bibtex },
  {
    ...PLAIN,
    name: 'csl-json',
    holds: 'papers',
    ...file('json', 'application/vnd.citationstyles.csl+json'),
    write: cslJson,
  },
  { kind: 'table', name: 'csv', ...file('csv', CSV), write: tableWriter('csv') },
  { kind: 'table', name: 'latex', ...file('tex', 'application/x-tex; charset=utf-8'), write: tableWriter('latex') },
  { kind: 'table', name: 'markdown', ...file('md', 'text/markdown; charset=utf-8'), write: tableWriter('markdown') },
]

function file(extension: string, mediaType: string): { extension: string; mediaType: string } {
  return { extension, mediaType }
}

/** The format of a name. Throws usage with the nearest names. */
export function exportFormat(name: string): ExportFormat {
  const found = EXPORT_FORMATS.find((format) => format.name === name)
  if (found !== undefined) return found
  const names = EXPORT_FORMATS.map((format) => format.name)
  throw new PapergraphError(
    'usage',
    `There is no export format "${name}"${didYouMean(name, names) || `; there are ${names.join(', ')}.`}`,
  )
}
