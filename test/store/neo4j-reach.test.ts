import { readFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { openNeo4j } from '../../queries/store/neo4j.ts'
import { startStandIn } from '../neo4j/stand-in.ts'

const servers: { stop(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

/** host:port of a server that is none of Neo4j's. */
async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  servers.push({
    stop() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(resolve))
    },
  })
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}
/** Encrypted by a certificate of its own, which nobody trusts. */
async function startEncrypted(): Promise<string> {
  const file = (name: string): string => readFileSync(join(PACKAGE_ROOT, 'test', 'neo4j', 'fixtures', name), 'utf8')
  const standIn = await startStandIn({ tls: { key: file('localhost-key.pem'), cert: file('localhost-cert.pem') } })
  servers.push(standIn)
  return standIn.address
}
const messageOf = async (url: string): Promise<string> => {
  const driverConfig = { connectionTimeout: 1_000, connectionAcquisitionTimeout: 1_500 }
  const failure: unknown = await openNeo4j(url, { user: 'neo4j', password: 'secret' }, { driverConfig }).catch(
    (error) => error,
  )
  expect(failure).toMatchObject({ code: 'store-unreachable' })
  return failure instanceof Error ? failure.message : ''
}

describe.each(['bolt', 'neo4j'])('an address by %s:// that is not Neo4j’s', (scheme) => {
  it('answers HTTP', async () => {
    const at = `${scheme}://${await listen(createHttpServer((_request, response) => response.end('hello')))}`
    expect(await messageOf(at)).toBe(
      `What answers at ${at} speaks HTTP, not Bolt: give the port of Bolt (7687 unless it was changed).`,
    )
  })

  it('answers in another protocol', async () => {
    const at = `${scheme}://${await listen(createServer((socket) => socket.on('error', () => undefined).write('SSH-2.0-x\r\n')))}`
    expect(await messageOf(at)).toMatch(/^What answers at \S+ is not Neo4j: /)
  })

  it('knows no version of Bolt that the driver does', async () => {
    const standIn = await startStandIn({ bolt: [2, 0] })
    servers.push(standIn)
    expect(await messageOf(`${scheme}://${standIn.address}`)).toContain('speaks no version of Bolt that Neo4j 5.26')
  })

  it('takes the connection and says nothing', async () => {
    const open = createServer((socket) => socket.on('error', () => undefined))
    expect(await messageOf(`${scheme}://${await listen(open)}`)).toContain('does not answer')
  })

  it('refuses the connection', async () => {
    expect(await messageOf(`${scheme}://127.0.0.1:1`)).toBe(
      `Neo4j cannot be reached at ${scheme}://127.0.0.1:1: check that it runs and that address and port are right (connect ECONNREFUSED 127.0.0.1:1).`,
    )
  })
})

describe.each(['bolt', 'neo4j'])('encryption by %s://', (scheme) => {
  it('is wanted there and not here', async () => {
    expect(await messageOf(`${scheme}://${await startEncrypted()}`)).toContain(`write ${scheme}+s://127.0.0.1`)
  })

  it('is wanted here and not there', async () => {
    const standIn = await startStandIn()
    servers.push(standIn)
    expect(await messageOf(`${scheme}+s://${standIn.address}`)).toContain(
      `does not encrypt: write ${scheme}://${standIn.address}`,
    )
  })

  it('is not trusted with a certificate of one’s own, unless that is said', async () => {
    const at = await startEncrypted()
    expect(await messageOf(`${scheme}+s://${at}`)).toContain(
      `(DEPTH_ZERO_SELF_SIGNED_CERT): write ${scheme}+ssc://${at} if it is your own`,
    )
    const store = await openNeo4j(`bolt+ssc://${at}`, { user: 'neo4j', password: 'secret' })
    await store.close()
  })
})
