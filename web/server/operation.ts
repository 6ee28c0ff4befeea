import type { Hono } from 'hono'
import { PapergraphError } from '../../errors.ts'
import type { GraphReader } from '../../queries/reader.ts'
import type { Metrics } from './metrics.ts'
import { checkOrigin } from './origins.ts'
import type { ServerEnv } from './served.ts'
import { checkToken, type TokenGate } from './token.ts'

const READY_WITHIN_MS = 2_000
const NOT_KEPT = { 'Cache-Control': 'no-store' }

/**
 * For whoever runs the server: GET /healthz (the process answers) and /readyz (the graph can be asked), which say nothing
 * else and need no token, and /metrics, which does.
 */
export function addOperationRoutes(
  app: Hono<ServerEnv>,
  { reader, metrics, gate }: { reader: GraphReader; metrics: Metrics; gate: TokenGate | undefined },
): void {
  app.get('/healthz', (c) => c.text('ok', 200, NOT_KEPT))
  app.get('/readyz', async (c) => {
    if (!(await isReady(reader))) throw new PapergraphError('busy', 'The graph cannot be asked at the moment.')
    return c.text('ready', 200, NOT_KEPT)
  })
  app.use('/metrics', checkOrigin)
  if (gate !== undefined) app.use('/metrics', checkToken(gate))
  app.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { ...NOT_KEPT, 'Content-Type': metrics.contentType }),
  )
}

async function isReady(reader: GraphReader): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), READY_WITHIN_MS)
  })
  const asked = reader.status().then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}
