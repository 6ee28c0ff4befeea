import { describe, expect, it } from 'vitest'
import { PapergraphError } from '../../errors.ts'
import { describeEntry, jsonEntry } from '../../web/server/log.ts'
import { fakeApp } from './fake-app.ts'

const WHO = { id: '0123456789ab', client: '192.0.2.7' }
const ENTRY = { ...WHO, method: 'GET', path: '/api/map', route: '/api/map', status: 504, tookMs: 10.44 }

describe('a line of the log', () => {
  it('holds an error that is meant for people in one line', () => {
    const error = new PapergraphError('query-timeout', 'The query ran out of time.')
    expect(describeEntry({ ...ENTRY, error })).toBe(
      'request 0123456789ab: GET /api/map gave 504 after 10 ms: The query ran out of time.',
    )
    expect(describeEntry(ENTRY)).toBe('request 0123456789ab: GET /api/map gave 504 after 10 ms')
  })

  it('holds where any other error came from, and its causes', () => {
    const error = new Error('outer', { cause: new PapergraphError('internal', 'inner') })
    const line = describeEntry({ ...ENTRY, error })
    expect(line).toContain('Error: outer\n    at ')
    expect(line).toContain('caused by PapergraphError: inner\n    at ')
  })

  it('is written once for each request, whatever becomes of it, without the query string', async () => {
    const { get, post, entries } = fakeApp()
    await get('/api/status?secret=1')
    await get('/nothing?secret=1', { Host: 'evil.example' })
    await post('/api/cypher', '{')
    await get('/api/status')
    expect(entries.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      'GET /api/status 400',
      'GET /nothing 421',
      'POST /api/cypher 400',
      'GET /api/status 200',
    ])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(4)
  })

  it('is one line of JSON where a program reads it, with the code of what was wrong and no words of the request', async () => {
    const { get, post, entries, reader } = fakeApp()
    reader.onCypher = () => Promise.reject(new PapergraphError('query-invalid', 'There is no property "hunter2".'))
    await get('/api/query/none%0A{"status":200}?password=hunter2')
    await post('/api/cypher?token=hunter2', { text: 'RETURN "hunter2"' }, { Authorization: 'Bearer hunter2' })
    reader.onCypher = () => Promise.reject(new Error('a bug'))
    await post('/api/cypher', { text: 'RETURN "hunter2"' })
    const lines = entries.map((entry) => jsonEntry({ ...entry, id: 'x' }, new Date(0)))
    expect(lines.join('\n').split('\n')).toHaveLength(3)
    expect(lines.join()).not.toContain('hunter2')
    const usual = { time: '1970-01-01T00:00:00.000Z', id: 'x', client: 'unknown', ms: expect.any(Number) }
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        ...usual,
        ...{ method: 'GET', path: '/api/query/none%0A%7B%22status%22:200%7D', route: '/api/query/:name' },
        ...{ status: 404, code: 'not-found' },
      },
      { ...usual, method: 'POST', path: '/api/cypher', route: '/api/cypher', status: 400, code: 'query-invalid' },
      {
        ...usual,
        ...{ method: 'POST', path: '/api/cypher', route: '/api/cypher', status: 500 },
        error: expect.stringMatching(/^Error: a bug\n {4}at /),
      },
    ])
  })

  it('knows a file of the view, an address that is nothing and a method that nothing takes', async () => {
    const { get, app, entries } = fakeApp()
    await get('/assets/a.js')
    await get('/api/nothing')
    await app.request('/api/map', { method: 'DELETE' })
    await app.request('/x', { method: 'BREW' })
    await app.request('/api/status', { method: 'HEAD' })
    expect(entries.map(({ route, status }) => [route, status])).toEqual([
      ['view', 404],
      ['none', 404],
      ['none', 405],
      ['none', 405],
      ['/api/status', 200],
    ])
  })
})
