import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What hostile queries reach for, by the names that stand in braces in their texts. */
export interface CanaryPlaces {
  FOLDER: string
  FILE: string
  FILE_URL: string
  HOST: string
  URL: string
  /** The id of a transaction of somebody else. */
  TRANSACTION: string
}

export interface Canaries {
  places: CanaryPlaces
  /** Whether a text holds what only the secret file or the listener can have told. */
  sings(text: string): boolean
  /** How often somebody connected to the listener. */
  calls(): number
  /** Files that appeared beside the secret one. */
  strangers(): string[]
  close(): Promise<void>
}

/** In the secret file, in the listener's answer, and the name of a user of the database. */
export const SECRET = 'canary-in-a-coal-mine'

/** A secret file and a listener on this machine: what a query reads or calls shows. */
export async function makeCanaries(transaction: string): Promise<Canaries> {
  const folder = mkdtempSync(join(tmpdir(), 'papergraph-canary-'))
  const file = join(folder, 'secret.csv')
  writeFileSync(file, `${SECRET},"${SECRET}"\n{"secret": "${SECRET}"}\n`)
  let calls = 0
  const server = createServer((_request, response) => response.end(`${SECRET}\n${SECRET}\n`))
  server.on('connection', (socket) => {
    calls += 1
    // Whoever speaks another protocol waits to be greeted.
    socket.setTimeout(300, () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return {
    places: {
      FOLDER: folder,
      FILE: file,
      FILE_URL: pathToFileURL(file).href,
      HOST: host,
      URL: `http://${host}/secret.csv`,
      TRANSACTION: transaction,
    },
    sings: (text) => text.includes(SECRET),
    calls: () => calls,
    strangers: () => readdirSync(folder).filter((name) => name !== 'secret.csv'),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true })
    },
  }
}
