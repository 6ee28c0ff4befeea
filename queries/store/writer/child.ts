import { openStore } from '../open.ts'
import { errorMessage } from '../reader/messages.ts'
import type { GraphStore, ScanPage } from '../store.ts'
import type { WriterCall, WriterCalls, WriterReply, WriterRequest } from './messages.ts'

/**
 * A writer process: holds the one graph file that an ingest writes, so that the engine's memory is apart from that of the
 * ingest, and writes while the ingest makes the next batch. It lives no longer than its parent.
 */

let store: GraphStore | undefined
let pages: AsyncIterator<ScanPage> | undefined

const calls: { [Name in WriterCall]: (request: WriterCalls[Name]['request']) => Promise<WriterCalls[Name]['answer']> } =
  {
    async open({ path, mode }) {
      store = await openStore({ kind: 'embedded', path, mode })
      return null
    },
    async ensureSchema() {
      await opened().ensureSchema()
      return null
    },
    async write(changes) {
      await opened().write(changes)
      return null
    },
    async scan({ isFirst }) {
      if (isFirst || pages === undefined) pages = opened().scan()[Symbol.asyncIterator]()
      const next = await pages.next()
      return next.done ? null : next.value
    },
    async writeMeta(meta) {
      await opened().writeMeta(meta)
      return null
    },
    async close() {
      await opened().close()
      return null
    },
  }

function opened(): GraphStore {
  if (store === undefined) throw new Error('the writer process was asked before it was open')
  return store
}

process.on('message', ({ call, name, request }: WriterRequest) => {
  // The parent sends nothing but what WriterCalls says.
  const handler: (request: never) => Promise<unknown> = calls[name]
  handler(request as never).then(
    (answer) => reply({ call, answer }),
    (error: unknown) => reply({ call, error: errorMessage(error) }),
  )
})
// The graph that it writes is nobody's before the ingest has moved the pointer.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// Ctrl-C on a terminal goes to the whole group; the parent decides when this process ends.
process.on('SIGINT', () => undefined)

function reply(message: WriterReply): void {
  process.send?.(message)
}
