import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { PACKAGE_ROOT } from '../package-root.ts'
import { readEnvironment } from './environment.ts'

/** The data folder: `--data`, else PAPERGRAPH_DATA, else ./data in a clone, else the platform's folder for data. */
export function dataFolder(option: string | undefined): string {
  return resolve(option ?? readEnvironment().data ?? (isClone() ? join(PACKAGE_ROOT, 'data') : platformFolder()))
}

/** Sources are not published with the package, so their being there tells a clone from an installed package. */
const isClone = (): boolean => existsSync(join(PACKAGE_ROOT, 'cli.ts'))

function platformFolder(): string {
  const home = homedir()
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'papergraph')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'papergraph')
  return join(process.env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'papergraph')
}
