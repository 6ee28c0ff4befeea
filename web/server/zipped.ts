import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { makeZip } from 'client-zip'
import { writePieces } from '../../queries/export/folder-files.ts'
import type { FolderPiece } from '../../queries/export/graph.ts'

/**
 * A folder as one ZIP file. Its files come in pieces, several of them at a time, and a ZIP file holds one after the other: they are
 * gathered on the disk first, and taken away again whatever happens.
 */
export async function* zipped(pieces: AsyncIterable<FolderPiece>): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'papergraph-zipped-'))
  try {
    await writePieces(folder, pieces)
    yield* makeZip(filesIn(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* filesIn(folder: string) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const { size, mtime } = await stat(path)
    const name = relative(folder, path).replaceAll(sep, '/')
    yield { name, size, lastModified: mtime, input: createReadStream(path) }
  }
}
