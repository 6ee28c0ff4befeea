import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PapergraphError } from '../errors.ts'
import { makeDataFolder } from '../ingest/load/folder.ts'
import { SAMPLE_FILE } from '../ingest/sample/sample.ts'
import { PACKAGE_ROOT } from '../package-root.ts'

/**
 * The data folder of the bundled sample, below the person's own, ingested if it is not there yet. It is a graph of its own: the first own
 * ingest starts an empty one. The work is a process of its own, so that a server never opens a graph file.
 */
export async function sampleFolder(data: string): Promise<string> {
  const name = `sample-${createHash('sha256').update(readFileSync(SAMPLE_FILE)).digest('hex').slice(0, 8)}`
  const folder = join(data, name)
  makeDataFolder(folder, data)
  dropOlder(data, name)
  const cli = join(PACKAGE_ROOT, 'dist', 'cli.js')
  try {
    await promisify(execFile)(process.execPath, [cli, 'ingest', SAMPLE_FILE, '--data', folder, '--json'])
  } catch (cause) {
    const words = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause)
    throw new PapergraphError('data-folder', words.trim().replace(/^papergraph: /, ''), { cause })
  }
  return folder
}

/** Samples of earlier versions of papergraph: made from bundled data, so nothing is lost with them. */
function dropOlder(data: string, keep: string): void {
  for (const entry of readdirSync(data))
    if (/^sample-[0-9a-f]{8}$/.test(entry) && entry !== keep)
      rmSync(join(data, entry), { recursive: true, force: true })
}
