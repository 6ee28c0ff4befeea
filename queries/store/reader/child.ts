import { PapergraphError } from '../../../errors.ts'
import { answerQuery, type TimedRows } from '../../answer.ts'
import { scanSelection } from '../../part.ts'
import { LazyIndex } from '../../search/lazy-index.ts'
import { digest } from '../digest.ts'
import type { GraphStore, ScanPage } from '../store.ts'
import { openSource } from './graph-source.ts'
import { readNames } from './known-names.ts'
import { watchMemory } from './memory-limit.ts'
import { type CallName, errorMessage, type ReaderCalls, type ReplyMessage, type RequestMessage } from './messages.ts'

/**
 * A reader process: it alone holds a graph file or a connection to a database, so that it can be ended when a query is, and
 * the memory of an old graph or a large answer goes back to the system. It lives as long as its parent.
 */

/** An answer of more than this would stop the parent for a second. */
const LONGEST_ANSWER = 64 * 1024 * 1024

let store: GraphStore | undefined
let index: LazyIndex | undefined
let stopping = new AbortController()
/** What is being read by pages, by its number. */
const parts = new Map<number, AsyncIterator<ScanPage>>()
let lastPart = 0

const calls: { [name in CallName]: (request: ReaderCalls[name]['request']) => Promise<ReaderCalls[name]['answer']> } = {
  async open({ source, search, watchedBytes }) {
    store = await openSource(source)
    if (search !== 'never') index = new LazyIndex(store)
    if (search === 'at-once') await index?.get()
    if (watchedBytes !== undefined) watchMemory(watchedBytes)
    return { engine: store.engine }
  },
  run: ({ name, parameters }) => answerQuery(opened(store), opened(index), name, parameters),
  async cypher({ text, parameters, maxRows, timeoutMs }): Promise<TimedRows> {
    const start = performance.now()
    stopping = new AbortController()
    const rows = await opened(store).query(text, parameters, { maxRows, timeoutMs, signal: stopping.signal })
    return { ...rows, tookMs: performance.now() - start }
  },
  async stop() {
    stopping.abort()
    return null
  },
  search: async ({ query, options }) => (await opened(index).get()).search(query, options),
  counts: () => opened(store).counts(),
  names: () => readNames(opened(store)),
  digest: () => digest(opened(store)),
  async part({ selection }) {
    const pages = await scanSelection(opened(store), opened(index), selection)
    parts.set(++lastPart, pages[Symbol.asyncIterator]())
    return { part: lastPart }
  },
  async page({ part }) {
    const next = await opened(parts.get(part)).next()
    if (next.done !== true) return next.value
    parts.delete(part)
    return null
  },
  async endPart({ part }) {
    await parts.get(part)?.return?.()
    parts.delete(part)
    return null
  },
}

function opened<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the reader process was asked before it was open')
  return value
}

process.on('message', (message: RequestMessage) => {
  // The parent sends nothing but what ReaderCalls says.
  const handler: (request: never) => Promise<unknown> = calls[message.name]
  handler(message.request as never).then(
    (answer) => reply(answerMessage(message.call, answer)),
    (error: unknown) => reply({ call: message.call, error: errorMessage(error) }),
  )
})
// A run of the engine cannot be waited for, and a graph that is only read needs no farewell.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// Ctrl-C on a terminal goes to the whole group; the parent decides when this process ends.
process.on('SIGINT', () => undefined)

function answerMessage(call: number, answer: unknown): ReplyMessage {
  const json = JSON.stringify(answer)
  if (json.length <= LONGEST_ANSWER) return { call, json }
  const error = new PapergraphError(
    'query-memory',
    `The answer is larger than ${LONGEST_ANSWER / 1024 / 1024} MB: ask for fewer rows or columns.`,
  )
  return { call, error: errorMessage(error) }
}

function reply(message: ReplyMessage): void {
  process.send?.(message)
}
