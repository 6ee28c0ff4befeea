import { afterEach, describe, expect, it } from 'vitest'
import type { Curation } from '../../web/api-curation.ts'
import type { IngestReport } from '../../web/api-ingests.ts'
import { MOST_CHANGES } from '../../web/server/jobs/curation-jobs.ts'
import type { StandingDecision } from '../../web/server/jobs/runner.ts'
import { Uploads, type UploadsOptions } from '../../web/server/jobs/uploads.ts'
import { fakeApp, INFO } from './fake-app.ts'
import { FakeRunner, report, settled, uploadFolder } from './jobs/fake-runner.ts'

const OWN = { ...INFO, graph: 'own', name: 'mine' } as const
const opened: Uploads[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((uploads) => uploads.close()))
})

function curating(options: Partial<UploadsOptions> = {}, info: typeof OWN | typeof INFO = OWN) {
  const runner = new FakeRunner()
  const uploads = new Uploads({ folder: uploadFolder(), runner, lock: () => () => undefined, ...options })
  opened.push(uploads)
  const fake = fakeApp({ uploads, info })
  const decide = (body: unknown, headers = {}) => fake.post('/api/curation', body, headers)
  const undo = async (id: string) =>
    fake.app.request(`/api/curation/${encodeURIComponent(id)}`, { method: 'DELETE', headers: { 'Content-Type': 'x' } })
  const list = async (): Promise<Curation> => (await fake.get('/api/curation')).json()
  const states = async () => (await list()).decisions.map(({ id, state }) => [id, state])
  /** Ends the ingest that runs, with the file of decisions as it would be then. */
  const done = async (standing: StandingDecision[], refusals?: (string | null)[]) => {
    runner.standing = standing
    runner.latest.end({ kind: 'done', report: report() as IngestReport, ...(refusals && { refusals }) })
    await settled()
  }
  return { ...fake, runner, uploads, decide, undo, list, states, done }
}

const HIDE = { kind: 'hide', things: [{ id: 'riverbench' }] }
const HIDE_ID = 'hide arxiv:2501.00001#RiverBench'
const WRONG = { kind: 'type', type: 'model', things: [{ id: 'otter-rl' }] }
const WRONG_ID = 'type model arxiv:2501.00001#Otter-RL'
const standing = (id: string, change: Partial<StandingDecision> = {}): StandingDecision => ({
  ...{ id, kind: 'hide', things: [], date: '2026-11-27', state: 'applied', nodes: ['riverbench'] },
  ...change,
})

describe('a decision', () => {
  it('is named by the words of a paper, queued, and shown until the graph has it', async () => {
    const { decide, list, runner, done } = curating()
    const answer = await decide(WRONG)
    expect([answer.status, await answer.json()]).toEqual([
      202,
      {
        ...{ id: WRONG_ID, kind: 'type', type: 'model', state: 'applying' },
        things: [{ paper: 'arxiv:2501.00001', words: 'Otter-RL' }],
        ...{ names: ['Otter-RL'], nodes: ['otter-rl'] },
      },
    ])
    expect(runner.latest.changes).toEqual([
      { decide: { kind: 'type', type: 'model', things: [{ paper: 'arxiv:2501.00001', words: 'Otter-RL' }] } },
    ])
    runner.latest.told.onProgress({ stage: 'resolving', done: 0 })
    expect(await list()).toMatchObject({
      ...{ isOpen: true, isApplying: true, progress: { stage: 'resolving' } },
      decisions: [{ id: WRONG_ID, state: 'applying' }],
    })
    await done([standing(WRONG_ID, { nodes: ['otter-rl'] })])
    expect(await list()).toMatchObject({ isApplying: false, decisions: [{ id: WRONG_ID, state: 'applied' }] })
  })

  it('comes together with others that are made meanwhile', async () => {
    const { decide, runner, states, done } = curating()
    for (const body of [WRONG, HIDE, { kind: 'hide', things: [{ id: 'otter-rl' }] }]) await decide(body)
    expect(runner.begun.map(({ changes }) => changes?.length)).toEqual([1])
    expect((await states()).map(([, state]) => state)).toEqual(['queued', 'queued', 'applying'])
    await done([standing(WRONG_ID)])
    expect(runner.begun.map(({ changes }) => changes?.length)).toEqual([1, 2])
  })

  it('that is made twice is one, and one that the graph has is refused with a sentence', async () => {
    const { decide, runner, states, done } = curating()
    for (let time = 0; time < 3; time++) expect((await decide(HIDE)).status).toBe(202)
    expect(await states()).toEqual([[HIDE_ID, 'applying']])
    await done([standing(HIDE_ID)])
    expect(runner.begun).toHaveLength(1)
    const again = await decide(HIDE)
    expect([again.status, await again.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'curation', detail: 'That was decided already on 2026-11-27.' }),
    ])
  })

  it('that cannot be made stays with the reason, can be tried again, and dropped', async () => {
    const { decide, list, undo, done, runner } = curating()
    await decide(WRONG)
    await done([], ['It contradicts another decision.'])
    const failed = { id: WRONG_ID, state: 'failed', reason: 'It contradicts another decision.' }
    expect((await list()).decisions).toMatchObject([failed])
    await decide(WRONG)
    expect((await list()).decisions).toMatchObject([{ id: WRONG_ID, state: 'applying' }])
    runner.latest.end({ kind: 'failed', code: 'store-unreachable', detail: 'The database does not answer.' })
    await settled()
    expect((await list()).decisions).toMatchObject([{ ...failed, reason: 'The database does not answer.' }])
    expect((await undo(WRONG_ID)).status).toBe(200)
    expect((await list()).decisions).toEqual([])
  })

  it('waits while an ingest runs, which the list of uploads alone shows', async () => {
    const { app, decide, get, states, runner } = curating()
    const headers = { 'Content-Type': 'application/octet-stream' }
    await app.request('/api/uploads?name=a.bib', { method: 'POST', body: '@article{a}', headers })
    await decide(HIDE)
    expect(await states()).toEqual([[HIDE_ID, 'queued']])
    expect((await (await get('/api/uploads')).json()).uploads).toMatchObject([{ name: 'a.bib', state: 'running' }])
    runner.latest.end({ kind: 'done', report: report() })
    await settled()
    expect(await states()).toEqual([[HIDE_ID, 'applying']])
    expect(runner.names).toEqual(['a.bib', 'curate'])
  })
})

describe('taking a decision back', () => {
  it('is as if it was never made while it waits', async () => {
    const { decide, undo, states, runner, done } = curating()
    await decide(WRONG)
    await decide(HIDE)
    await undo(HIDE_ID)
    expect(await states()).toEqual([[WRONG_ID, 'applying']])
    await done([standing(WRONG_ID)])
    expect(runner.begun).toHaveLength(1)
  })

  it('comes after it where it is being applied, and can itself be taken back', async () => {
    const { decide, undo, states, runner, done } = curating()
    await decide(HIDE)
    await undo(HIDE_ID)
    expect(await states()).toEqual([[HIDE_ID, 'undoing']])
    await done([standing(HIDE_ID)])
    expect(runner.latest.changes).toEqual([{ undo: HIDE_ID }])
    await decide(HIDE)
    await done([])
    expect(runner.latest.changes).toEqual([{ decide: expect.objectContaining({ kind: 'hide' }) }])
    await done([standing(HIDE_ID)])
    expect(await states()).toEqual([[HIDE_ID, 'applied']])
  })

  it('of one that the graph has makes the graph anew without it, and says so where that fails', async () => {
    const { undo, list, states, runner, done } = curating()
    runner.standing = [standing(HIDE_ID)]
    await undo(HIDE_ID)
    expect(await states()).toEqual([[HIDE_ID, 'undoing']])
    runner.latest.end({ kind: 'failed', code: 'data-folder', detail: 'The disk is full.' })
    await settled()
    expect((await list()).decisions).toMatchObject([{ id: HIDE_ID, state: 'applied', reason: 'The disk is full.' }])
    await undo(HIDE_ID)
    await done([])
    expect(await states()).toEqual([])
  })

  it('of one that is not there is a 404', async () => {
    expect((await curating().undo('nothing')).status).toBe(404)
  })
})

describe('a server that ends', () => {
  it('goes on with what waited and ran', async () => {
    const folder = uploadFolder()
    const first = curating({ folder })
    await first.decide(WRONG)
    await first.decide(HIDE)
    await first.uploads.close()
    const second = curating({ folder })
    second.uploads.resume()
    expect(await second.states()).toEqual([
      [HIDE_ID, 'queued'],
      [WRONG_ID, 'applying'],
    ])
  })
})

describe('the making of the graph by the file as it stands', () => {
  it('runs with no changes, and its failure is told until the next', async () => {
    const { post, list, runner } = curating()
    runner.standing = [standing('by hand', { state: 'waiting' })]
    expect((await post('/api/curation-file/apply', '')).status).toBe(202)
    expect(runner.latest.changes).toEqual([])
    runner.latest.end({ kind: 'failed', code: 'store-foreign', detail: 'It is another’s.' })
    await settled()
    expect(await list()).toMatchObject({ problem: 'It is another’s.', decisions: [{ state: 'waiting' }] })
    await post('/api/curation-file/apply', '')
    runner.latest.end({ kind: 'done', report: report() })
    await settled()
    expect((await list()).problem).toBeUndefined()
  })
})

describe('what is refused', () => {
  it.each([
    ['an unknown node', { kind: 'hide', things: [{ id: 'nobody' }] }, 404, /no node "nobody"/],
    [
      'a node with itself',
      { kind: 'same', things: [{ id: 'otter-rl' }, { id: 'otter-rl' }] },
      409,
      /Both are Otter-RL already/,
    ],
    ['a paper that is to be a model', { ...WRONG, things: [{ id: 'arxiv:2501.00001' }] }, 409, /can only be hidden/],
    [
      'what nothing else names',
      { kind: 'different', things: [{ id: 'otter-rl', paper: 'arxiv:2501.00001' }, { id: 'otter-rl' }] },
      409,
      /nothing to part it from/,
    ],
    [
      'words that a paper does not have',
      { kind: 'hide', things: [{ id: 'otter-rl', paper: 'arxiv:2502.00002' }] },
      404,
      /does not name Otter-RL/,
    ],
    ['one thing for two', { kind: 'same', things: [{ id: 'riverbench' }] }, 400, /"things"/],
    ['three things', { kind: 'same', things: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }, 400, /one thing or two/],
    ['no thing at all', { kind: 'hide', things: [{}] }, 400, /an id, or a paper and words/],
    ['a type that is none', { ...WRONG, type: 'person' }, 400, /"type" must be method/],
    ['a type for hiding', { ...HIDE, type: 'model' }, 400, /"type" goes with/],
    ['a kind that is none', { ...HIDE, kind: 'delete' }, 400, /"kind" must be/],
    ['a key too many', { ...HIDE, path: '/etc/passwd' }, 400, /body is not as it should be/],
    ['words without end', { kind: 'hide', things: [{ id: 'x'.repeat(2000) }] }, 400, /at most 1000/],
    ['more than fits', { ...HIDE, note: 'x'.repeat(300_000) }, 413, /larger than/],
    ['no JSON', '{"kind":', 400, /no JSON/],
  ])('%s', async (_what, body, status, detail) => {
    const { decide, list } = curating()
    const answer = await decide(body)
    expect([answer.status, (await answer.json()).detail]).toEqual([status, expect.stringMatching(detail)])
    expect((await list()).decisions).toEqual([])
  })

  it('a form or a page of another origin', async () => {
    const { decide } = curating()
    expect((await decide(HIDE, { 'Content-Type': 'text/plain' })).status).toBe(415)
    expect((await decide(HIDE, { Origin: 'https://elsewhere.example' })).status).toBe(403)
  })

  it('more than the queue holds', async () => {
    const { decide, states } = curating()
    for (let at = 0; at < MOST_CHANGES; at++)
      await decide({ kind: 'hide', things: [{ paper: 'arxiv:2501.00001', words: `word ${at}` }] })
    expect((await decide(HIDE)).status).toBe(429)
    expect(await states()).toHaveLength(MOST_CHANGES)
  })

  it('everything where nothing is written, with the reason and what to do', async () => {
    const off = curating({ refusal: 'This server was started with --no-uploads and takes no files.' })
    const answer = await off.decide(HIDE)
    const reason =
      'Decisions change the graph, as files do. This server was started with --no-uploads and takes no files.'
    expect([answer.status, await answer.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'curation-off', detail: reason }),
    ])
    expect(await off.list()).toMatchObject({ isOpen: false, reason, decisions: [] })
    expect((await off.undo('x')).status).toBe(403)
    const sample = curating({}, INFO)
    sample.runner.curationOff = 'Add papers first.'
    expect(await sample.list()).toMatchObject({ isOpen: false, reason: 'Add papers first.' })
    expect((await sample.decide(HIDE)).status).toBe(403)
    const foreign = curating()
    foreign.runner.curationOff = 'Add papers first.'
    expect((await foreign.list()).reason).toMatch(/another data folder/)
    expect(await (await fakeApp().get('/api/curation')).json()).toMatchObject({ isOpen: false })
  })
})
