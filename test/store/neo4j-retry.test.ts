import neo4j from 'neo4j-driver'
import { describe, expect, it } from 'vitest'
import { isPassing, retried } from '../../queries/store/neo4j-retry.ts'

const failing = (code: string): Error =>
  new neo4j.Neo4jError('It will pass.', code, '50N42', 'an error', {
    OPERATION: '',
    OPERATION_CODE: '0',
    CURRENT_SCHEMA: '/',
  })

describe('an error that passes', () => {
  it.each([
    'Neo.TransientError.Transaction.DeadlockDetected',
    'Neo.TransientError.Transaction.LockAcquisitionTimeout',
    'Neo.TransientError.General.DatabaseUnavailable',
    'Neo.ClientError.Security.AuthorizationExpired',
    'ServiceUnavailable',
    'SessionExpired',
  ])('is %s', (code) => {
    expect(isPassing(failing(code))).toBe(true)
  })

  it.each([
    'Neo.ClientError.Statement.SyntaxError',
    'Neo.ClientError.Security.Forbidden',
    'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
    'Neo.DatabaseError.Statement.ExecutionFailed',
    // Called transient, but the same work would need the same memory.
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    'Neo.TransientError.General.TransactionOutOfMemoryError',
    'Neo.TransientError.General.OutOfMemoryError',
  ])('is not %s', (code) => {
    expect(isPassing(failing(code))).toBe(false)
  })

  it('is none of ours', () => {
    expect(isPassing(new Error('Neo.TransientError.Transaction.DeadlockDetected'))).toBe(false)
  })
})

describe('work that is tried again', () => {
  function bench(failures: readonly Error[], limitMs = 10_000) {
    const waits: number[] = []
    let time = 0
    let attempts = 0
    const work = async (): Promise<string> => {
      const failure = failures[attempts]
      attempts += 1
      if (failure !== undefined) throw failure
      return 'done'
    }
    const wait = async (ms: number): Promise<void> => {
      waits.push(ms)
      time += ms
    }
    const run = retried(work, { limitMs, wait, now: () => time, random: () => 0.5 })
    return { run, waits, attempts: () => attempts }
  }
  const deadlock = failing('Neo.TransientError.Transaction.DeadlockDetected')

  it('waits twice as long each time, up to a bound', async () => {
    const { run, waits } = bench(Array.from({ length: 8 }, () => deadlock))
    expect(await run).toBe('done')
    expect(waits).toEqual([50, 100, 200, 400, 800, 1600, 2000, 2000])
  })

  it('ends with the last error when the time is over', async () => {
    const { run, attempts } = bench(
      Array.from({ length: 99 }, () => deadlock),
      1_000,
    )
    await expect(run).rejects.toBe(deadlock)
    expect(attempts()).toBe(5)
  })

  it('is not tried again after any other error', async () => {
    const { run, attempts } = bench([failing('Neo.ClientError.Statement.SyntaxError')])
    await expect(run).rejects.toMatchObject({ code: 'Neo.ClientError.Statement.SyntaxError' })
    expect(attempts()).toBe(1)
  })

  it('stops when nobody waits any more', async () => {
    const stop = new AbortController()
    let attempts = 0
    const run = retried(
      async () => {
        attempts += 1
        stop.abort()
        throw deadlock
      },
      { limitMs: 10_000, signal: stop.signal },
    )
    await expect(run).rejects.toBe(deadlock)
    expect(attempts).toBe(1)
  })
})
