import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { JobFiles } from '../../../web/server/jobs/job-files.ts'
import { JobQueue } from '../../../web/server/jobs/job-queue.ts'
import type { QueueLimits } from '../../../web/server/jobs/queue-limits.ts'
import { bodyOf, FakeRunner, report, settled, uploadFolder } from './fake-runner.ts'

function queueIn(folder = uploadFolder(), limits: Partial<QueueLimits> = {}, now?: () => number) {
  const runner = new FakeRunner()
  const open = () => new JobQueue(new JobFiles(folder), runner, limits, now)
  return { folder, runner, open, queue: open() }
}
const states = (queue: JobQueue) => queue.list().map(({ name, state, place }) => [name, state, place])
const bodies = (folder: string) => readdirSync(folder).filter((name) => name.includes('body'))

describe('the queue of uploads', () => {
  it('runs one at a time and tells the others their place', async () => {
    const { queue, runner } = queueIn()
    for (const name of ['a', 'b', 'c']) await queue.add(name, bodyOf('x'))
    expect(states(queue)).toEqual([
      ['c', 'queued', 2],
      ['b', 'queued', 1],
      ['a', 'running', undefined],
    ])
    expect(runner.names).toEqual(['a'])
    runner.latest.end({ kind: 'done', report: report() })
    await settled()
    expect(states(queue)).toEqual([
      ['c', 'queued', 1],
      ['b', 'running', undefined],
      ['a', 'done', undefined],
    ])
  })

  it('hands over the file as it was sent, and needs it no more when it is done', async () => {
    const { queue, runner, folder } = queueIn()
    const { id } = await queue.add('a.bib', bodyOf('some', ' papers'))
    expect(readFileSync(runner.latest.file, 'utf8')).toBe('some papers')
    runner.latest.end({ kind: 'done', report: report({ problems: [{ record: 'line 2', reason: 'is not JSON' }] }) })
    await settled()
    expect(bodies(folder)).toEqual([])
    expect(queue.get(id)).toMatchObject({
      state: 'done',
      report: { read: 2, problems: [{ record: 'line 2', reason: 'is not JSON' }] },
    })
  })

  it('tells progress, and whom it waits for', async () => {
    const { queue, runner } = queueIn()
    const { id } = await queue.add('a', bodyOf('x'))
    let changes = 0
    queue.follow(id, () => changes++)
    runner.latest.told.onWaiting('Another ingest is running.')
    expect(queue.get(id)).toMatchObject({ state: 'running', waitsFor: 'Another ingest is running.' })
    runner.latest.told.onBegun('v1')
    expect(queue.get(id).waitsFor).toBeUndefined()
    runner.latest.told.onProgress({ stage: 'extracting', done: 1, total: 2 })
    expect(queue.get(id).progress).toEqual({ stage: 'extracting', done: 1, total: 2 })
    expect(changes).toBe(3)
  })

  it('fails with the one sentence that the ingest gives', async () => {
    const { queue, runner } = queueIn()
    const { id } = await queue.add('a', bodyOf('x'))
    runner.latest.end({ kind: 'failed', code: 'input', detail: '“a” has no paper in it.' })
    await settled()
    expect(queue.get(id)).toMatchObject({
      state: 'failed',
      problem: { code: 'input', detail: '“a” has no paper in it.' },
    })
  })

  it('refuses one more than may wait', async () => {
    const { queue } = queueIn(undefined, { mostWaiting: 2 })
    for (const name of ['a', 'b', 'c']) await queue.add(name, bodyOf('x'))
    await expect(queue.add('d', bodyOf('x'))).rejects.toMatchObject({
      code: 'too-many-uploads',
      message: '2 uploads are waiting already; send this one when some of them are done.',
    })
  })

  it.each([
    ['is larger than the limit', 'xxxxxx', undefined, 413],
    ['is empty', '', undefined, 400],
    ['is of no format that is known', 'xx', 'is a PDF', 415],
  ])('forgets a file that %s', async (_what, text, refused, status) => {
    const { queue, runner, folder } = queueIn(undefined, { mostBytes: 5 })
    runner.refused = refused
    await expect(queue.add('a', bodyOf(text))).rejects.toMatchObject({ status })
    expect([queue.list(), readdirSync(folder)]).toEqual([[], []])
  })

  it('reports a body that broke off', async () => {
    const { queue, folder } = queueIn()
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('abc')
      throw new Error('gone')
    }
    await expect(queue.add('a', broken())).rejects.toMatchObject({ status: 408 })
    expect(queue.list()).toMatchObject([
      {
        state: 'failed',
        problem: { detail: 'The upload broke off after 3 bytes; nothing of it was used, send it again.' },
      },
    ])
    expect(bodies(folder)).toEqual([])
  })

  it('forgets finished ones that are old or many', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z')
    const { queue, runner } = queueIn(undefined, { mostFinished: 2, finishedMs: 1000 }, () => now)
    for (const name of ['a', 'b', 'c']) {
      await queue.add(name, bodyOf('x'))
      runner.latest.end({ kind: 'done', report: report() })
      await settled()
    }
    expect(states(queue).map(([name]) => name)).toEqual(['c', 'b'])
    now += 1001
    expect(queue.list()).toEqual([])
  })
})

describe('cancelling an upload', () => {
  it('that waits takes it out', async () => {
    const { queue, runner, folder } = queueIn()
    await queue.add('a', bodyOf('x'))
    const { id } = await queue.add('b', bodyOf('x'))
    expect(queue.cancel(id).state).toBe('cancelled')
    runner.latest.end({ kind: 'done', report: report() })
    await settled()
    expect([runner.names, bodies(folder)]).toEqual([['a'], []])
  })

  it('that arrives ends the arriving', async () => {
    const { queue } = queueIn()
    const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) }
    const adding = expect(queue.add('a', silent)).rejects.toMatchObject({ status: 409 })
    await settled()
    queue.cancel(queue.list()[0]?.id ?? '')
    await adding
    expect(states(queue)).toEqual([['a', 'cancelled', undefined]])
  })

  it('that runs stops it and takes back what it wrote, before the next one', async () => {
    const { queue, runner } = queueIn()
    const { id } = await queue.add('a', bodyOf('x'))
    await queue.add('b', bodyOf('x'))
    runner.latest.told.onBegun('v1')
    expect(queue.cancel(id).state).toBe('cancelling')
    await settled()
    expect([runner.names, queue.get(id).state]).toEqual([['a', 'undo'], 'cancelling'])
    runner.latest.end({ kind: 'done', report: report() })
    await settled()
    expect([runner.names, queue.get(id).state]).toEqual([['a', 'undo', 'b'], 'cancelled'])
  })

  it('that has not begun to write takes nothing back', async () => {
    const { queue, runner } = queueIn()
    const { id } = await queue.add('a', bodyOf('x'))
    queue.cancel(id)
    await settled()
    expect([runner.names, queue.get(id).state]).toEqual([['a'], 'cancelled'])
  })

  it('whose graph was whole by then says that it is done', async () => {
    const { queue, runner } = queueIn()
    const { id } = await queue.add('a', bodyOf('x'))
    runner.latest.told.onBegun('v1')
    runner.graph = 'v2'
    queue.cancel(id)
    await settled()
    runner.latest.told.onBegun('v2')
    runner.latest.end({ kind: 'done', report: report({ new: 0, unchanged: 2 }) })
    await settled()
    expect([runner.names, queue.get(id).state]).toEqual([['a', 'a'], 'done'])
  })

  it('that is finished forgets it', async () => {
    const { queue, runner, folder } = queueIn()
    const { id } = await queue.add('a', bodyOf('x'))
    runner.latest.end({ kind: 'done', report: report() })
    await settled()
    expect(queue.cancel(id).state).toBe('done')
    expect([queue.list(), readdirSync(folder)]).toEqual([[], []])
  })
})

describe('a queue of a server that ended', () => {
  it('runs again what ran or waited, in the same order', async () => {
    const { queue, runner, open } = queueIn()
    for (const name of ['a', 'b']) await queue.add(name, bodyOf('x'))
    runner.latest.told.onBegun('v1')
    // As after kill -9: nothing was closed.
    const next = open()
    expect(runner.names).toEqual(['a', 'a'])
    expect(states(next)).toEqual([
      ['b', 'queued', 1],
      ['a', 'running', undefined],
    ])
  })

  it('reports what was still arriving, and keeps no part of it', async () => {
    const { queue, open, folder } = queueIn()
    const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) }
    queue.add('a', silent).catch(() => undefined)
    await settled()
    expect(bodies(folder)).toHaveLength(1)
    const next = open()
    expect(next.list()).toMatchObject([
      {
        ...{ name: 'a', state: 'failed' },
        problem: { detail: expect.stringContaining('while this upload was still arriving') },
      },
    ])
    expect(bodies(folder)).toEqual([])
  })

  it('does not begin for ever what ends the server each time', async () => {
    const { queue, open, runner } = queueIn(undefined, { mostAttempts: 2 })
    await queue.add('a', bodyOf('x'))
    open()
    const third = open()
    expect(runner.names).toEqual(['a', 'a'])
    expect(third.list()).toMatchObject([{ state: 'failed', problem: { code: 'stopped' } }])
  })

  it('goes on taking back what was cancelled', async () => {
    const { queue, runner, open } = queueIn()
    const { id } = await queue.add('a', bodyOf('x'))
    runner.latest.told.onBegun('v1')
    queue.cancel(id)
    const next = open()
    expect(runner.names).toEqual(['a', 'undo'])
    runner.latest.end({ kind: 'done', report: report() })
    await settled()
    expect(next.get(id).state).toBe('cancelled')
  })

  it('counts a stop that was asked for as no attempt, and puts the upload back', async () => {
    const { queue, runner, open, folder } = queueIn(undefined, { mostAttempts: 1 })
    await queue.add('a', bodyOf('x'))
    runner.latest.told.onBegun('v1')
    await queue.close()
    expect(bodies(folder)).toHaveLength(1)
    expect(states(open())).toEqual([['a', 'running', undefined]])
  })

  it('clears away torn writes and what belongs to no job', async () => {
    const { queue, open, folder } = queueIn()
    await queue.add('a', bodyOf('x'))
    const stray = ['0123456789abcdef.body', '0123456789abcdef.body.part', '0123456789abcdef.json.17.new']
    for (const name of stray) writeFileSync(join(folder, name), 'x')
    open()
    expect(stray.filter((name) => existsSync(join(folder, name)))).toEqual([])
    expect(bodies(folder)).toHaveLength(1)
  })
})
