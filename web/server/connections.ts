import type { RequestListener, Server } from 'node:http'
import type { Socket } from 'node:net'
import { networkOf } from './clients.ts'

export interface ConnectionLimits {
  /** Connections of one client at once. */
  perClient: number
  /** Requests of one connection that may wait for their answers (pipelining, which browsers do not do). */
  pipelined: number
  /** How long an answer may lie there while less than `slowestBytes` of it are taken. */
  unreadMs: number
  slowestBytes: number
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  perClient: 64,
  pipelined: 32,
  unreadMs: 20_000,
  slowestBytes: 20_000,
}

/** Ends connections beyond what one client may have, so that none can take all there are. */
export function limitConnections(server: Server, perClient: number): void {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const client = networkOf(socket.remoteAddress)
    const count = (open.get(client) ?? 0) + 1
    open.set(client, count)
    socket.once('close', () => {
      const left = (open.get(client) ?? 1) - 1
      if (left === 0) open.delete(client)
      else open.set(client, left)
    })
    if (count > perClient) socket.destroy()
  })
}

/** Gives a listener no more than so many requests of one connection at once; whoever sends more loses the connection. */
export function limitPipelining(listener: RequestListener, most: number): RequestListener {
  const open = new WeakMap<Socket, number>()
  return (request, response) => {
    const { socket } = request
    // Of a connection that was ended here, requests that had come already go on being read.
    if (socket.destroyed) return
    const count = (open.get(socket) ?? 0) + 1
    if (count > most) {
      socket.destroy()
      return
    }
    open.set(socket, count)
    response.once('close', () => open.set(socket, (open.get(socket) ?? 1) - 1))
    listener(request, response)
  }
}

interface Progress {
  sent: number
  since: number
}

/**
 * Ends connections whose client does not read its answer, or reads it so slowly that it means to hold it: Node's own time
 * limit for a socket begins anew with every byte. A connection with nothing left to send, as while events are awaited, may stay.
 */
export function endSlowReaders(
  server: Server,
  { unreadMs, slowestBytes }: Pick<ConnectionLimits, 'unreadMs' | 'slowestBytes'>,
): void {
  const open = new Map<Socket, Progress>()
  server.on('connection', (socket: Socket) => {
    open.set(socket, { sent: 0, since: performance.now() })
    socket.once('close', () => open.delete(socket))
  })
  const timer = setInterval(() => {
    const now = performance.now()
    for (const [socket, progress] of open) {
      const sent = socket.bytesWritten - socket.writableLength - queuedBytes(socket)
      // It falls, too, when the next piece is begun.
      const isMoving = socket.writableLength === 0 || Math.abs(sent - progress.sent) >= slowestBytes
      if (isMoving) open.set(socket, { sent, since: now })
      else if (now - progress.since >= unreadMs) socket.destroy()
    }
  }, unreadMs / 4)
  timer.unref()
  server.once('close', () => clearInterval(timer))
}

/**
 * What the system has not taken yet of the piece that is being written. An answer is often one piece, and Node's public
 * figures change only when all of it is out; its own time limit for sockets looks at the same place.
 */
function queuedBytes(socket: Socket & { _handle?: { writeQueueSize?: unknown } | null }): number {
  const queued = socket._handle?.writeQueueSize
  return typeof queued === 'number' ? queued : 0
}
