import type { Properties } from '../model.ts'
import type { ExportGraph } from './graph.ts'
import type { PropertyTypes } from './properties.ts'

/** The label of the node that says whose graph a database holds, and what it holds. */
export const META_LABEL = 'PapergraphMeta'

export const META_TYPES: PropertyTypes = {
  folder: 'string',
  schema: 'integer',
  extractor: 'string',
  version: 'string',
  logBytes: 'integer',
  updating: 'boolean',
}

/**
 * What a database made from an export says of itself, so that papergraph can read it. Its papers are in no data folder's log, so
 * no folder is its owner and no ingest may write to it.
 */
export function exportedMeta({ version, extractor }: ExportGraph): Properties {
  return {
    id: 'papergraph',
    folder: `export ${version}`,
    schema: 1,
    extractor,
    version,
    logBytes: 0,
    updating: false,
  }
}
