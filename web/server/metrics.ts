import { readFile } from 'node:fs/promises'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { GraphReader } from '../../queries/reader.ts'
import type { Log } from './log.ts'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
export interface Metrics {
  /** Counts a request. */
  count: Log
  /** Prometheus text format (https://prometheus.io/docs/instrumenting/exposition_formats). */
  text(): Promise<string>
  readonly contentType: string
}

/** What a server counts of itself. No label takes a value that a client can choose. */
export function createMetrics(reader: GraphReader): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'papergraph_http_requests_total',
    help: 'Requests that were answered, by the pattern of their address.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'papergraph_http_request_duration_seconds',
    help: 'Time until the answer was ready.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers,
  })
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `papergraph_${name}`, help, labelNames, registers })
  const running = gauge('typed_queries_running', 'Typed queries that run.')
  const waiting = gauge('typed_queries_waiting', 'Typed queries that wait for their turn.')
  const processes = gauge('reader_processes', 'Processes that have a graph open.')
  const memory = gauge('reader_resident_memory_bytes', 'Resident memory of these processes (Linux).')
  const up = gauge('graph_up', '1 while the graph can be asked.')
  const updating = gauge('graph_updating', '1 while an ingest writes to the graph that is served (Neo4j).')
  const info = gauge('graph_info', 'Always 1; its labels say which graph is served.', ['store', 'version', 'extractor'])
  const nodes = gauge('graph_nodes', 'Nodes of the graph by label.', ['label'])
  const relationships = gauge('graph_relationships', 'Relationships of the graph by type.', ['type'])

  const readLoad = async (): Promise<void> => {
    const load = reader.load()
    running.set(load.running)
    waiting.set(load.waiting)
    processes.set(load.processes.length)
    if (process.platform === 'linux') memory.set(await residentBytes(load.processes))
  }
  const readGraph = async (): Promise<void> => {
    // Of the graph before nothing may stay.
    for (const each of [info, nodes, relationships]) each.reset()
    try {
      const status = await reader.status()
      const { store, version, extractor } = status
      up.set(1)
      updating.set(status.updating ? 1 : 0)
      info.set({ store, version, extractor }, 1)
      for (const [label, count] of Object.entries(status.counts.nodes)) nodes.set({ label }, count)
      for (const [type, count] of Object.entries(status.counts.relationships)) relationships.set({ type }, count)
    } catch {
      up.set(0)
    }
  }

  let hasOfProcess = false
  return {
    count: ({ method, route, status, tookMs }) => {
      requests.inc({ method: METHODS.has(method) ? method : 'other', route, status })
      durations.observe({ route }, tookMs / 1000)
    },
    async text() {
      // These watch the process from then on, which a server that nobody asks need not do.
      if (!hasOfProcess) collectDefaultMetrics({ register: registry })
      hasOfProcess = true
      await Promise.all([readLoad(), readGraph()])
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}

/** What processes hold in memory together; one that has just ended counts as nothing. */
async function residentBytes(pids: readonly number[]): Promise<number> {
  const sizes = await Promise.all(
    pids.map(async (pid) => {
      const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
