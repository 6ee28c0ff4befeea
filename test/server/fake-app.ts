import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AppOptions, createApp } from '../../web/server/app.ts'
import type { LogEntry } from '../../web/server/log.ts'
import { FakeReader } from './fake-reader.ts'

export const INFO = { graph: 'sample', name: 'the bundled sample', papergraph: '0.0.0-test' } as const
export const QUESTIONS = {
  list: () => [
    {
      name: 'top',
      title: 'Top',
      description: 'The top.',
      shape: 'table' as const,
      parameters: [
        { name: 'limit', type: 'integer' as const, description: 'how many', default: 5 },
        { name: 'offset', type: 'integer' as const, description: 'how many to leave out', default: 0 },
      ],
      text: '// Top\nRETURN 1',
    },
  ],
}

/** An app over a fake reader, what it logged, and a shorthand for asking it. */
export function fakeApp(options: Partial<AppOptions> = {}) {
  const reader = new FakeReader()
  const entries: LogEntry[] = []
  const app = createApp({
    reader,
    info: INFO,
    clientFolder: '/nowhere',
    log: (entry) => entries.push(entry),
    questions: QUESTIONS,
    ...options,
  })
  const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return { app, reader, entries, get, post }
}

/** A folder as vite builds it, with something beside it that must stay secret. */
export function builtClient(): string {
  const home = mkdtempSync(join(tmpdir(), 'papergraph-client-'))
  const folder = join(home, 'client')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(home, 'secret.txt'), 'a secret')
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>the view</title>')
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), `console.log('view')\n${'// padding\n'.repeat(500)}`)
  return folder
}
