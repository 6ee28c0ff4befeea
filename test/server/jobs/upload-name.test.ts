import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uploadName } from '../../../web/server/jobs/upload-name.ts'

describe('what an upload is called', () => {
  it.each([
    ['papers.bib', 'papers.bib'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\papers.csv', 'papers.csv'],
    ['/abs/olute/', 'upload'],
    ['..', '..'],
    ['論文 2024.jsonl.gz', '論文 2024.jsonl.gz'],
    ['e\u0301tude.bib', '\u00e9tude.bib'],
    ['a\u0000b\n\u202ecod.bib', 'abcod.bib'],
    [' \t ', 'upload'],
    ['', 'upload'],
    ['😀'.repeat(300), '😀'.repeat(200)],
  ])('for %j is %j', (given, name) => expect(uploadName(given)).toBe(name))

  it('is never a path, never empty, never long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = uploadName(given)
        expect(name).not.toMatch(/[/\\\p{C}]/u)
        expect([...name].length).toBeGreaterThan(0)
        expect([...name].length).toBeLessThanOrEqual(200)
        expect(uploadName(name)).toBe(name)
      }),
    )
  })
})
