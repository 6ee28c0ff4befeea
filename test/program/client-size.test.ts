import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { parseAst } from 'vite'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'

const CLIENT = join(PACKAGE_ROOT, 'dist', 'client')
const MOST_BYTES = 200_000

/** What the page fetches before it does anything: the entry, what it imports statically, and what the page preloads. */
function initialScripts(): string[] {
  const page = readFileSync(join(CLIENT, 'index.html'), 'utf8')
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => path ?? '')
  const found = new Set<string>()
  const visit = (path: string): void => {
    if (found.has(path)) return
    found.add(path)
    for (const node of parseAst(readFileSync(path, 'utf8')).body)
      if ('source' in node && node.source) visit(join(dirname(path), String(node.source.value)))
  }
  for (const path of named) visit(join(CLIENT, path))
  return [...found]
}

describe('the built page', () => {
  it('begins with at most 200 kB of JavaScript, gzipped', () => {
    const sizes = initialScripts().map((path) => ({
      script: relative(CLIENT, path),
      bytes: gzipSync(readFileSync(path), { level: 9 }).length,
    }))
    expect(sizes.length).toBeGreaterThan(0)
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    const figures = sizes.map(({ script, bytes }) => `${script} ${bytes.toLocaleString('en')}`).join(', ')
    expect(total, `${total.toLocaleString('en')} bytes: ${figures}`).toBeLessThanOrEqual(MOST_BYTES)
  })

  it('has its assets in compressed forms that hold the same', () => {
    const assets = readdirSync(join(CLIENT, 'assets')).filter((name) => /\.(?:js|css)$/.test(name))
    expect(assets.length).toBeGreaterThan(1)
    for (const name of assets) {
      const read = (ending: string): Buffer => readFileSync(join(CLIENT, 'assets', name + ending))
      expect(gunzipSync(read('.gz')).equals(read('')), name).toBe(true)
      expect(brotliDecompressSync(read('.br')).equals(read('')), name).toBe(true)
    }
  })
})
