import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The Python that has NetworkX: PAPERGRAPH_PYTHON (a virtualenv's), else python3. Undefined where it has none. */
export async function pythonWithNetworkx(): Promise<string | undefined> {
  const python = process.env.PAPERGRAPH_PYTHON ?? 'python3'
  try {
    await run(python, ['-c', 'import networkx'])
    return python
  } catch {
    return undefined
  }
}

/** Runs a script; it answers in JSON. */
export async function runPython(python: string, script: string, words: string[]): Promise<unknown> {
  const { stdout } = await run(python, ['-c', script, ...words], {
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    maxBuffer: 1 << 26,
  })
  return JSON.parse(stdout)
}
