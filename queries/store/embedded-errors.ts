import { basename } from 'node:path'
import { PapergraphError } from '../../errors.ts'

/** An error of the engine while a statement ran, as one of ours. */
export function embeddedQueryError(error: unknown): PapergraphError {
  if (error instanceof PapergraphError) return error
  const text = messageOf(error)
  if (text.includes('GRAFEO-T003')) {
    return new PapergraphError(
      'query-refused',
      'The query was refused because it writes; the graph is only read here.',
      {
        cause: error,
      },
    )
  }
  if (text.includes('GRAFEO-Q')) {
    return new PapergraphError('query-invalid', `The query cannot be run: ${cleaned(text)}`, { cause: error })
  }
  return new PapergraphError('internal', `The embedded graph engine failed: ${cleaned(text)}`, { cause: error })
}

/** An error of the engine while it opened `path`, as one of ours. */
export function embeddedOpenError(error: unknown, path: string): PapergraphError {
  if (error instanceof PapergraphError) return error
  const text = messageOf(error)
  const name = basename(path)
  const options = { cause: error, details: { path } }
  if (text.includes('locked')) {
    return new PapergraphError(
      'locked',
      `The graph file ${path} is open elsewhere in a way that excludes this one: wait until that ingest or reader ends, then try again.`,
      options,
    )
  }
  if (text.includes('invalid file header')) {
    return new PapergraphError(
      'data-folder',
      `${path} is not a graph file of the embedded engine: remove it and run \`papergraph rebuild\`.`,
      options,
    )
  }
  return new PapergraphError(
    'data-folder',
    `The graph file ${name} cannot be opened at ${path}: ${cleaned(text)}`,
    options,
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The engine's words without its code and error class: they mean nothing to the reader. */
function cleaned(text: string): string {
  return text.replace(/^(?:[A-Z][a-z]+ error: )?(?:GRAFEO-[A-Z]\d+: )?/, '').trimEnd()
}
