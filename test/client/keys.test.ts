import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { words } from '../../web/client/strings.ts'

/** What the list calls otherwise than the browser does. */
const NAMES: Record<string, string> = { Esc: 'Escape', '−': '-' }
/** Keys as the list names them; what is done with the pointer is another matter. */
const listed = words.keyList
  .flatMap(([keys]) => keys.split(/\s{2,}/))
  .filter((key) => !/click|drag|Shift \+ Enter/i.test(key))
  .map((key) => NAMES[key] ?? key.replace('Shift + ', 'Shift+'))
/** The keys that the page listens for: the names in the table of keys.tsx. */
const table = /const actions: Record<string, \(\) => void> = \{([\s\S]*?)\n {2}\}\n/.exec(
  readFileSync(join(PACKAGE_ROOT, 'web', 'client', 'panels', 'keys.tsx'), 'utf8'),
)
const heard = [...(table?.[1] ?? '').matchAll(/^ {4}(?:'([^']+)'|([\w]+))[:(,]/gm)].map(
  ([, quoted, bare]) => quoted ?? bare ?? '',
)

describe('the list of keys', () => {
  it('names every key that the page listens for', () => {
    expect(heard.length).toBeGreaterThan(15)
    // On many keyboards plus is the shifted equals sign.
    const names = listed.map(shifted)
    const unlisted = heard.filter((key) => key !== '=' && !names.includes(key))
    expect(unlisted).toEqual([])
  })
})

/** "Shift+K" is heard as "K". */
function shifted(key: string): string {
  return key.replace(/^Shift\+(\w)$/, (_, letter: string) => letter.toUpperCase())
}
