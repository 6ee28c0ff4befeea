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
    ['代码见https://github.com/acme/tool是公开的', 'github.com/acme/tool'],
    ['[Code](https://github.com/acme/tool) and data.', 'github.com/acme/tool'],
    ['Code: **https://github.com/acme/tool**.', 'github.com/acme/tool'],
    ['Code: _https://github.com/acme/tool_.', 'github.com/acme/tool'],
    ['Code: `https://github.com/acme/tool`.', 'github.com/acme/tool'],
    ['Code [https://github.com/acme/tool].', 'github.com/acme/tool'],
    ['See \\verb+github.com/acme/tool+.', 'github.com/acme/tool'],
    ['See \\href{https://github.com/acme/t}{\\textit{https://github.com/acme/t}}.', 'github.com/acme/t'],
    ["It extends https://github.com/acme/tool's parser.", 'github.com/acme/tool'],
    ['See https://github.com/acme/tool...', 'github.com/acme/tool'],
    ['See https://github.com/acme/tool.git.', 'github.com/acme/tool.git'],
    [
      'See https://github.com/acme/tool.js/tree/v1.0?tab=readme#use!',
      'github.com/acme/tool.js/tree/v1.0?tab=readme#use',
    ],
    ['(see https://github.com/acme/tool).We go on', 'github.com/acme/tool'],
    ['Code is at https://github.com/acme/tool.The data are not.', 'github.com/acme/tool'],
    ['Code is at https://github.com/acme/tool,which is public.', 'github.com/acme/tool'],
    ['Code: https://github.com/acme/ wave-former-2.', 'github.com/acme/wave-former-2'],
    ['Code: https://github.com/ acme/tool and more', 'github.com/acme/tool'],
    ['Code: https://github.com /acme/tool and more', 'github.com/acme/tool'],
    ['Code: https://github.com/acme/wave- former is out', 'github.com/acme/wave-former'],
    ['Code: https://github.com/acme/ is soon out', 'github.com/acme'],
    ['Page: https://acme.github.io/ and/or mail', 'acme.github.io'],
    ['Page: https://acme.github.io/ is here .', 'acme.github.io'],
    ['Page: https://sites.google.com/ view/acme-lab/home.', 'sites.google.com/view/acme-lab/home'],
    ['Video: https: / / youtu.be/abc-1', 'youtu.be/abc-1'],
    ['Code: htps://github.com/acme/tool', 'github.com/acme/tool'],
    ['Code: ://github.com/acme/tool', 'github.com/acme/tool'],
    ['Code: https//github.com/acme/tool', 'github.com/acme/tool'],
    ['It is available atgithub.com/acme/tool.', 'github.com/acme/tool'],
    ['Proofs are at arxiv.org/abs/2001.00001v2.', 'arxiv.org/abs/2001.00001v2'],
    ['Data: https://doi.org/10.5281/zenodo.123456.', 'doi.org/10.5281/zenodo.123456'],
    ['Code: https://anonymous.4open.science/r/abc-1B2C/.', 'anonymous.4open.science/r/abc-1B2C'],
    ['Data (data.acme.de/rail), and more', 'data.acme.de/rail'],
    ['The demo is available at acme-tool.org.', 'acme-tool.org'],
    ['See https://people.acme.edu/~ada/code.html\\#top.', 'people.acme.edu/~ada/code.html#top'],
    ['Code: &lt;https://github.com/acme/tool&gt;.', 'github.com/acme/tool'],
  ])('%s', (text, name) => {
    expect(repos(text)).toEqual([name])
  })

  it('joins an address with and without a scheme', () => {
    expect(repos('Code: https://github.com/Acme/Tool. Again: github.com/acme/tool.git.')).toEqual([
      'github.com/Acme/Tool',
    ])
  })

  it('does not take file names, mail addresses or numbers for addresses', () => {
    for (const text of [
      'Run setup.py, mail me@github.com/x or see v2.0/3.1 and.or.',
      'Reviews from Amazon.com/Yelp.com and twitter.com, in cs.AI/cs.LG',
      'It reads the text.In/out is not of it, available at Zenodo.org and at zenodo.org',
      'Our code is available at this https URL and at https://.',
    ])
      expect(repos(text)).toEqual([])
  })

  it("tells the authors' own from others'", () => {
    const [own] = entitiesOf('We release our code at https://github.com/acme/tool.')
    const [other] = entitiesOf('We use the parser from the official repository, https://github.com/other/parser.')
    expect([own?.role, other?.role]).toEqual(['introduces', 'uses'])
  })
})
