import { appendFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FolderPiece } from './graph.ts'

/** Writes the files that come in pieces, several of them at a time, below a folder that is there. */
export async function writePieces(folder: string, pieces: AsyncIterable<FolderPiece>): Promise<void> {
  const made = new Set<string>()
  for await (const { file, text } of pieces) {
    const target = join(folder, file)
    if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true })
    made.add(dirname(target))
    await appendFile(target, text)
  }
}
