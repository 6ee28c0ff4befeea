import { describe, expect, it } from 'vitest'
import type { Upload } from '../../web/client/openapi.ts'
import { withUpload } from '../../web/client/state/uploads.ts'

const upload = (id: string, state: Upload['state']): Upload => ({ id, state, name: `${id}.jsonl` }) as Upload
const states = (uploads: Upload[]) => uploads.map(({ id, state }) => `${id} ${state}`)

describe('what is known of uploads', () => {
  const before = [upload('b', 'queued'), upload('a', 'running')]

  it('puts a new one first and changes one that is there in its place', () => {
    expect(states(withUpload(before, upload('c', 'receiving')))).toEqual(['c receiving', 'b queued', 'a running'])
    expect(states(withUpload(before, upload('a', 'done')))).toEqual(['b queued', 'a done'])
  })

  it('leaves one ended when the answer to “cancel” comes after the news that it has ended', () => {
    const ended = withUpload(before, upload('a', 'cancelled'))
    expect(states(withUpload(ended, upload('a', 'cancelling')))).toEqual(['b queued', 'a cancelled'])
  })
})
