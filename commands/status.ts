import { type GraphOptions, openGraph } from './graph.ts'
import { print } from './output.ts'
import { papergraphVersion } from './version.ts'

/** Prints what the graph holds: counts, versions, and the digest over all nodes and relationships. */
export async function runStatus(options: GraphOptions & { json?: boolean }): Promise<void> {
  const { reader, graph, name } = await openGraph({ ...options, search: 'when-asked' })
  try {
    const status = await reader.status()
    const digest = await reader.digest()
    const answer = { papergraph: papergraphVersion(), graph, name, ...status, digest }
    print(options.json ? JSON.stringify(answer) : describe(answer))
  } finally {
    await reader.close()
  }
}

function describe(answer: {
  papergraph: string
  name: string
  engine: string
  version: string
  extractor: string
  updating: boolean
  memoryLimitText: string
  counts: { nodes: Record<string, number>; relationships: Record<string, number> }
  digest: string
}): string {
  const rows: [string, string][] = [
    ['graph', answer.name],
    ['store', `${answer.engine}${answer.updating ? ' (an ingest is writing)' : ''}`],
    ['papergraph', answer.papergraph],
    ['extractor', answer.extractor],
    ['version', answer.version],
    ...counted(answer.counts.nodes),
    ...counted(answer.counts.relationships),
    ['memory limit', answer.memoryLimitText],
    ['digest', answer.digest],
  ]
  const width = Math.max(...rows.map(([label]) => label.length))
  return rows.map(([label, value]) => `${label.padEnd(width)}  ${value}`).join('\n')
}

const counted = (counts: Record<string, number>): [string, string][] =>
  Object.entries(counts).map(([label, count]) => [label, count.toLocaleString('en')])
