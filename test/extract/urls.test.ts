import { describe, expect, it } from 'vitest'
import { entitiesOf } from './papers.ts'

function repos(text: string): string[] {
  return entitiesOf(text)
    .filter((entity) => entity.type === 'repo')
    .map((entity) => entity.name)
}

describe('web addresses', () => {
  it.each([
    ['Our code is at https://github.com/acme/tool.', 'github.com/acme/tool'],
    ['Code: https://www.example.org/a_b/ is public.', 'example.org/a_b'],
    ['Code (https://github.com/acme/tool) is public.', 'github.com/acme/tool'],
    ['Find it on github.com/acme/tool, and more.', 'github.com/acme/tool'],
    ['Data: huggingface.co/datasets/acme/words.', 'huggingface.co/datasets/acme/words'],
    ['See \\url{https://acme.github.io/page/}.', 'acme.github.io/page'],
    ['See \\href{https://gitlab.com/acme/x}{here}.', 'gitlab.com/acme/x'],
    ['Project page: acme-lab.github.io', 'acme-lab.github.io'],
    ['Code at https://github.com/ acme-lab/tool-2.', 'github.com/acme-lab/tool-2'],
    ['See https://en.wikipedia.org/wiki/Foo_(bar).', 'en.wikipedia.org/wiki/Foo_(bar)'],
    ['Code at https: //github.com/acme/tool.', 'github.com/acme/tool'],
    ['Code at https://github.com/acme/my\\_tool.', 'github.com/acme/my_tool'],
    ['Page: acme-lab.github.io.', 'acme-lab.github.io'],
    ['See <https://osf.io/abcde>; thanks', 'osf.io/abcde'],
    ['代码见 https://github.com/acme/tool。谢谢', 'github.com/acme/tool'],
  ])('%s', (text, name) => {
    expect(repos(text)).toEqual([name])
  })

  it('joins an address with and without a scheme', () => {
    expect(repos('Code: https://github.com/Acme/Tool. Again: github.com/acme/tool.git.')).toEqual([
      'github.com/Acme/Tool',
    ])
  })

  it('does not take file names, mail addresses or numbers for addresses', () => {
    expect(repos('Run setup.py, mail me@github.com/x or see v2.0/3.1 and.or.')).toEqual([])
  })

  it("tells the authors' own from others'", () => {
    const [own] = entitiesOf('We release our code at https://github.com/acme/tool.')
    const [other] = entitiesOf('We use the parser from the official repository, https://github.com/other/parser.')
    expect([own?.role, other?.role]).toEqual(['introduces', 'uses'])
  })
})
