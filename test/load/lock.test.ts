import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeLock } from '../../ingest/load/lock.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-lock-'))
  path = join(folder, 'ingest.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

describe('the ingest lock', () => {
  it('keeps a second ingest out and says who holds it', () => {
    const release = takeLock(path)
    expect(() => takeLock(path)).toThrow(
      new RegExp(`^Another ingest is running in this data folder \\(process ${process.pid} `),
    )
    release()
    expect(existsSync(path)).toBe(false)
  })

  it('is taken over from a process that is dead', async () => {
    writeFileSync(path, JSON.stringify({ pid: await deadProcess(), started: '1', host: hostname() }))
    const release = takeLock(path)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid })
    release()
  })

  it('is taken over when its process id belongs to a process that started at another time', () => {
    writeFileSync(path, JSON.stringify({ pid: process.pid, started: 'long ago', host: hostname() }))
    takeLock(path)()
  })

  it('is taken over when it was torn by a kill in the middle of its writing', () => {
    writeFileSync(path, '{"pid": 12')
    takeLock(path)()
  })

  it('is left alone when it is from another machine, whose processes cannot be seen', () => {
    writeFileSync(path, JSON.stringify({ pid: 1, started: '1', host: 'elsewhere' }))
    expect(() => takeLock(path)).toThrow(/process 1 on elsewhere/)
  })
})
