import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { strayEnglish } from './english.ts'

const CLIENT = join(PACKAGE_ROOT, 'web', 'client')
/** Where the words are, and what a program wrote. */
const isExempt = (file: string): boolean => /^(strings|openapi)\.ts$|^words\//.test(file)
const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !isExempt(file) && !file.endsWith('.config.ts'))
  .sort()

describe('English text of the page', () => {
  it('stands in strings.ts and words/, and nowhere else', () => {
    expect(files.length).toBeGreaterThan(50)
    const strays = files.flatMap((file) =>
      strayEnglish(file, readFileSync(join(CLIENT, file), 'utf8')).map(({ line, text }) => `${file}:${line}: ${text}`),
    )
    expect(strays).toEqual([])
  })

  it.each([
    ['text', '<p>Hello</p>', 'Hello'],
    ['a choice of texts', "<p>{is ? 'yes' : words.no}</p>", 'yes'],
    ['a text that may be', "<p>{is && 'yes'}</p>", 'yes'],
    ['text in other quotes', '<p>{`nodes`}</p>', 'nodes'],
    ['a name for those who hear', '<button aria-label="Close" />', 'Close'],
    ['a name in braces', "<button title={is ? 'On' : off} />", 'On'],
    ['a hint', '<input placeholder="type a name" />', 'type a name'],
    ['a sentence in code', "report(new Error('Nothing is here.'))", 'Nothing is here.'],
  ])('is found as %s', (_, source, text) => {
    expect(strayEnglish('a.tsx', `const is = true;\n${source}`)).toEqual([{ line: 2, text }])
  })

  it.each([
    '<p class="is-wide">{words.name} · {count}</p>',
    "<p>{kind === 'node' ? words.node : words.edge}</p>",
    "<p class={is ? 'on' : 'off'}>{list.map((each) => each.name)}</p>",
    "throw new Error('there is no canvas')",
    "addEventListener('keydown', listen)",
  ])('is not seen in %s', (source) => expect(strayEnglish('a.tsx', source)).toEqual([]))
})
