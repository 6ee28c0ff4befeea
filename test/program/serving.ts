import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Ingest, IngestList } from '../../web/api-ingests.ts'
import { start } from './papergraph.ts'

/** `papergraph serve`, as a person starts it, and what they send to it. */
export class Serving {
  readonly address: string
  readonly child: ChildProcess
  private readonly headers: Record<string, string>

  private constructor(child: ChildProcess, address: string, token?: string) {
    this.child = child
    this.address = address
    this.headers = token === undefined ? {} : { Authorization: `Bearer ${token}` }
  }

  static async from(data: string, args: string[] = [], env: Record<string, string> = {}): Promise<Serving> {
    const child = start(['serve', '--port', '0', '--data', data, ...args], { env })
    let printed = ''
    const address = await new Promise<string>((resolve, reject) => {
      const read = (text: string): void => {
        printed += text
        const port = /is at http:\/\/[^\s:]+:(\d+)/.exec(printed)?.[1]
        if (port !== undefined) resolve(`http://127.0.0.1:${port}`)
      }
      child.stdout?.setEncoding('utf8').on('data', read)
      child.stderr?.setEncoding('utf8').on('data', read)
      child.once('close', () => reject(new Error(`the server ended: ${printed}`)))
    })
    return new Serving(child, address, env.PAPERGRAPH_TOKEN)
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const closed = once(this.child, 'close')
    this.child.kill(signal)
    await closed
  }

  send(name: string, body: string | Buffer | ReadableStream<Uint8Array>): Promise<Response> {
    const init: RequestInit & { duplex?: 'half' } = {
      method: 'POST',
      headers: { ...this.headers, 'Content-Type': 'application/octet-stream' },
      body: typeof body === 'string' || body instanceof ReadableStream ? body : new Uint8Array(body),
      duplex: 'half',
    }
    return fetch(`${this.address}/api/uploads?name=${encodeURIComponent(name)}`, init)
  }

  /** Sends a file and gives its job. */
  async upload(name: string, body: string | Buffer): Promise<Ingest> {
    const answer = await this.send(name, body)
    if (answer.status !== 202) throw new Error(await answer.text())
    return answer.json()
  }

  async list(): Promise<IngestList> {
    return (await fetch(`${this.address}/api/uploads`, { headers: this.headers })).json()
  }

  async job(id: string): Promise<Ingest> {
    return (await fetch(`${this.address}/api/uploads/${id}`, { headers: this.headers })).json()
  }

  async cancel(id: string): Promise<Ingest> {
    return (await fetch(`${this.address}/api/uploads/${id}`, { method: 'DELETE', headers: this.headers })).json()
  }

  /** Waits until a job is as it should be. */
  async until(id: string, isSo: (job: Ingest) => boolean): Promise<Ingest> {
    for (;;) {
      const job = await this.job(id)
      if (isSo(job)) return job
      await new Promise((wait) => setTimeout(wait, 25))
    }
  }

  finished(id: string): Promise<Ingest> {
    return this.until(id, ({ state }) => state === 'done' || state === 'failed' || state === 'cancelled')
  }

  async status(): Promise<{ graph: string; version: string; nodes: Record<string, number> }> {
    return (await fetch(`${this.address}/api/status`, { headers: this.headers })).json()
  }
}
