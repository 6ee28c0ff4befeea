import { resolve } from 'node:path'
import { PapergraphError } from '../errors.ts'
import { loadCatalogue } from '../queries/catalogue.ts'
import { checkSelection, type ExportOptions, type Started, startFile, startFolder } from '../queries/export/export.ts'
import { exportFormat, type Holding } from '../queries/export/formats.ts'
import { importCommand } from '../queries/export/neo4j-import.ts'
import { KEY_LABELS } from '../queries/model.ts'
import type { GraphReader, GraphSelection } from '../queries/reader.ts'
import type { ScanPage } from '../queries/store/store.ts'
import { layOut } from '../web/server/layout.ts'
import { parseParameters } from './ask.ts'
import { writeStream, writeWholeFile } from './export-file.ts'
import { writeWholeFolder } from './export-folder.ts'
import { type GraphOptions, openGraph } from './graph.ts'
import { plural, print, say } from './output.ts'
import { progressLine } from './progress-line.ts'

export interface ExportCommandOptions extends GraphOptions {
  out?: string
  query?: string
  param?: string[]
  ids?: string[]
  neighbours?: boolean
  force?: boolean
}

/** Writes the graph, or a part of it, in a format that other programs read. */
export async function runExport(name: string, words: string[], options: ExportCommandOptions): Promise<void> {
  const format = exportFormat(name)
  const selection = selectionOf(words, options)
  checkSelection(format, selection)
  const out = options.out === undefined || options.out === '-' ? undefined : resolve(options.out)
  if (format.kind === 'folder' && out === undefined)
    throw new PapergraphError('usage', `The format ${name} is a folder of files: say which folder with --out.`)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const { reader, graph } = await openGraph({ ...options, search: 'when-asked' })
  try {
    if (graph === 'sample') say('There is no graph of your own yet: exporting the bundled sample.')
    const count = await counter(reader, selection, out !== undefined || process.stdout.isTTY !== true)
    const how: ExportOptions = { signal: stop.signal, layOut, onPage: count.add }
    if (format.kind === 'folder') {
      const started = await startFolder(reader, format, selection, how)
      await writeWholeFolder(out ?? '', started.pieces, options.force === true).finally(count.end)
      tell(started)
    } else {
      const started = await startFile(reader, format, selection, how)
      const written =
        out === undefined ? writeStream(process.stdout, started.pieces) : writeWholeFile(out, started.pieces)
      await written.finally(count.end)
      tell(started)
    }
    if (out === undefined) return
    print(`${options.out}: ${format.kind === 'table' ? `the answer of ${options.query}` : count.words(format.holds)}.`)
    if (format.name === 'neo4j-import') print(`In that folder, with the server stopped:\n${importCommand()}`)
  } finally {
    await reader.close()
  }
}

function tell({ updating, truncated }: Started<unknown>): void {
  if (updating) say('An ingest is writing: the export may hold papers of two versions, none of them half there.')
  if (truncated) say('The answer was cut short; ask the question for less.')
}

/** What is meant by the command's words: a question with its parameters, a list of nodes, or everything. */
export function selectionOf(words: string[], { query, ids, neighbours, param }: ExportCommandOptions): GraphSelection {
  if (query !== undefined && ids !== undefined)
    throw new PapergraphError('usage', 'Say either --query or --ids, not both.')
  if (neighbours === true && ids === undefined)
    throw new PapergraphError('usage', '--neighbours needs --ids: the nodes whose neighbours are meant.')
  if (query !== undefined) {
    loadCatalogue().get(query)
    const named = (param ?? []).map((word) => `--${word}`)
    if (named.some((word) => !word.includes('=')))
      throw new PapergraphError('usage', 'Write a parameter as --param name=value.')
    return { kind: 'question', name: query, parameters: parseParameters([...words, ...named]) }
  }
  const [stray] = [...words, ...(param ?? [])]
  if (stray !== undefined)
    throw new PapergraphError('usage', `"${stray}" is neither an option of export nor, without --query, a parameter.`)
  if (ids === undefined) return { kind: 'all' }
  return { kind: 'nodes', ids, neighbours: neighbours === true }
}

/** Counts what goes by and draws the progress. */
async function counter(reader: GraphReader, selection: GraphSelection, isShown: boolean) {
  const line = isShown ? progressLine() : undefined
  const total = selection.kind === 'all' && isShown ? totalOf((await reader.status()).counts) : undefined
  line?.stage('exporting', total)
  let papers = 0
  let nodes = 0
  let relationships = 0
  return {
    add(page: ScanPage): void {
      if (page.kind === 'nodes') {
        nodes += page.nodes.length
        papers += page.nodes.filter(({ labels }) => labels.includes('Paper')).length
      } else relationships += page.relationships.length
      line?.at(nodes + relationships)
    },
    end: () => line?.end(),
    words(holds: Holding): string {
      if (holds === 'papers') return plural(papers, 'paper')
      if (holds === 'nodes') return plural(nodes, 'node')
      const links = plural(relationships, 'relationship')
      return holds === 'relationships' ? links : `${plural(nodes, 'node')} and ${links}`
    },
  }
}

function totalOf({ nodes, relationships }: Awaited<ReturnType<GraphReader['status']>>['counts']): number {
  const all = [...KEY_LABELS.map((label) => nodes[label] ?? 0), ...Object.values(relationships)]
  return all.reduce((sum, one) => sum + one, 0)
}
