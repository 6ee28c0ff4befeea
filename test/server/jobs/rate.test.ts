import { describe, expect, it } from 'vitest'
import { Pace } from '../../../web/server/jobs/rate.ts'

describe('how fast a stage goes', () => {
  it('is said once there is something to say, with the time that is left', () => {
    let now = 0
    const pace = new Pace(() => now)
    expect(pace.of({ stage: 'extracting', done: 0, total: 100 })).toEqual({ stage: 'extracting', done: 0, total: 100 })
    now = 100
    expect(pace.of({ stage: 'extracting', done: 5, total: 100 })).toEqual({ stage: 'extracting', done: 5, total: 100 })
    now = 4000
    expect(pace.of({ stage: 'extracting', done: 40, total: 100 })).toEqual({
      ...{ stage: 'extracting', done: 40, total: 100 },
      ...{ perSecond: 10, secondsLeft: 6 },
    })
  })

  it('begins anew with every stage', () => {
    let now = 0
    const pace = new Pace(() => now)
    pace.of({ stage: 'reading', done: 0 })
    now = 60_000
    pace.of({ stage: 'writing papers', done: 0 })
    now = 61_000
    expect(pace.of({ stage: 'writing papers', done: 200 })).toMatchObject({ perSecond: 200 })
  })

  it('knows what is left of a file by its bytes', () => {
    let now = 0
    const pace = new Pace(() => now)
    pace.of({ stage: 'reading', done: 0, share: 0 })
    now = 2000
    expect(pace.of({ stage: 'reading', done: 50, share: 0.25 })).toMatchObject({ perSecond: 25, secondsLeft: 6 })
  })
})
