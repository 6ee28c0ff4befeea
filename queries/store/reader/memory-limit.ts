import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { MEMORY_STATUS } from './messages.ts'

const run = promisify(execFile)

/** `prlimit`: the system refuses more. `watched`: the process looks at itself, ten times a second. */
export type MemoryLimit = 'prlimit' | 'watched'

let known: Promise<MemoryLimit> | undefined

/** Which of the two this machine has. */
export function memoryLimitKind(): Promise<MemoryLimit> {
  known ??= findKind()
  return known
}

/** For people: how much, and who sees to it. */
export function describeMemoryLimit(kind: MemoryLimit, bytes: number): string {
  const amount = `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MB a query over the open graph`
  return kind === 'prlimit' ? `${amount}, kept by the system (prlimit)` : `${amount}, watched by the process itself`
}

async function findKind(): Promise<MemoryLimit> {
  if (process.platform !== 'linux') return 'watched'
  try {
    await run('prlimit', ['--version'])
    return 'prlimit'
  } catch {
    return 'watched'
  }
}

/** Limits a process's data to what it holds now and so much more. */
export async function limitMemory(pid: number, extraBytes: number): Promise<void> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kilobytes = Number(/^VmData:\s+(\d+) kB$/m.exec(status)?.[1])
  if (!Number.isFinite(kilobytes)) throw new Error(`the data size of process ${pid} is not known`)
  await run('prlimit', ['--pid', String(pid), `--data=${kilobytes * 1024 + extraBytes}`])
}

/** Ends this process once it holds so much more than now. */
export function watchMemory(extraBytes: number): void {
  const most = process.memoryUsage.rss() + extraBytes
  setInterval(() => {
    if (process.memoryUsage.rss() > most) process.exit(MEMORY_STATUS)
  }, 100).unref()
}
