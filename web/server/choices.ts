import { z } from 'zod'
import { PapergraphError } from '../../errors.ts'
import type { GraphReader } from '../../queries/reader.ts'
import { readRows } from '../../queries/rows.ts'
import type { ApiNode } from '../api.ts'
import { nodeRow } from './rows.ts'
import { toApiNode } from './shapes.ts'

const hits = z.array(z.object({ id: z.string() })).min(1)

/** The nodes that an unknown name may mean, where a reader said so; undefined for any other error. */
export async function choicesOf(error: unknown, reader: GraphReader): Promise<ApiNode[] | undefined> {
  if (!(error instanceof PapergraphError) || error.code !== 'not-found') return undefined
  const found = hits.safeParse(error.details.choices)
  if (!found.success) return undefined
  const ids = found.data.map(({ id }) => id)
  try {
    const rows = readRows(await reader.run('nodes', { ids }), nodeRow)
    return rows.map(toApiNode).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  } catch {
    // The choices are a help beside the answer, which is "not found" with or without them.
    return undefined
  }
}
