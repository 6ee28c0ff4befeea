import { hasGraph } from '../ingest/load/folder.ts'
import type { GraphReader } from '../queries/reader.ts'
import { type GraphOptions, type OpenGraph, openGraph } from './graph.ts'
import { say } from './output.ts'

const POLL_MS = 1000

export interface FollowedGraph {
  reader: GraphReader
  /** What the server says of the graph; its values follow the graph. */
  info(papergraph: string): { readonly graph: 'sample' | 'own'; readonly name: string; papergraph: string }
  describe(): string
}

/** Goes over from the sample to a person's own graph when their first ingest is done, without a restart. */
export function followOwnGraph(opened: OpenGraph, options: GraphOptions, data: string): FollowedGraph {
  let current = opened
  let isOpening = false
  let isClosed = false
  const timer = setInterval(async () => {
    if (current.graph === 'own') clearInterval(timer)
    if (current.graph === 'own' || isOpening || !hasGraph(data)) return
    isOpening = true
    try {
      const before = current
      current = await openGraph(options)
      // Whoever is still being answered from the sample, as by an export, is not cut off.
      await before.reader.close('when-answered')
      // Nobody else knows of it by now.
      if (isClosed) await current.reader.close()
      if (isClosed) return
      say('Your own graph is there now: it is open instead of the sample.')
    } catch (error) {
      say(`papergraph: your own graph could not be opened: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      isOpening = false
    }
  }, POLL_MS)
  timer.unref()
  const reader: GraphReader = {
    run: (name, parameters, signal) => current.reader.run(name, parameters, signal),
    cypher: (text, parameters, limits) => current.reader.cypher(text, parameters, limits),
    search: (query, limits) => current.reader.search(query, limits),
    status: () => current.reader.status(),
    part: (selection, signal) => current.reader.part(selection, signal),
    digest: () => current.reader.digest(),
    load: () => current.reader.load(),
    close: () => {
      clearInterval(timer)
      isClosed = true
      return current.reader.close()
    },
  }
  return {
    reader,
    info: (papergraph) => ({
      papergraph,
      get graph() {
        return current.graph
      },
      get name() {
        return current.name
      },
    }),
    describe: () => (current.graph === 'sample' ? 'the bundled sample' : current.name),
  }
}
