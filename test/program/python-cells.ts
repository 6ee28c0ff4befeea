import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { z } from 'zod'
import { PACKAGE_ROOT } from '../../package-root.ts'

const PYTHON = process.env.PAPERGRAPH_PYTHON ?? 'python3'
const RUNNER = join(PACKAGE_ROOT, 'test', 'program', 'run-cells.py')

/** A cell, and what it printed below it, if anything. */
const CELL = /^```python\n([\s\S]*?)^```\n(?:\n```text\n[\s\S]*?^```\n)?/gm

/** What is missing for the page's cells; undefined where all is there. PAPERGRAPH_PYTHON names a Python that has it. */
export async function missingPython(): Promise<string | undefined> {
  try {
    await promisify(execFile)(PYTHON, ['-c', 'import requests, pandas, networkx'])
    return undefined
  } catch {
    return `${PYTHON} has no requests, pandas and networkx (pip install -r test/program/requirements.txt)`
  }
}

/** The page's cells, in order. */
export const cellsOf = (markdown: string): string[] => Array.from(markdown.matchAll(CELL), ([, cell = '']) => cell)

/** The same page with what each cell prints now, asked of the server at `url`. Throws with Python's own words. */
export async function withCellOutput(markdown: string, url: string): Promise<string> {
  const outputs = await runCells(cellsOf(markdown), url)
  return markdown.replaceAll(CELL, (_, cell: string) => {
    const output = (outputs.shift() ?? '').replaceAll(/[ \t]+$/gm, '').trimEnd()
    return `\`\`\`python\n${cell}\`\`\`\n${output === '' ? '' : `\n\`\`\`text\n${output}\n\`\`\`\n`}`
  })
}

async function runCells(cells: string[], url: string): Promise<string[]> {
  const { PAPERGRAPH_TOKEN: _token, ...environment } = process.env
  const python = spawn(PYTHON, [RUNNER], { env: { ...environment, PAPERGRAPH_URL: url, PYTHONIOENCODING: 'utf-8' } })
  const [printed, said] = [text(python.stdout), text(python.stderr)]
  python.stdin.end(JSON.stringify(cells))
  const [status] = await once(python, 'close')
  if (status !== 0) throw new Error(await said)
  return z.array(z.string()).parse(JSON.parse(await printed))
}
