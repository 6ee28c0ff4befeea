import type { KeyLabel } from '../model.ts'
import { compareCodePoints } from './code-points.ts'
import type { Engine } from './engine.ts'

export interface LabelledId {
  label: KeyLabel
  id: string
}

/** The ids of all given labels merged into one order by code points, in windows of `size`. */
export async function* idWindows(
  engine: Pick<Engine, 'ids'>,
  labels: readonly KeyLabel[],
  size: number,
): AsyncGenerator<LabelledId[]> {
  const streams: IdStream[] = []
  for (const label of labels) {
    const stream: IdStream = { label, ids: [], position: 0 }
    if (await refill(engine, stream)) streams.push(stream)
  }
  let window: LabelledId[] = []
  while (streams.length > 0) {
    const first = streams.reduce((best, stream) => (compareCodePoints(head(stream), head(best)) < 0 ? stream : best))
    window.push({ label: first.label, id: head(first) })
    first.position += 1
    if (first.position === first.ids.length && !(await refill(engine, first))) streams.splice(streams.indexOf(first), 1)
    if (window.length === size) {
      yield window
      window = []
    }
  }
  if (window.length > 0) yield window
}

interface IdStream {
  label: KeyLabel
  ids: string[]
  position: number
}

function head(stream: IdStream): string {
  const id = stream.ids[stream.position]
  if (id === undefined) throw new Error(`the ${stream.label} ids are used up`)
  return id
}

async function refill(engine: Pick<Engine, 'ids'>, stream: IdStream): Promise<boolean> {
  const ids = await engine.ids(stream.label, stream.ids.at(-1))
  if (ids === undefined || ids.length === 0) return false
  stream.ids = ids
  stream.position = 0
  return true
}
