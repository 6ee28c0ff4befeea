import { afterEach, describe, expect, it } from 'vitest'
import type { Ingest } from '../../web/api-ingests.ts'
import { Uploads, type UploadsOptions } from '../../web/server/jobs/uploads.ts'
import { fakeApp } from './fake-app.ts'
import { FakeRunner, report, settled, uploadFolder } from './jobs/fake-runner.ts'

const FILE = { 'Content-Type': 'application/octet-stream' }
const opened: Uploads[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((uploads) => uploads.close()))
})

function uploading(options: Partial<UploadsOptions> = {}, app: Parameters<typeof fakeApp>[0] = {}) {
  const runner = new FakeRunner()
  const uploads = new Uploads({ folder: uploadFolder(), runner, lock: () => () => undefined, ...options })
  opened.push(uploads)
  const fake = fakeApp({ uploads, ...app })
  const send = async (body: BodyInit, name = 'papers.bib', headers: Record<string, string> = FILE) =>
    fake.app.request(`/api/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', body, headers })
  const cancel = async (id: string) => fake.app.request(`/api/uploads/${id}`, { method: 'DELETE' })
  return { ...fake, runner, uploads, send, cancel }
}
const job = async (answer: Response): Promise<Ingest> => answer.json()

/** The events of a stream, as far as it goes. */
async function eventsOf(answer: Response): Promise<{ event: string; id: string; job: Ingest }[]> {
  const text = await answer.text()
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('event: '))
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1] ?? '',
      id: /^id: (.*)$/m.exec(block)?.[1] ?? '',
      job: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? ''),
    }))
}

describe('a file that is sent', () => {
  it('becomes a job with an address of its own', async () => {
    const { send, get, runner } = uploading()
    const answer = await send('@article{a}', 'dir/論文.bib')
    const { id, ...rest } = await job(answer)
    expect([answer.status, answer.headers.get('location')]).toEqual([202, `/api/uploads/${id}`])
    expect(rest).toEqual({ name: '論文.bib', bytes: 11, state: 'running', receivedAt: expect.any(String) })
    runner.latest.end({ kind: 'done', report: report() })
    await settled()
    const done = await get(`/api/uploads/${id}`)
    expect(done.headers.get('cache-control')).toBe('no-store')
    expect(await job(done)).toMatchObject({ id, state: 'done', report: report() })
    expect(await (await get('/api/uploads')).json()).toMatchObject({
      ...{ isOpen: true, mostBytes: 100 * 2 ** 20, mostWaiting: 8 },
      uploads: [{ id, state: 'done' }],
    })
  })

  it('can be cancelled', async () => {
    const { send, cancel } = uploading()
    const { id } = await job(await send('x'))
    expect((await job(await cancel(id))).state).toBe('cancelling')
    await settled()
    expect((await job(await cancel(id))).state).toBe('cancelled')
    // The second time forgot it.
    expect((await cancel(id)).status).toBe(404)
  })

  it.each([
    ['as a form of the web', 'application/x-www-form-urlencoded'],
    ['as a form with files', 'multipart/form-data; boundary=x'],
    ['as plain text', 'text/plain'],
    ['without a type', ''],
  ])('%s is refused, for any page could send that', async (_what, type) => {
    const { send, runner } = uploading()
    const answer = await send('x', 'a', { 'Content-Type': type })
    expect([answer.status, await answer.json()]).toEqual([
      415,
      expect.objectContaining({
        code: 'not-a-file',
        detail: 'Send the file itself as the body, with the header "Content-Type: application/octet-stream".',
      }),
    ])
    expect(runner.begun).toEqual([])
  })

  it.each([
    ['from another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['from another origin', { Origin: 'https://evil.example' }, 403],
    ['from a page without an origin', { Origin: 'null' }, 403],
    ['for another host', { Host: 'evil.example' }, 421],
    ['packed by the sender', { 'Content-Encoding': 'gzip' }, 415],
    ['with a length beyond the limit', { 'Content-Length': '999999999' }, 413],
  ])('%s is refused', async (_what, headers, status) => {
    const { send, runner } = uploading()
    expect((await send('x', 'a', { ...FILE, ...headers })).status).toBe(status)
    expect(runner.begun).toEqual([])
  })

  it('needs the token where there is one', async () => {
    const { send, get, cancel } = uploading({}, { token: 'a-token-of-some-length' })
    expect([(await send('x')).status, (await get('/api/uploads')).status, (await cancel('x')).status]).toEqual([
      401, 401, 401,
    ])
    expect((await send('x', 'a', { ...FILE, Authorization: 'Bearer a-token-of-some-length' })).status).toBe(202)
  })

  it.each(['', '?name=', '?name=a&name=b', '?name=a&format=x'])(
    'to %j is refused: it says no one name',
    async (query) => {
      const { app } = uploading()
      const answer = await app.request(`/api/uploads${query}`, { method: 'POST', body: 'x', headers: FILE })
      expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ code: 'usage' })])
    },
  )

  it('that nobody can use is refused with what is known', async () => {
    const { send, runner } = uploading()
    runner.refused = 'is in no format that papergraph knows; expected were …'
    const answer = await send('x', 'a.exe')
    expect([answer.status, await answer.json()]).toEqual([
      415,
      expect.objectContaining({ detail: '“a.exe” is in no format that papergraph knows; expected were ….' }),
    ])
  })

  it('finds no place while too many wait', async () => {
    const { send } = uploading({ limits: { mostWaiting: 1 } })
    await send('x')
    await send('x')
    const answer = await send('x')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5'])
  })

  it('is not taken by a server that takes none, which says why', async () => {
    const refusal = 'This server was started with --no-uploads and takes no files.'
    const { send, get, cancel } = uploading({ refusal })
    const answer = await send('x')
    expect([answer.status, await answer.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'uploads-off', detail: refusal }),
    ])
    expect((await cancel('x')).status).toBe(403)
    expect(await (await get('/api/uploads')).json()).toMatchObject({ isOpen: false, reason: refusal, uploads: [] })
  })
})

describe('following an upload', () => {
  it('tells every change and ends with the report', async () => {
    const { send, get, runner } = uploading()
    const { id } = await job(await send('x'))
    const following = get(`/api/uploads/${id}/events`).then(async (answer) => {
      expect(answer.headers.get('content-type')).toBe('text/event-stream')
      return eventsOf(answer)
    })
    await settled()
    runner.latest.told.onProgress({ stage: 'extracting', done: 1, total: 2 })
    await settled()
    runner.latest.end({ kind: 'done', report: report() })
    const events = await following
    expect(events.map(({ event, job: { state, progress } }) => [event, state, progress?.done])).toEqual([
      ['progress', 'running', undefined],
      ['progress', 'running', 1],
      ['end', 'done', undefined],
    ])
    expect(events.at(-1)?.job.report).toEqual(report())
  })

  it('goes on where a broken connection ended, and has nothing more after the end', async () => {
    const { send, get, runner } = uploading()
    const { id } = await job(await send('x'))
    runner.latest.end({ kind: 'done', report: report() })
    await settled()
    const [last] = await eventsOf(await get(`/api/uploads/${id}/events`, { 'Last-Event-ID': 'of-another-server-1' }))
    expect(last?.event).toBe('end')
    const again = await get(`/api/uploads/${id}/events`, { 'Last-Event-ID': last?.id ?? '' })
    expect([again.status, await again.text()]).toEqual([204, ''])
  })

  it('ends when the server does', async () => {
    const { send, get, uploads } = uploading()
    const { id } = await job(await send('x'))
    const following = eventsOf(await get(`/api/uploads/${id}/events`))
    await uploads.close()
    expect((await following).at(-1)?.job.state).toBe('queued')
  })

  it('of one that is not there is a 404', async () => {
    const { get, send } = uploading()
    expect((await get('/api/uploads/x/events')).status).toBe(404)
    await send('x')
    expect((await get('/api/uploads/x')).status).toBe(404)
  })
})
