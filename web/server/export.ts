import { z } from 'zod'
import { PapergraphError } from '../../errors.ts'
import { startFile, startFolder } from '../../queries/export/export.ts'
import { EXPORT_FORMATS, type ExportFormat, exportFormat } from '../../queries/export/formats.ts'
import type { Drawn } from '../../queries/export/graph.ts'
import type { GraphReader, GraphSelection } from '../../queries/reader.ts'
import type { ApiRoutes } from './api-routes.ts'
import { drawnIn, drawnNodes } from './drawn-nodes.ts'
import { layOut } from './layout.ts'
import { ids, oneOf, text } from './parameters.ts'
import { RefusedRequest } from './problems.ts'
import type { Served } from './served.ts'
import { streamed } from './streamed.ts'
import { zipped } from './zipped.ts'

/** Each holds a version of the graph until it is done, and costs a processor while it is written. */
const MOST_AT_ONCE = 2

const NAMES = EXPORT_FORMATS.map(({ name }) => name)

const parameter = z
  .string()
  .max(1_000, 'must have at most 1000 characters')
  .regex(/^[A-Za-z]\w*=/, 'must be written name=value')

const query = z.strictObject({
  query: text(100)
    .optional()
    .describe('A question of the catalogue: what it draws, or for csv, latex and markdown its table'),
  param: z
    .array(parameter)
    .max(60, 'may be given at most 60 times')
    .optional()
    .describe('A parameter of the question, as name=value; may be given several times, for a list with one name'),
  id: ids(60)
    .optional()
    .describe('A node by id or name, with what runs among all that are given; may be given several times'),
  neighbours: oneOf(['true', 'false'], 'false').describe('Everything one step away from these nodes as well'),
})

const FORMAT = {
  params: z.strictObject({ format: z.enum(NAMES, `must be one of ${NAMES.join(', ')}`).describe('The format') }),
  otherAnswers: Object.fromEntries(EXPORT_FORMATS.map((format) => [baseOf(sentAs(format).mediaType), 'The file'])),
} as const

/**
 * GET /export/FORMAT: the graph, or a part of it, as a file for other programs, written while it is sent. POST: nodes as a
 * picture shows them, more than an address has room for.
 */
export function addExportRoutes(routes: ApiRoutes, { reader, settings }: Served): void {
  let running = 0
  const write = async (asked: Wanted): Promise<Response> => {
    if (running >= MOST_AT_ONCE)
      throw new PapergraphError('busy', `${MOST_AT_ONCE} exports are being written already: try again in a moment.`)
    running += 1
    const release = (): void => {
      running -= 1
    }
    try {
      const { version, pieces } = await start(reader, asked)
      return fileOf(asked, version, streamed(pieces, release))
    } catch (error) {
      release()
      throw error
    }
  }

  routes.add(
    {
      ...{ method: 'get', path: '/export/{format}', name: 'exportGraph', tag: 'exports', query, ...FORMAT },
      summary: 'The graph, what a question draws or answers, or some nodes, as a file',
      description:
        'All of the graph unless `query` or `id` is given. csv, latex and markdown are the table of a question. neo4j-import and notes are ' +
        'folders and come as ZIP files.',
      problems: [404],
    },
    ({ params, query: chosen, signal }) =>
      write({ format: exportFormat(params.format), selection: selectionOf(chosen), signal }),
  )

  const body = z.strictObject({ nodes: drawnNodes(settings.exportedNodes) })
  // A line for each node: more than other requests need.
  const mostBytes = Math.max(settings.bodyBytes, settings.exportedNodes * 200)
  routes.add(
    {
      ...{ method: 'post', path: '/export/{format}', name: 'exportNodes', tag: 'exports', body, mostBytes, ...FORMAT },
      summary: 'Many nodes with what runs among them, as a picture shows them, as a file',
      description:
        'For more nodes than an address has room for. gexf, graphml and json hold the places, colours and sizes that are given; ' +
        'where none are, the nodes are laid out, coloured by type and sized by degree.',
      problems: [404],
    },
    ({ params, body: { nodes }, signal }) => {
      const selection: GraphSelection = {
        ...{ kind: 'nodes', neighbours: false },
        ids: [...new Set(nodes.map(({ id }) => id))],
      }
      return write({ format: exportFormat(params.format), selection, signal, ...drawnIn(nodes) })
    },
  )
}

interface Wanted {
  format: ExportFormat
  selection: GraphSelection
  drawn?: ReadonlyMap<string, Drawn>
  signal: AbortSignal
}

function fileOf({ format, selection }: Wanted, version: string, body: ReadableStream): Response {
  const { extension, mediaType } = sentAs(format)
  const what = selection.kind === 'question' ? selection.name : selection.kind === 'nodes' ? 'part' : 'graph'
  return new Response(body, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="papergraph-${what}-${version.replace(/[^\w-]+/g, '')}.${extension}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** How a format goes over the wire: a folder as one file. */
function sentAs(format: ExportFormat): { extension: string; mediaType: string } {
  return format.kind === 'folder' ? { extension: 'zip', mediaType: 'application/zip' } : format
}

async function start(reader: GraphReader, { format, selection, drawn, signal }: Wanted) {
  if (format.kind !== 'folder')
    return startFile(reader, format, selection, { signal, layOut, ...(drawn === undefined ? {} : { drawn }) })
  const { version, pieces } = await startFolder(reader, format, selection, { signal })
  return { version, pieces: zipped(pieces) }
}

function baseOf(mediaType: string): string {
  return mediaType.split(';')[0] ?? mediaType
}

function selectionOf({ query: name, param = [], id, neighbours }: z.output<typeof query>): GraphSelection {
  if (name !== undefined && id !== undefined) throw wrong('give either "query" or "id", not both')
  if (name === undefined && param.length > 0) throw wrong('"param" needs "query"')
  if (id === undefined && neighbours === 'true') throw wrong('"neighbours" needs "id"')
  if (name !== undefined) return { kind: 'question', name, parameters: parametersOf(param) }
  return id === undefined ? { kind: 'all' } : { kind: 'nodes', ids: id, neighbours: neighbours === 'true' }
}

function parametersOf(words: readonly string[]): Record<string, string | string[]> {
  const found = new Map<string, string[]>()
  for (const word of words) {
    const at = word.indexOf('=')
    const name = word.slice(0, at)
    found.set(name, [...(found.get(name) ?? []), word.slice(at + 1)])
  }
  return Object.fromEntries(
    [...found].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}

const wrong = (why: string): RefusedRequest =>
  new RefusedRequest(400, 'usage', `The address is not as it should be: ${why}.`)
