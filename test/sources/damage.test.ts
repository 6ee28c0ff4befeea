import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LINE_LIMIT_BYTES } from '../../ingest/sources/lines.ts'
import { WHOLE_LIMIT_BYTES } from '../../ingest/sources/whole.ts'
import { fixture, folderOf, read, readBytes, titles, words } from './reading.ts'

const record = (title: string, abstract = 'We study it.') => `${JSON.stringify({ title, abstract })}\n`

/** Text that gzip cannot shrink much, so that half of the packed bytes hold many records. */
function noise(count: number): string {
  let seed = 1
  const word = () => {
    seed = (seed * 48271) % 2147483647
    return seed.toString(36)
  }
  return Array.from({ length: count }, (_, index) => record(`Paper ${index} ${word()}`, `${word()} ${word()}`)).join('')
}

describe('good records are kept beside', () => {
  it('one broken line, which is named', async () => {
    const good = Array.from({ length: 20 }, (_, index) => record(`Paper ${index}`))
    good[16] = '{"title": "Cut off", "abst\n'
    const reading = await readBytes(good.join(''))
    expect(reading.papers).toHaveLength(19)
    expect(reading.problems).toEqual([
      { source: 'stdin', record: 'line 17', reason: expect.stringMatching(/^is not JSON: /), fatal: false },
    ])
  })

  it('a broken first line', async () => {
    expect(titles(await readBytes(`{"title: broken\n${record('Good')}`))).toEqual(['Good'])
    expect(titles(await readBytes(`oops\n${record('Good')}`))).toEqual(['Good'])
  })

  it('a line that is not UTF-8, in JSON Lines and in CSV', async () => {
    const latin1 = Buffer.from('caf\xe9', 'latin1')
    const lines = Buffer.concat([
      Buffer.from(`${record('A')}${record('B')}{"title":"`),
      latin1,
      Buffer.from(`"}\n${record('D')}`),
    ])
    const jsonl = await readBytes(lines)
    expect(titles(jsonl)).toEqual(['A', 'B', 'D'])
    expect(words(jsonl)).toEqual(['line 3: is not UTF-8; save the file as UTF-8'])

    const table = await readBytes(
      Buffer.concat([Buffer.from('title,abstract\nA,"x\n'), latin1, Buffer.from('"\nB,y\n')]),
    )
    expect(titles(table)).toEqual(['B'])
    expect(words(table)).toEqual(['line 2: is not UTF-8; save the file as UTF-8'])
  })

  it('letters that are not UTF-8 in BibTeX and in a page', async () => {
    const bib = Buffer.from('@misc{a, title={Caf\xe9}}\n@misc{b, title={Tea}}\n', 'latin1')
    const reading = await readBytes(bib)
    expect(titles(reading)).toEqual(['Tea'])
    expect(words(reading)).toEqual([
      'is not UTF-8 at line 1; save it as UTF-8',
      'entry a: has letters that are not UTF-8; save the file as UTF-8',
    ])
    const page = Buffer.from(
      '<h3>Caf\xe9 Models</h3><p>We study how coffee is made by models.</p><h3>Tea</h3><p>We study how tea is made.</p>',
      'latin1',
    )
    expect(titles(await readBytes(page))).toEqual(['Tea'])
  })

  it('a truncated gzip file, the records before the cut', async () => {
    const packed = gzipSync(noise(4000))
    const reading = await readBytes(packed.subarray(0, packed.length / 2))
    expect(reading.papers.length).toBeGreaterThan(1000)
    expect(reading.papers.length).toBeLessThan(4000)
    expect(reading.papers.at(-1)?.title).toMatch(/^Paper \d+ \w+$/)
    expect(reading.problems).toEqual([
      { source: 'stdin', reason: 'ends in the middle of its gzip data; what came before was kept', fatal: false },
    ])
  })

  it('a gzip file with damage in the middle', async () => {
    const packed = gzipSync(noise(4000))
    const middle = Math.floor(packed.length / 2)
    packed.fill(0xff, middle, middle + 200)
    const reading = await readBytes(packed)
    expect(reading.papers.length).toBeGreaterThan(1000)
    expect(words(reading).at(-1)).toBe('has damaged gzip data; what came before the damage was kept')
  })

  it('a truncated gzip of BibTeX, the whole entries', async () => {
    const text = Array.from({ length: 400 }, (_, index) => `@misc{k${index}, title={Paper ${Math.sin(index)}}}\n`).join(
      '',
    )
    const packed = gzipSync(text)
    const reading = await readBytes(packed.subarray(0, packed.length / 2))
    expect(reading.papers.length).toBeGreaterThan(50)
    expect(words(reading)).toEqual(['ends in the middle of its gzip data; what came before was kept'])
  })

  it('10 MB in one field', async () => {
    const reading = await readBytes(record('A') + record('Big', 'x'.repeat(10 * 1024 * 1024)) + record('C'))
    expect(titles(reading)).toEqual(['A', 'C'])
    expect(words(reading)).toEqual(['line 2: has 10.0 MB in its field abstract, where at most 1 MB may stand'])

    const table = await readBytes(`title,abstract\nA,a\nBig,${'x'.repeat(10 * 1024 * 1024)}\nC,c\n`)
    expect(titles(table)).toEqual(['A', 'C'])
    expect(words(table)).toEqual(['line 3: has 10.0 MB in its field abstract, where at most 1 MB may stand'])
  })

  it('a line longer than what is read of one line', async () => {
    const long = 'x'.repeat(LINE_LIMIT_BYTES)
    const reason = 'is longer than 16 MB, the most that is read of one line'
    const jsonl = await readBytes(record('A') + record('Big', long) + record('C'))
    expect(titles(jsonl)).toEqual(['A', 'C'])
    expect(words(jsonl)).toEqual([`line 2: ${reason}`])
    const table = await readBytes(`title,abstract\nA,a\nBig,${long}\nC,c\n`)
    expect(titles(table)).toEqual(['A', 'C'])
    expect(words(table)).toEqual([`line 3: ${reason}`])
  })

  it('a record without a title', async () => {
    const reading = await readBytes(`{"abstract":"x"}\n${record('B')}`)
    expect(titles(reading)).toEqual(['B'])
    expect(words(reading)).toEqual(['line 1: has no title'])
  })
})

describe('titles are data', () => {
  it('whatever markup or Cypher they hold', async () => {
    const title = `<script>alert(1)</script> <b>x</b>"}) DETACH DELETE n //' \${y} {{z}}`
    const quoted = `"${title.replaceAll('"', '""')}"`
    expect(titles(await readBytes(record(title)))).toEqual([title])
    expect(titles(await readBytes(`title,abstract\n${quoted},x\n`))).toEqual([title])
    expect(
      titles(await readBytes('<h3>On &lt;b&gt; &amp;amp; <i>Tags</i></h3><p>We study how tags are kept.</p>')),
    ).toEqual(['On <b> &amp; Tags'])
  })
})

describe('one sentence says it', () => {
  it.each([
    ['an empty file', '', 'is empty'],
    ['a file of blanks', ' \n\n', 'is empty'],
    ['a byte order mark alone', '\uFEFF', 'is empty'],
    ['an empty gzip file', gzipSync(''), 'is empty'],
    ['a file with zero bytes', Buffer.from([1, 2, 0, 0, 3, 0, 9, 200, 7]), 'is a binary file, not text'],
    ['a PDF', '%PDF-1.7 x', 'is a PDF; give its title and abstract in one of the formats that are read, not text'],
    [
      'UTF-16 without a mark',
      Buffer.from(record('x'), 'utf16le'),
      'seems to be UTF-16 without a byte order mark; save it as UTF-8',
    ],
    ['a header without records', 'title,abstract\n', 'has no paper in it'],
    [
      'a page without papers',
      '<html><body><p>Hello</p></body></html>',
      'has no paper in it: headings with a paragraph of abstract below them were expected',
    ],
  ])('of %s', async (_, bytes, reason) => {
    const reading = await readBytes(bytes)
    expect(reading).toEqual({ papers: [], problems: [{ source: 'stdin', reason, fatal: true }] })
  })

  it('of a source where no record is any good', async () => {
    const reading = await readBytes('{"abstract":"x"}\n')
    expect(words(reading)).toEqual(['line 1: has no title', 'has no paper that can be used'])
    expect(reading.problems.at(-1)?.fatal).toBe(true)
  })

  it('of BibTeX, pages and arrays that are too large to be read whole', async () => {
    const filler = `${'x'.repeat(1023)}\n`.repeat(WHOLE_LIMIT_BYTES / 1024)
    expect(words(await readBytes(`@misc{a, title={A}}\n${filler}`))).toEqual([
      'is larger than 32 MB, the most that is read of this format; split it, or turn it into JSON Lines, which has no limit',
    ])
    expect(words(await readBytes(`<html>${filler}`))[0]).toContain('is larger than 32 MB')
    expect(words(await readBytes(`[{"title":\n${filler}`))[0]).toContain('is a JSON array larger than 32 MB')
  })

  it('of a file that is not there, beside others that are', async () => {
    const reading = await read(['nowhere/at-all.bib', fixture('papers.tsv')])
    expect(reading.problems).toEqual([{ source: 'nowhere/at-all.bib', reason: 'does not exist', fatal: true }])
    expect(reading.papers).toHaveLength(2)
  })
})

describe('byte order marks', () => {
  it('tell UTF-8 and both kinds of UTF-16', async () => {
    const text = `\uFEFF${record('Österreich 😀')}`
    const little = Buffer.from(text, 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const bytes of [Buffer.from(text), little, big, gzipSync(little)]) {
      expect(await readBytes(bytes)).toMatchObject({ papers: [{ title: 'Österreich 😀' }], problems: [] })
    }
    expect(titles(await readBytes('\uFEFFtitle,year\nA,2020\n'))).toEqual(['A'])
  })

  it('are not needed where an HTML page states another encoding', async () => {
    const page =
      '<html><head><meta charset="windows-1252"></head><body><h3>Caf\xe9 Models</h3><p>We study how coffee is made.</p>'
    const folder = folderOf({ 'page.html': Buffer.from(page, 'latin1') })
    expect(await read([join(folder, 'page.html')])).toMatchObject({ papers: [{ title: 'Café Models' }], problems: [] })
  })
})
