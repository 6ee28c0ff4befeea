import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What a command took, all processes under it counted. */
export interface Taken {
  seconds: number
  /** Of all its processes and threads together. */
  cpuSeconds: number
  /** The most that any one process held at once, and the most that all held at one moment, in megabytes. */
  peakProcessMb: number
  peakTreeMb: number
  stdout: string
}

const EVERY_MS = 100
/** The unit of /proc/PID/stat; 100 on every Linux that Node runs on. */
const TICKS_A_SECOND = 100

/**
 * Runs a Node script to its end and watches it and all processes that it starts (Linux: by /proc). Throws Error with what it
 * wrote where it fails.
 */
export async function measured(args: readonly string[], also: readonly number[] = []): Promise<Taken> {
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    stderr = (stderr + String(chunk)).slice(-4_000)
  })
  const tree = new ProcessTree([...(child.pid === undefined ? [] : [child.pid]), ...also])
  const watch = setInterval(() => tree.look(), EVERY_MS)
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => clearInterval(watch))
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`)
  return { seconds: (performance.now() - start) / 1000, ...tree.taken(), stdout }
}

/** A set of processes and all that they start, looked at from time to time. */
export class ProcessTree {
  readonly #roots: readonly number[]
  readonly #ticks = new Map<number, { first: number; last: number }>()
  readonly #before: ReadonlySet<number>
  #peakProcess = 0
  #peakTree = 0

  /** CPU time that a process used before it is first looked at here counts only where it is started later. */
  constructor(roots: readonly number[]) {
    this.#roots = roots
    this.#before = new Set(roots)
    this.look()
  }

  look(): void {
    let sum = 0
    for (const pid of this.#roots.flatMap(familyOf)) {
      const { ticks, residentMb } = standing(pid)
      const known = this.#ticks.get(pid)
      this.#ticks.set(pid, { first: known?.first ?? (this.#before.has(pid) ? ticks : 0), last: ticks })
      this.#peakProcess = Math.max(this.#peakProcess, residentMb)
      sum += residentMb
    }
    this.#peakTree = Math.max(this.#peakTree, sum)
  }

  taken(): Pick<Taken, 'cpuSeconds' | 'peakProcessMb' | 'peakTreeMb'> {
    let ticks = 0
    for (const { first, last } of this.#ticks.values()) ticks += Math.max(0, last - first)
    return { cpuSeconds: ticks / TICKS_A_SECOND, peakProcessMb: this.#peakProcess, peakTreeMb: this.#peakTree }
  }
}

/** A process and all under it; without those that end while they are being asked. */
export function familyOf(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`)
  return [pid, ...children.split(' ').filter(Boolean).map(Number).flatMap(familyOf)]
}

/** The name of a process's program ("node", "java"), empty when it is gone. */
export function programOf(pid: number): string {
  return read(`/proc/${pid}/comm`).trim()
}

/** What a process holds at this moment, in megabytes; 0 when it is gone. */
export function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

function standing(pid: number): { ticks: number; residentMb: number } {
  const stat = read(`/proc/${pid}/stat`)
  // Behind the program's name, which may hold spaces: user and system time are the 12th and 13th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { ticks: Number(fields[11] ?? 0) + Number(fields[12] ?? 0), residentMb: residentMb(pid) }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
