import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Puts the assets there in their compressed forms as well, so that the server need not compress them for each page. */
const compressed: Plugin = {
  name: 'compressed',
  writeBundle({ dir = folder }, bundle) {
    for (const fileName of Object.keys(bundle).filter((each) => /\.(?:js|css)$/.test(each))) {
      const path = join(dir, fileName)
      const content = readFileSync(path)
      writeFileSync(`${path}.br`, brotliCompressSync(content))
      writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
    }
  },
}

export default defineConfig({
  root: folder,
  base: './',
  plugins: [compressed],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/client', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Everything from files: the page's security policy allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
