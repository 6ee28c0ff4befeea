import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server'
import { PapergraphError } from '../../errors.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { loadCatalogue } from '../../queries/catalogue.ts'
import type { Served } from '../server/served.ts'
import { INSIDE, type ReportFailure } from './tool-error.ts'

const PAGES = [
  {
    name: 'graph-model',
    title: 'The graph model',
    file: 'GRAPH-MODEL.md',
    description:
      'Labels, relationship types, properties, and ten questions in plain Cypher. Read it before run_cypher.',
  },
  {
    name: 'catalogue',
    title: 'The catalogue of questions',
    file: 'CATALOGUE.md',
    description: 'Every question with its parameters, columns and an example answer. Long: list_questions is shorter.',
  },
]

/** What can be read beside the tools: the graph model, the catalogue and each of its questions, the state of the graph. */
export function addResources(server: McpServer, served: Served, report: ReportFailure): void {
  for (const { name, title, file, description } of PAGES) {
    server.registerResource(
      name,
      `papergraph://${name}`,
      { title, description, mimeType: 'text/markdown' },
      async (uri) => text(uri, 'text/markdown', await readFile(join(PACKAGE_ROOT, 'queries', file), 'utf8')),
    )
  }
  server.registerResource(
    'status',
    'papergraph://status',
    {
      title: 'The open graph',
      description: 'Which graph is open, its version and its counts.',
      mimeType: 'application/json',
    },
    async (uri) => text(uri, 'application/json', JSON.stringify(await statusOf(served, report))),
  )
  const names = (): string[] =>
    loadCatalogue()
      .list()
      .map(({ name }) => name)
  const template = new ResourceTemplate('papergraph://catalogue/{name}', {
    list: undefined,
    complete: { name: (begin) => names().filter((name) => name.startsWith(begin)) },
  })
  const described = {
    title: 'A question’s Cypher',
    description: 'The file of one question, head comment and statement.',
  }
  server.registerResource('question', template, { ...described, mimeType: 'text/plain' }, (uri, { name }) =>
    text(uri, 'text/plain', questionText(uri, String(name))),
  )
}

const text = (uri: URL, mimeType: string, words: string) => ({ contents: [{ uri: uri.href, mimeType, text: words }] })

function questionText(uri: URL, name: string): string {
  try {
    return loadCatalogue().get(name).text
  } catch (error) {
    if (error instanceof PapergraphError) throw new ResourceNotFoundError(uri.href, error.message)
    throw error
  }
}

async function statusOf({ reader, info }: Served, report: ReportFailure) {
  const status = await reader.status().catch((error: unknown) => {
    if (error instanceof PapergraphError && error.code !== 'internal') throw error
    report('papergraph://status', error)
    throw new Error(INSIDE)
  })
  const { store, engine, version, extractor, updating, counts } = status
  const { papergraph, graph, name } = info
  return { papergraph, graph, name, store, engine, version, extractor, updating, ...counts }
}
