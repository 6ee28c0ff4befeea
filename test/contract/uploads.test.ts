import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ingestRunner } from '../../commands/ingest-runner.ts'
import { createExtractor } from '../../ingest/extract/extract.ts'
import { ingest } from '../../ingest/load/ingest.ts'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { digest } from '../../queries/store/digest.ts'
import { openStore, type StoreAddress } from '../../queries/store/open.ts'
import type { Ingest } from '../../web/api-ingests.ts'
import { JobFiles } from '../../web/server/jobs/job-files.ts'
import { JobQueue } from '../../web/server/jobs/job-queue.ts'
import { paperLines } from '../program/papers.ts'
import { bodyOf } from '../server/jobs/fake-runner.ts'
import type { ProvidedNeo4j } from './provide-server.ts'
import { describeNeo4j, emptyNeo4j } from './stores.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-uploads-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function found({ url, user, password }: ProvidedNeo4j) {
  const store = await openStore({ kind: 'neo4j', url, user, password })
  try {
    return { digest: await digest(store), updating: (await store.readMeta())?.updating }
  } finally {
    await store.close()
  }
}

async function until(queue: JobQueue, id: string, isSo: (job: Ingest) => boolean): Promise<Ingest> {
  while (!isSo(queue.get(id))) await new Promise((wait) => setTimeout(wait, 10))
  return queue.get(id)
}
const finished = (queue: JobQueue, id: string) =>
  until(queue, id, ({ state }) => ['done', 'failed', 'cancelled'].includes(state))

describeNeo4j('an upload', (provided) => {
  beforeEach(() => emptyNeo4j(provided))

  it('gives the graph that the command line gives; one that is stopped while it writes is taken back', async () => {
    const { url, user, password } = provided
    const store: StoreAddress = { kind: 'neo4j', url, user }
    const target = { data: join(folder, 'data'), store, credentials: { password } }
    const files = new JobFiles(join(folder, 'uploads'))
    const queue = new JobQueue(files, ingestRunner({ ...target, mostUnpackedBytes: 2 ** 30 }))
    const first = await queue.add('papers.jsonl', createReadStream(SAMPLE_FILE))
    expect(await finished(queue, first.id)).toMatchObject({ state: 'done', report: { new: 87 } })
    const before = await found(provided)

    const second = await queue.add('more.jsonl', bodyOf(paperLines(0, 400)))
    await until(
      queue,
      second.id,
      ({ state, progress }) => state !== 'running' || /^writing/.test(progress?.stage ?? ''),
    )
    expect(queue.cancel(second.id).state).toBe('cancelling')
    expect((await finished(queue, second.id)).state).toBe('cancelled')
    expect(await found(provided)).toEqual({ ...before, updating: false })

    await queue.close()
    const byHand = await ingest([SAMPLE_FILE], { ...target, extractor: createExtractor() })
    expect([byHand.unchanged, byHand.papers]).toEqual([87, 87])
    expect((await found(provided)).digest).toBe(before.digest)
  })
})
