import { connect, type Socket } from 'node:net'

/** How long a connection that stays open may be silent before it counts as having said all. */
const SILENT_MS = 1_500

export interface RawAnswer {
  /** Latin-1, all that came. */
  text: string
  status: number | 'none'
}

export interface Sender {
  port: number
  /** The address that it comes from: every one of 127.0.0.0/8 is this machine (on Linux). */
  from?: string | undefined
}

export function openSocket({ port, from }: Sender): Socket {
  const isElsewhere = from !== undefined && process.platform === 'linux'
  const socket = connect({ port, host: '127.0.0.1', ...(isElsewhere ? { localAddress: from } : {}) })
  // A server that closes before all is sent is no failure of the test.
  socket.on('error', () => undefined)
  return socket
}

/** Sends bytes (Latin-1) as they are and gives what comes back. */
export function sendRaw(sender: Sender, bytes: string): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = openSocket(sender)
    let text = ''
    socket.setTimeout(SILENT_MS, () => socket.destroy())
    socket.setEncoding('latin1')
    socket.on('data', (data) => {
      text += data
    })
    socket.on('close', () => {
      const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1]
      resolve({ text, status: status === undefined ? 'none' : Number(status) })
    })
    socket.write(bytes, 'latin1')
  })
}
