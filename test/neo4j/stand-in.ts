import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { BoltWire, readMessages } from './bolt-wire.ts'
import type { Structure } from './packstream.ts'
import { StandInDatabase } from './stand-in-database.ts'
import { type Account, StandInSession } from './stand-in-session.ts'

/**
 * A small server that speaks Bolt, for what a community Neo4j cannot show: several databases, users of different rights,
 * old releases, errors that pass. It answers with the codes that Neo4j documents
 * (https://neo4j.com/docs/status-codes/current/errors/all-errors/), and runs Cypher on the embedded engine.
 */
export interface StandInOptions {
  /** What the server calls itself. */
  agent?: string
  /** The version of Bolt that it speaks. */
  bolt?: readonly [major: number, minor: number]
  /** The first is the default. */
  databases?: readonly string[]
  users?: Readonly<Record<string, Account>>
  /** Asked before each statement, begin, commit and routing: the failure to answer with, or to cut the connection. */
  fault?: (event: StandInEvent) => Fault | undefined
  tls?: { key: string; cert: string }
}

export interface StandInEvent {
  what: 'run' | 'begin' | 'commit' | 'route'
  text: string
  database: string
  user: string
}
/** `cut after` does the work first, as when a commit's answer is lost on its way. */
export type Fault = { code: string; message?: string } | 'cut' | 'cut after'

export interface StandIn {
  /** host:port */
  address: string
  /** Everything that was asked, in order. */
  events: StandInEvent[]
  stop(): Promise<void>
}

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { bolt = [5, 4], databases: names = ['neo4j'], tls } = options
  const databases = new Map(names.map((name) => [name, new StandInDatabase()]))
  const events: StandInEvent[] = []
  const sockets = new Set<Socket>()
  let address = ''
  const serve = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    const session = new StandInSession(new BoltWire(socket), {
      agent: options.agent ?? 'Neo4j/5.26.30',
      address: () => address,
      databases,
      users: options.users ?? { neo4j: { password: 'secret', role: 'admin' } },
      note(event) {
        events.push(event)
        return options.fault?.(event)
      },
      hold: () => socket.cork(),
      cut: () => socket.destroy(),
    })
    const onMessage = (message: Structure): Promise<void> => session.take(message)
    readMessages(socket, bolt, onMessage)
      .catch(() => socket.destroy())
      .finally(() => session.end())
  }
  const server: Server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const found = server.address()
  address = `127.0.0.1:${typeof found === 'object' && found !== null ? found.port : 0}`
  return {
    address,
    events,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
