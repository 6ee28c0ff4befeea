import type { IncomingMessage, Server } from 'node:http'

export interface SenderLimits {
  /** How long a request may take to arrive whole. */
  requestTimeout: number
  /** The same for a file that is uploaded, which besides must never be silent for long (jobs/receive.ts). */
  uploadTimeout: number
}

/** Ends connections whose request does not arrive in time. Node knows one limit for all requests only. */
export function endSlowSenders(server: Server, { requestTimeout, uploadTimeout }: SenderLimits): void {
  server.on('request', (request: IncomingMessage) => {
    const timer = setTimeout(
      () => {
        if (!request.complete) request.socket.destroy()
      },
      isUpload(request) ? uploadTimeout : requestTimeout,
    )
    timer.unref()
    request.once('close', () => clearTimeout(timer))
  })
}

const isUpload = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && /^\/api\/uploads(?:\?|$)/.test(url)
