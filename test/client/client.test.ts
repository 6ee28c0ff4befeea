import { expect, it } from 'vitest'
import { createClient } from '../../web/client/client.ts'

it('the client puts values into the address and gives what it is sent', async () => {
  const sent: [string, RequestInit][] = []
  const { get, post } = createClient(async (path, init) => {
    sent.push([path, init])
    return { hits: [] }
  })
  const { signal } = new AbortController()
  expect(await get('/search', { q: 'a & b=c', type: ['paper', 'method'], from: undefined }, signal)).toEqual({
    hits: [],
  })
  await get('/status', undefined)
  await get('/query/top-concepts', { type: 'model', limit: 5 })
  await post('/edges', { ids: ['a', 'b'] })
  expect(sent).toEqual([
    ['/search?q=a+%26+b%3Dc&type=paper&type=method', { signal }],
    ['/status', {}],
    ['/query/top-concepts?type=model&limit=5', {}],
    ['/edges', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ids":["a","b"]}' }],
  ])
})
