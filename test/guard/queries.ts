import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../package-root.ts'

/** The queries of test/guard/NAME.txt, one a line, escaped as in JSON but for quotation marks. */
export function queriesOf(name: 'hostile' | 'harmless'): string[] {
  const lines = readFileSync(join(PACKAGE_ROOT, 'test', 'guard', `${name}.txt`), 'utf8').split('\n')
  const queries = lines.filter((line) => line !== '' && !line.startsWith('#'))
  return queries.map((line) => String(JSON.parse(`"${line.replaceAll('"', '\\"')}"`)))
}
