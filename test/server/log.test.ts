import { describe, expect, it } from 'vitest'
import { PapergraphError } from '../../errors.ts'
import { describeEntry } from '../../web/server/log.ts'
import { fakeApp } from './fake-app.ts'

const ENTRY = { id: '0123456789ab', method: 'GET', path: '/api/map', status: 504, tookMs: 10.4 }

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
})
