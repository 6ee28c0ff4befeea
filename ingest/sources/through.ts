import type { Transform } from 'node:stream'

/**
 * Sends chunks through a transform and yields what comes out, item by item. Unlike piping and iterating the transform
 * itself, this gives out everything made before an error, and only then throws it. It never reads ahead: the next chunk
 * is asked for when what the last one made was taken. At an error of the chunks themselves the transform is ended first.
 */
export async function* through<In, Out>(chunks: AsyncIterable<In>, transform: Transform): AsyncGenerator<Out> {
  let made: Out[] = []
  let failure: Error | undefined
  let wake: () => void = () => {}
  transform.on('data', (item: Out) => made.push(item))
  transform.on('error', (error: Error) => {
    failure = error
    wake()
  })
  const step = (start: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      wake = resolve
      start(resolve)
    })
  const taken = () => {
    const items = made
    made = []
    return items
  }
  try {
    let sourceFailure: unknown
    const iterator = chunks[Symbol.asyncIterator]()
    try {
      for (;;) {
        const next = await iterator.next()
        if (next.done) break
        await step((done) => transform.write(next.value, done))
        // Items that were pushed while the stream was busy are handed over in the next turn.
        if (made.length === 0) await new Promise((resolve) => setImmediate(resolve))
        yield* taken()
        if (failure !== undefined) break
      }
    } catch (error) {
      sourceFailure = error
    } finally {
      await iterator.return?.()
    }
    if (failure === undefined) {
      await step((done) => {
        transform.once('end', done)
        transform.end()
      })
    }
    await new Promise((resolve) => setImmediate(resolve))
    yield* taken()
    if (sourceFailure !== undefined) throw sourceFailure
    if (failure !== undefined) throw failure
  } finally {
    transform.destroy()
  }
}
