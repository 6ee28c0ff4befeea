import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { CLI } from './papergraph.ts'

const run = promisify(execFile)

/** A block of a Markdown text that shows a session: "$ command", lines "> more of it", and what the command prints. */
const SESSION = /^```console\n([\s\S]*?)^```$/gm
const COMMAND = /^\$ .*\n(?:> .*\n)*/gm

/** The commands that a document shows, in order. */
export function commandsOf(markdown: string): string[] {
  return Array.from(markdown.matchAll(SESSION)).flatMap(([, body = '']) => body.match(COMMAND) ?? [])
}

/** The same document with what each command prints now. The commands share one data folder, as those of one reader do. */
export async function withOutput(markdown: string, folder: string): Promise<string> {
  const outputs: string[] = []
  for (const command of commandsOf(markdown)) outputs.push(`${command}${await outputOf(command, folder)}`)
  return markdown.replaceAll(SESSION, (_, body: string) => {
    const shown = (body.match(COMMAND) ?? []).map(() => outputs.shift() ?? '')
    return `\`\`\`console\n${shown.join('')}\`\`\``
  })
}

/** What a command prints on standard output; progress and remarks are on the other one. A status that is not 0 is thrown. */
async function outputOf(shown: string, folder: string): Promise<string> {
  const command = shown.replaceAll(/^[$>] /gm, '')
  const { NEO4J_PASSWORD: _password, PAPERGRAPH_TOKEN: _token, ...environment } = process.env
  const { stdout } = await run('bash', ['-c', command], {
    cwd: PACKAGE_ROOT,
    env: {
      ...environment,
      PATH: `${programs(folder)}${delimiter}${process.env.PATH ?? ''}`,
      PAPERGRAPH_DATA: join(folder, 'data'),
    },
    maxBuffer: 1 << 26,
  })
  return stdout === '' || stdout.endsWith('\n') ? stdout : `${stdout}\n`
}

/** `npx papergraph` is the program that was built from these sources, wherever npx would find one. */
function programs(folder: string): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  const npx = join(bin, 'npx')
  writeFileSync(npx, `#!/bin/sh\n[ "$1" = papergraph ] || exit 127\nshift\nexec "${process.execPath}" "${CLI}" "$@"\n`)
  chmodSync(npx, 0o755)
  return bin
}
