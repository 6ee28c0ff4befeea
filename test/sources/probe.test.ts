import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { formatOfFile, isUnpackedWithin } from '../../ingest/sources/probe.ts'

const file = (content: string | Buffer): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'papergraph-probe-')), 'file')
  writeFileSync(path, content)
  return path
}
const LINES = '{"title":"One"}\n'.repeat(1000)

describe('a file whose format is asked for', () => {
  it('is told by its content, packed or not', async () => {
    expect(await formatOfFile(file(LINES))).toBe('jsonl')
    expect(await formatOfFile(file(gzipSync('@article{a, title = {One}}\n')))).toBe('bibtex')
  })

  it.each([
    ['%PDF-1.7 …', expect.stringMatching(/^is a PDF; give its title and abstract/)],
    ['just words', expect.stringMatching(/^is in no format that papergraph knows; expected were JSON Lines, BibTeX/)],
    ['', 'is empty'],
  ])('is refused with the reason: %j', (content, message) =>
    expect(formatOfFile(file(content))).rejects.toMatchObject({ code: 'input', message }),
  )
})

describe('a packed file', () => {
  it('is measured by what it unpacks to', async () => {
    const packed = file(gzipSync(LINES))
    expect(await isUnpackedWithin(packed, LINES.length)).toBe(true)
    expect(await isUnpackedWithin(packed, LINES.length - 1)).toBe(false)
  })

  it('that is a bomb is found out early, whatever it holds', async () => {
    const bomb = file(gzipSync(Buffer.alloc(200 * 2 ** 20), { level: 9 }))
    const before = process.memoryUsage().rss
    expect(await isUnpackedWithin(bomb, 10 * 2 ** 20)).toBe(false)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20)
  })

  it('that is cut off is left to the reader, who says so', async () => {
    expect(await isUnpackedWithin(file(gzipSync(LINES).subarray(0, 40)), 10 ** 6)).toBe(true)
  })

  it('that is not packed is what it is', async () => {
    expect(await isUnpackedWithin(file(LINES), 1)).toBe(true)
  })
})
