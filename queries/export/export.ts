import { PapergraphError } from '../../errors.ts'
import { loadCatalogue } from '../catalogue.ts'
import type { GraphReader, GraphSelection } from '../reader.ts'
import type { ScanPage } from '../store/store.ts'
import type { ExportFormat, FolderFormat, GraphFormat, TableFormat } from './formats.ts'
import type { Drawn, ExportGraph, FolderPiece } from './graph.ts'
import { type LayOut, placed } from './placed.ts'

export interface ExportOptions {
  signal?: AbortSignal
  /** Places the nodes of small graphs, for formats that can say where they stand. */
  layOut?: LayOut
  /** Nodes as a picture showed them, for formats that can say so; these are not laid out again. */
  drawn?: ReadonlyMap<string, Drawn>
  /** Told each page before it is written. */
  onPage?: (page: ScanPage) => void
}

/** An export that has begun: nothing but a broken store can go wrong with it any more. */
export interface Started<Piece> {
  version: string
  updating: boolean
  /** A table that its question cut short. */
  truncated: boolean
  /** To be read to the end, or ended. */
  pieces: AsyncIterable<Piece>
}

/**
 * Throws usage where a format cannot hold what is chosen, not-found for a question that there is not: before a graph is opened.
 */
export function checkSelection(format: ExportFormat, selection: GraphSelection): void {
  const question = selection.kind === 'question' ? loadCatalogue().get(selection.name) : undefined
  if (format.kind === 'table' && question === undefined) {
    const graphs = format.name === 'csv' ? '; a graph has the formats csv-nodes and csv-edges' : ''
    throw new PapergraphError(
      'usage',
      `The format ${format.name} is for the table of a question: name one as the query${graphs}.`,
    )
  }
  if (format.kind !== 'table' && question?.shape === 'table')
    throw new PapergraphError(
      'usage',
      `The question ${question.name} answers with a table that names no nodes: export it as csv, latex or markdown.`,
    )
}

/** Begins to write one file. Throws what checkSelection() and the reader throw. */
export async function startFile(
  reader: Pick<GraphReader, 'part' | 'run'>,
  format: GraphFormat | TableFormat,
  selection: GraphSelection,
  options: ExportOptions = {},
): Promise<Started<string>> {
  checkSelection(format, selection)
  if (format.kind === 'table') return startTable(reader, format, selection, options)
  const { version, updating, graph } = await startGraph(reader, selection, options)
  const { layOut, drawn } = options
  if (drawn !== undefined)
    return { version, updating, truncated: false, pieces: format.write({ ...graph, places: drawn }) }
  const shown = format.hasPlaces && layOut !== undefined ? await placed(graph, layOut) : graph
  return { version, updating, truncated: false, pieces: format.write(shown) }
}

/** Begins to write a folder. */
export async function startFolder(
  reader: Pick<GraphReader, 'part'>,
  format: FolderFormat,
  selection: GraphSelection,
  options: ExportOptions = {},
): Promise<Started<FolderPiece>> {
  checkSelection(format, selection)
  const { version, updating, graph } = await startGraph(reader, selection, options)
  return { version, updating, truncated: false, pieces: format.write(graph) }
}

async function startTable(
  reader: Pick<GraphReader, 'run'>,
  format: TableFormat,
  selection: GraphSelection,
  { signal }: ExportOptions,
): Promise<Started<string>> {
  if (selection.kind !== 'question') throw new Error('a table is the answer of a question')
  const answer = await reader.run(selection.name, selection.parameters, signal)
  const text = format.write(loadCatalogue().get(selection.name), answer)
  const { version, updating, truncated } = answer
  return { version, updating, truncated, pieces: once(text) }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

async function startGraph(
  reader: Pick<GraphReader, 'part'>,
  selection: GraphSelection,
  { signal, onPage }: ExportOptions,
): Promise<{ version: string; updating: boolean; graph: ExportGraph }> {
  const { version, extractor, updating, pages } = await reader.part(selection, signal)
  const told = onPage === undefined ? pages : telling(pages, onPage)
  return { version, updating, graph: { version, extractor, pages: told } }
}

async function* telling(pages: AsyncIterable<ScanPage>, onPage: (page: ScanPage) => void): AsyncGenerator<ScanPage> {
  for await (const page of pages) {
    onPage(page)
    yield page
  }
}
