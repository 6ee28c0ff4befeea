/**
 * Texts or bytes as a body that is sent while it is made: the next is asked for when the client has taken the last. `onEnd` is called once,
 * when all is sent, when the client goes away, or when the making fails, which breaks the connection off.
 */
export function streamed(pieces: AsyncIterable<string | Uint8Array>, onEnd: () => void): ReadableStream<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  let isOver = false
  const end = (): void => {
    if (!isOver) onEnd()
    isOver = true
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await source.next()
          if (next.done === true) {
            end()
            controller.close()
          } else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value)
        } catch (error) {
          end()
          controller.error(error)
        }
      },
      async cancel() {
        try {
          await source.return?.()
        } finally {
          end()
        }
      },
    },
    { highWaterMark: 1 },
  )
}
