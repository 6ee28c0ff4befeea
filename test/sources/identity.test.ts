import { describe, expect, it } from 'vitest'
import { arxivId, foldTitle, paperId } from '../../ingest/sources/identity.ts'

const title = 'Lantern: Do Small Models Need Large Teachers?'

describe('paperId', () => {
  it.each([
    ['arxiv:2506.01939v2', 'arxiv:2506.01939'],
    ['2506.01939', 'arxiv:2506.01939'],
    ['arXiv:2506.01939V3', 'arxiv:2506.01939'],
    ['cs/0112017', 'arxiv:cs/0112017'],
    ['arXiv:math.GT/0309136v1', 'arxiv:math/0309136'],
    ['cond-mat/9901001', 'arxiv:cond-mat/9901001'],
    ['doi:10.1000/ABC.Def', 'doi:10.1000/abc.def'],
    ['acl:2020.acl-main.1', 'acl:2020.acl-main.1'],
    ['icml2017:Paper-12', 'icml2017:Paper-12'],
    ['title:00ff00ff00ff00ff', 'title:00ff00ff00ff00ff'],
  ])('makes of the id %s the identity %s', (id, expected) => {
    expect(paperId({ title, id })).toBe(expected)
  })

  it.each([
    ['https://arxiv.org/abs/2506.01939v2', 'arxiv:2506.01939'],
    ['http://arxiv.org/pdf/2506.01939.pdf', 'arxiv:2506.01939'],
    ['https://export.arxiv.org/abs/cs/0112017v1', 'arxiv:cs/0112017'],
    ['https://huggingface.co/papers/2506.01939', 'arxiv:2506.01939'],
    ['https://doi.org/10.48550/arXiv.2506.01939', 'arxiv:2506.01939'],
    ['https://dx.doi.org/10.1000/ABC', 'doi:10.1000/abc'],
    ['https://aclanthology.org/2020.acl-main.1/', 'acl:2020.acl-main.1'],
    ['https://www.aclanthology.org/P19-1001.pdf', 'acl:P19-1001'],
  ])('makes of the link %s the identity %s', (url, expected) => {
    expect(paperId({ title, url })).toBe(expected)
  })

  it('prefers arXiv to DOI, DOI to ACL, and ACL to the own id', () => {
    const own = { title, id: 'mine:7' }
    const acl = { ...own, url: 'https://aclanthology.org/2020.acl-main.1' }
    const doi = { ...acl, doi: '10.1000/A' }
    expect(paperId(own)).toBe('mine:7')
    expect(paperId(acl)).toBe('acl:2020.acl-main.1')
    expect(paperId(doi)).toBe('doi:10.1000/a')
    expect(paperId({ ...doi, eprint: '2506.01939v1' })).toBe('arxiv:2506.01939')
  })

  it('hashes the folded title where nothing else tells who it is', () => {
    const id = paperId({ title })
    expect(id).toMatch(/^title:[0-9a-f]{16}$/)
    expect(paperId({ title: 'LANTERN – do small models need large teachers' })).toBe(id)
    expect(paperId({ title, id: '17' })).toBe(id)
    expect(paperId({ title, id: 'https://example.org/a' })).toBe(id)
    expect(paperId({ title: 'Another Title' })).not.toBe(id)
    expect(paperId({ title: '???' })).not.toBe(paperId({ title: '!!!' }))
  })

  it('takes no other number for an arXiv id', () => {
    expect(arxivId('2513.01939')).toBeUndefined()
    expect(arxivId('10.1000/2506.01939')).toBeUndefined()
    expect(arxivId('https://example.org/abs/2506.01939')).toBeUndefined()
    expect(arxivId('https://notarxiv.org/abs/2506.01939')).toBeUndefined()
  })
})

describe('foldTitle', () => {
  it('keeps letters and digits alone, without accents and case', () => {
    expect(foldTitle('  Öster–REICH’s naïve ﬁve-shot (GPT-3.5)! ')).toBe('oster reich s naive five shot gpt 3 5')
  })

  it('works for writing without spaces or with vowel signs', () => {
    expect(foldTitle('大规模语言模型：综述')).toBe('大规模语言模型 综述')
    expect(foldTitle('ＧＰＴの評価')).toBe('gptの評価')
    expect(foldTitle('हिन्दी भाषा')).toBe('हिन्दी भाषा')
  })

  it('changes nothing the second time', () => {
    const once = foldTitle('İstanbul: Straße & Œuvre')
    expect(foldTitle(once)).toBe(once)
  })
})
