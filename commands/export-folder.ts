import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { PapergraphError } from '../errors.ts'
import { writePieces } from '../queries/export/folder-files.ts'
import type { FolderPiece } from '../queries/export/graph.ts'
import { unwritable } from './export-file.ts'

/**
 * Writes a folder whole: into one of another name beside it, which takes its place once everything is in it. A folder that holds
 * anything is refused unless `force`; then each file takes the place of one of its name, and others stay.
 */
export async function writeWholeFolder(
  path: string,
  pieces: AsyncIterable<FolderPiece>,
  force: boolean,
): Promise<void> {
  const before = await entriesOf(path)
  if (before !== undefined && before.length > 0 && !force)
    throw new PapergraphError(
      'usage',
      `The folder ${path} is not empty: choose another with --out, or say --force to replace the files of the same names in it.`,
    )
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    await mkdir(unfinished)
    await writePieces(unfinished, pieces)
    if (before !== undefined && before.length > 0) await moveInto(unfinished, path)
    else {
      if (before !== undefined) await rmdir(path)
      await rename(unfinished, path)
    }
  } catch (error) {
    throw unwritable(error, path)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** What is in a folder; undefined where there is none. */
async function entriesOf(path: string): Promise<string[] | undefined> {
  try {
    return await readdir(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return undefined
    if (code === 'ENOTDIR')
      throw new PapergraphError('usage', `${path} is a file, and this format is a folder: choose another with --out.`)
    throw unwritable(error, path)
  }
}

async function moveInto(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (!entry.isDirectory()) await rename(source, target)
    else {
      await mkdir(target, { recursive: true })
      await moveInto(source, target)
    }
  }
}
