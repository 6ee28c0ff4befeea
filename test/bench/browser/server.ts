import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../../package-root.ts'

/** The built server over a data folder, with its address. */
export async function startServer(folder: string): Promise<{ address: string; child: ChildProcess }> {
  const cli = join(PACKAGE_ROOT, 'dist', 'cli.js')
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += chunk
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
    if (address !== undefined) return { address, child }
  }
  throw new Error(`the server ended: ${printed}`)
}
