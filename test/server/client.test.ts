import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { builtClient, fakeApp } from './fake-app.ts'

const TOKEN = 'a-token-of-enough-length'

describe('the view', () => {
  it('is served, its page always checked anew, its assets kept for good', async () => {
    const { get } = fakeApp({ clientFolder: builtClient() })
    for (const path of ['/', '/index.html', '/?focus=otter-rl']) {
      const page = await get(path)
      expect(page.status).toBe(200)
      expect(page.headers.get('content-type')).toContain('text/html')
      expect(page.headers.get('cache-control')).toBe('no-cache')
      expect(await page.text()).toContain('the view')
    }
    const asset = await get('/assets/index-abc123.js', { 'Accept-Encoding': 'gzip' })
    expect(asset.headers.get('content-type')).toContain('javascript')
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(asset.headers.get('content-encoding')).toBe('gzip')
    expect((await get('/assets/gone.js')).status).toBe(404)
  })

  it('sends assets as the build has compressed them', async () => {
    const folder = builtClient()
    writeFileSync(join(folder, 'assets', 'index-abc123.js.gz'), gzipSync('packed by the build'))
    const { get } = fakeApp({ clientFolder: folder })
    const asset = await get('/assets/index-abc123.js', { 'Accept-Encoding': 'gzip, deflate' })
    expect(asset.headers.get('content-encoding')).toBe('gzip')
    expect(asset.headers.get('vary')).toContain('Accept-Encoding')
    expect(asset.headers.get('content-type')).toContain('javascript')
    expect(gunzipSync(new Uint8Array(await asset.arrayBuffer())).toString()).toBe('packed by the build')
    expect((await get('/assets/index-abc123.js')).headers.get('content-encoding')).toBeNull()
  })

  it('has the browser ask ahead for the map that its address opens on, as the page itself will', async () => {
    const { get } = fakeApp({ clientFolder: builtClient() })
    const ahead = async (path: string): Promise<string | null> => (await get(path)).headers.get('link')
    const link = (address: string): string => `<${address}>; rel=preload; as=fetch; crossorigin=anonymous`
    for (const path of ['/', '/index.html', '/?most=400', '/?most=7', '/?most=%3E;x', '/?node=a'])
      expect(await ahead(path)).toBe(link('./api/map?limit=400'))
    expect(await ahead('/?most=2000')).toBe(link('./api/map?limit=2000'))
    expect(await ahead('/?most=10000&node=a')).toBe(link('./api/map/columns?limit=10000'))
    expect(await ahead('/assets/index-abc123.js')).toBeNull()
  })

  it('that is not built says what to do, and is there once it is built', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'papergraph-client-'))
    const { get } = fakeApp({ clientFolder: folder })
    const page = await get('/')
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('npm run build')
    writeFileSync(join(folder, 'index.html'), 'built by now')
    expect(await (await get('/')).text()).toBe('built by now')
  })
})

describe('the view of a server with a token', () => {
  const client = () => fakeApp({ clientFolder: builtClient(), token: TOKEN, host: '0.0.0.0' })

  it('asks for the token', async () => {
    const { get } = client()
    for (const path of ['/', '/index.html', '/?token=wrong', '/?token=']) {
      const page = await get(path)
      expect(page.status).toBe(401)
      expect(page.headers.get('set-cookie')).toBeNull()
      expect(await page.text()).toContain('name="token"')
    }
  })

  it('takes the token once from the address and leaves a cookie that opens page and API', async () => {
    const { get, entries } = client()
    const taken = await get(`/?focus=a%26b&token=${TOKEN}`)
    expect(taken.status).toBe(303)
    expect(taken.headers.get('location')).toBe('./?focus=a%26b')
    const cookie = taken.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^papergraph_[0-9a-f]{8}=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(cookie).not.toContain(TOKEN)
    const headers = { Cookie: cookie.split(';')[0] ?? '' }
    expect((await get('/', headers)).status).toBe(200)
    expect((await get('/api/status', headers)).status).toBe(200)
    expect((await get('/api/status', { Cookie: `${headers.Cookie}0` })).status).toBe(401)
    expect(JSON.stringify(entries)).not.toContain(TOKEN)
  })

  it('never sends a browser elsewhere', async () => {
    const { app } = client()
    for (const path of [
      `//evil.example/?token=${TOKEN}`,
      `//evil.example?token=${TOKEN}`,
      `/\\evil.example?token=${TOKEN}`,
    ]) {
      const answer = await app.request(`http://localhost${path}`)
      expect(answer.headers.get('location') ?? './').toMatch(/^\.\//)
    }
  })

  it('opens when followed from another site, where the cookie does not come along', async () => {
    const page = await client().get('/', { 'Sec-Fetch-Site': 'cross-site' })
    expect(await page.text()).toContain('the view')
  })
})
