import { join } from 'node:path'
import { takeLock } from '../ingest/load/lock.ts'
import { isLoopback } from '../web/server/hosts.ts'
import { Uploads } from '../web/server/jobs/uploads.ts'
import { dataFolder } from './data-folder.ts'
import type { GraphOptions } from './graph.ts'
import { MEGABYTE } from './graph-options.ts'
import { ingestRunner } from './ingest-runner.ts'
import { chooseStore } from './store.ts'

/** A packed file of papers unpacks to four or five times its size. */
const UNPACKED_TIMES = 10

export interface UploadOptions extends GraphOptions {
  host: string
  /** Whether files are taken; absent where nothing was said. */
  uploads?: boolean
  /** MB of one file. */
  uploadLimit: number
}

/**
 * What becomes of files that are sent to a server. Whoever reaches it on this machine may add papers. Beyond that, reading
 * and adding are two things, and the token that lets people read does not let them add unless `--uploads` says so.
 */
export async function makeUploads(options: UploadOptions): Promise<Uploads> {
  const data = dataFolder(options.data)
  const folder = join(data, 'uploads')
  const mostBytes = options.uploadLimit * MEGABYTE
  const refusal = refusalOf(options)
  return new Uploads({
    ...(refusal === undefined ? {} : { refusal }),
    folder,
    runner: ingestRunner({
      data,
      ...(await chooseStore(options.store, options.database)),
      mostUnpackedBytes: mostBytes * UNPACKED_TIMES,
    }),
    limits: { mostBytes },
    lock: () => takeLock(join(folder, 'server.lock')),
  })
}

function refusalOf({ uploads, host }: UploadOptions): string | undefined {
  if (uploads === false) return 'This server was started with --no-uploads and takes no files.'
  if (uploads === true || isLoopback(host)) return undefined
  return 'This server listens beyond its own machine and takes no files unless it is started with --uploads.'
}
