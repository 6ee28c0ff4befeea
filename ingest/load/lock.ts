import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { PapergraphError } from '../../errors.ts'

const Holder = z.object({ pid: z.number().int(), started: z.string(), host: z.string() })
type Holder = z.infer<typeof Holder>

/**
 * Keeps a second ingest out of a data folder. A lock whose process is dead, or whose process id now belongs to a
 * process that started at another time, is taken over. Returns the release. Throws `locked`.
 */
export function takeLock(path: string): () => void {
  const mine: Holder = { pid: process.pid, started: startTime(process.pid), host: hostname() }
  for (let attempt = 0; ; attempt++) {
    try {
      createWhole(path, JSON.stringify(mine))
      return () => rmSync(path, { force: true })
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
      const holder = readHolder(path)
      if ((holder && isAlive(holder)) || attempt > 3)
        throw new PapergraphError('locked', busy(path, holder), { cause, details: { ...holder } })
      setAside(path)
    }
  }
}

/** Linking is atomic and refuses what is there: nobody ever sees the lock without its holder's name in it. */
function createWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.new`
  writeFileSync(beside, text)
  try {
    linkSync(beside, path)
  } finally {
    rmSync(beside, { force: true })
  }
}

/** Renaming is atomic: of two that find a dead lock, one moves it away and the other finds nothing to move. */
function setAside(path: string): void {
  const aside = `${path}.${process.pid}.dead`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  rmSync(aside, { force: true })
}

function busy(path: string, holder: Holder | undefined): string {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process'
  return `Another ingest is running in this data folder (${who}); wait for it, or delete ${path} if you are sure that it is gone.`
}

function readHolder(path: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Gone by now, or torn by a kill in the middle of the write: either way nobody holds it.
    return undefined
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
  }
  const started = startTime(holder.pid)
  return started === '' || holder.started === '' || started === holder.started
}

/** When a process started, in whatever form the system has; process ids are used again, start times are not. */
function startTime(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    }
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
