import { once } from 'node:events'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { PapergraphError } from '../errors.ts'

/** Writes a file whole: into one of another name beside it, which takes its place once everything is in it and on the disk. */
export async function writeWholeFile(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) throw new PapergraphError('usage', `${path} is a folder: name a file in it with --out.`)
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  let file: FileHandle | undefined
  try {
    file = await open(unfinished, 'wx')
    for await (const piece of pieces) await file.appendFile(piece)
    await file.sync()
    await file.close()
    file = undefined
    await rename(unfinished, path)
  } catch (error) {
    await file?.close()
    await rm(unfinished, { force: true })
    throw unwritable(error, path)
  }
}

/** Writes to a stream no faster than it takes it. */
export async function writeStream(stream: NodeJS.WritableStream, pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain')
}

/** What a person can do about a file system that refuses. A full disk has words of its own. */
export function unwritable(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'its folder does not exist',
    ENOTDIR: 'a part of its path is a file',
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'that disk is read-only',
  }
  const reason = typeof code === 'string' ? reasons[code] : undefined
  return reason === undefined
    ? error
    : new PapergraphError('usage', `${path} cannot be written: ${reason}; choose another place with --out.`, {
        cause: error,
      })
}
