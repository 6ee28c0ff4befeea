import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../package-root.ts'

/** The built program, run as a person runs it. */

export const CLI = join(PACKAGE_ROOT, 'dist', 'cli.js')

export interface Outcome {
  status: number | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  input?: string | Buffer
  env?: Record<string, string>
  cwd?: string
}

/** The environment of a test: the person's own settings must not reach it. */
function environment(own: Record<string, string> = {}): NodeJS.ProcessEnv {
  const {
    PAPERGRAPH_DATA: _data,
    PAPERGRAPH_TOKEN: _token,
    NEO4J_PASSWORD: _password,
    NEO4J_DATABASE: _database,
    ...rest
  } = process.env
  return { ...rest, ...own }
}

export function start(args: string[], { env, cwd }: RunOptions = {}): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], { env: environment(env), ...(cwd === undefined ? {} : { cwd }) })
}

/** Runs a command to its end. */
export async function papergraph(args: string[], options: RunOptions = {}): Promise<Outcome> {
  const child = start(args, options)
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  // A command that refuses its input early closes the pipe: no error of ours.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(options.input ?? '')
  const [status] = await once(child, 'close')
  return { status, stdout, stderr }
}

/** A folder that is gone when the work is done. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'papergraph-program-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The digest that `status` prints. */
export async function digestOf(data: string, more: string[] = [], env: Record<string, string> = {}): Promise<string> {
  const { stdout, stderr, status } = await papergraph(['status', '--json', '--data', data, ...more], { env })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout).digest
}
