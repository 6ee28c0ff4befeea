import type { KeptJob } from './job.ts'

/** What a new server finds beside a job. */
export interface Found {
  hasBody: boolean
  mostAttempts: number
  /** The graph's version. */
  version: string
  time: string
}

/**
 * What a job is after the server that had it ended: one whose body was still arriving failed, one that ran is queued again
 * (an ingest may be repeated), one that was being taken back goes on so, unless the graph had become whole before that. The
 * job itself where nothing changes.
 */
export function resumed(job: KeptJob, { hasBody, mostAttempts, version, time }: Found): KeptJob {
  const { before, ...rest } = job
  const failed = (code: string, detail: string): KeptJob => ({
    ...rest,
    state: 'failed',
    failure: { code, detail },
    finishedAt: time,
  })
  if (job.state === 'receiving')
    return failed(
      'cut-off',
      'The server ended while this upload was still arriving; nothing of it was used, send it again.',
    )
  const isWhole = before !== undefined && before !== version
  if (job.state === 'cancelling' && !(isWhole && hasBody)) return rest
  if (job.state !== 'queued' && job.state !== 'running' && job.state !== 'cancelling') return job
  if (!hasBody && job.changes === undefined)
    return failed('data-folder', 'The uploaded file is gone from the data folder; send it again.')
  if (job.attempts >= mostAttempts)
    return failed(
      'stopped',
      `The server ended ${job.attempts} times while this was being ingested; try it on the command line, which says more.`,
    )
  return { ...rest, state: 'queued' }
}
