import { describe, expect, it } from 'vitest'
import { BatchWriter } from '../../ingest/load/batch-writer.ts'
import type { GraphNode } from '../../queries/model.ts'
import type { GraphChanges } from '../../queries/store/store.ts'

const papers = (count: number, from = 0): GraphNode[] =>
  Array.from({ length: count }, (_, at) => ({ id: `x:${from + at}`, labels: ['Paper'], properties: {} }))

/** A store whose writes last until they are let go. */
function slowStore(lanes: number) {
  const waiting: { changes: GraphChanges; end: (error?: Error) => void }[] = []
  const write = (changes: GraphChanges): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ changes, end: (error) => (error === undefined ? resolve() : reject(error)) })
    })
  return { waiting, writer: new BatchWriter({ write }, lanes) }
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('a batch writer', () => {
  it('writes as many batches at once as there are lanes', async () => {
    const { waiting, writer } = slowStore(2)
    await writer.add({ nodes: papers(2000) })
    await writer.add({ nodes: papers(2000, 2000) })
    const third = writer.add({ nodes: papers(2000, 4000) })
    await turn()
    expect(waiting).toHaveLength(2)
    waiting[0]?.end()
    await third
    expect(waiting).toHaveLength(3)
    const flushed = writer.flush()
    for (const { end } of waiting) end()
    await flushed
    expect(writer.counts.nodes).toBe(6000)
  })

  it('keeps what is added together in one transaction', async () => {
    const { waiting, writer } = slowStore(4)
    await writer.add({ nodes: papers(1999) })
    await writer.add({ nodes: papers(5000, 1999) })
    expect(waiting.map(({ changes }) => changes.nodes.length)).toEqual([6999])
  })

  it('waits for everything before what comes after a flush', async () => {
    const { waiting, writer } = slowStore(4)
    await writer.add({ nodes: papers(2000) })
    await writer.add({ nodes: papers(1, 2000) })
    let isFlushed = false
    const flushed = writer.flush().then(() => {
      isFlushed = true
    })
    await turn()
    expect([waiting.length, isFlushed]).toEqual([2, false])
    waiting[1]?.end()
    await turn()
    expect(isFlushed).toBe(false)
    waiting[0]?.end()
    await flushed
  })

  it('throws the first error and sends nothing after it', async () => {
    const { waiting, writer } = slowStore(2)
    const failure = new Error('no room')
    await writer.add({ nodes: papers(2000) })
    await writer.add({ nodes: papers(2000, 2000) })
    waiting[1]?.end(failure)
    await turn()
    await expect(writer.add({ nodes: papers(2000, 4000) })).rejects.toBe(failure)
    waiting[0]?.end()
    await expect(writer.flush()).rejects.toBe(failure)
    expect(waiting).toHaveLength(2)
    expect(writer.counts.nodes).toBe(2000)
  })
})
