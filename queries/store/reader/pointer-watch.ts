import { type FSWatcher, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PapergraphError } from '../../../errors.ts'

const PointerFile = z.object({ graph: z.string().optional(), version: z.string(), extractor: z.string() })

/** The graph that a data folder's pointer names. */
export interface GraphPointer {
  path: string
  version: string
  extractor: string
}

const POLL_MS = 1_000

/** Reads a data folder's pointer. Throws data-folder (none, damaged) or store-foreign (the graph is in a database). */
export function readGraphPointer(folder: string): GraphPointer {
  const file = join(folder, 'pointer.json')
  const { graph, version, extractor } = parsed(file, folder)
  if (graph === undefined) {
    throw new PapergraphError(
      'store-foreign',
      `The graph of the data folder ${folder} is kept in a database: say which with --store.`,
    )
  }
  return { path: join(folder, graph), version, extractor }
}

function parsed(file: string, folder: string): z.infer<typeof PointerFile> {
  try {
    return PointerFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    const message = isMissing
      ? `There is no graph in ${folder} yet: run \`papergraph ingest\` to make one.`
      : `${file} is damaged: delete it and run \`papergraph rebuild\` to make the graph again from the papers beside it.`
    throw new PapergraphError('data-folder', message, { cause })
  }
}

/** Calls `onChange` soon after something in the folder changed, and each second in case that the system does not tell. */
export function watchPointer(folder: string, onChange: () => void): () => void {
  const timer = setInterval(onChange, POLL_MS)
  timer.unref()
  let watcher: FSWatcher | undefined
  try {
    watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name === null || name === 'pointer.json') onChange()
    })
    // The folder is gone or cannot be watched: the timer remains.
    watcher.on('error', () => watcher?.close())
  } catch {
    watcher = undefined
  }
  return () => {
    clearInterval(timer)
    watcher?.close()
  }
}
