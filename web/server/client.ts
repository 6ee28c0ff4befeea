import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { openingMapPath } from '../map-sizes.ts'
import { NOT_BUILT_PAGE, NOT_FOUND_PAGE, TOKEN_PAGE } from './pages.ts'
import type { ServerEnv } from './served.ts'
import type { TokenGate } from './token.ts'

/**
 * Serves the built view. Its files hold nothing of the graph and need no token; the page asks for it all the same, so
 * that a person without it is told what to do, and takes it once from its address to give the browser a cookie.
 */
export function addClient(app: Hono<ServerEnv>, folder: string, gate: TokenGate | undefined): void {
  const isBuilt = (): boolean => existsSync(join(folder, 'index.html'))
  const entry = async (c: Context<ServerEnv>, next: () => Promise<void>) => {
    if (gate !== undefined) {
      const given = new URL(c.req.url).searchParams
      const token = given.get('token')
      if (token !== null && gate.accepts(c, token)) {
        gate.giveCookie(c)
        given.delete('token')
        c.header('Cache-Control', 'no-store')
        return c.redirect(given.size > 0 ? `./?${given}` : './', 303)
      }
      // A link from another site comes without the cookie even if there is one: the page's own requests then decide.
      if (!gate.isOpenTo(c) && c.req.header('sec-fetch-site') !== 'cross-site')
        return c.html(TOKEN_PAGE, 401, { 'Cache-Control': 'no-store' })
    }
    if (!isBuilt()) return c.html(NOT_BUILT_PAGE, 503, { 'Cache-Control': 'no-store' })
    return next()
  }
  app.get('/', entry)
  app.get('/index.html', entry)

  // Made when the files are there: it complains about a folder that is not.
  let files: MiddlewareHandler<ServerEnv> | undefined
  app.get('*', async (c, next) => {
    if (!isBuilt()) return next()
    files ??= serveStatic<ServerEnv>({ root: folder, precompressed: true })
    const answer = await files(c, next)
    // Vite names what it puts into assets/ after its content.
    const lasts = c.req.path.startsWith('/assets/')
    if (answer instanceof Response) {
      answer.headers.set('Cache-Control', lasts ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (c.req.path === '/' || c.req.path === '/index.html') answer.headers.set('Link', mapAhead(c.req.url))
    }
    return answer
  })
  app.get('*', (c) => c.html(NOT_FOUND_PAGE, 404, { 'Cache-Control': 'no-store' }))
}

/** Has the browser ask for the map that the page opens on while it still reads the page's script. */
const mapAhead = (address: string): string =>
  `<./api${openingMapPath(new URL(address).searchParams)}>; rel=preload; as=fetch; crossorigin=anonymous`
