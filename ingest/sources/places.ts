import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { PapergraphError } from '../../errors.ts'
import { filesBelow, globFiles, isGlob } from './glob.ts'

/** Where bytes come from. */
export interface Place {
  /** The path as a person would write it, or `stdin`. */
  path: string
  /** The source's name in the graph: the file's base name without `.gz`, or `stdin`. */
  name: string
  isStdin: boolean
  /** On the disk; absent for standard input. */
  bytes?: number
  /** True for a file that was met in a folder, so that an unknown format is no mistake of the person who named the folder. */
  isFromFolder: boolean
}

/**
 * The files that a source means: "-" is standard input, a folder all files below it (hidden ones left out), a pattern all
 * files that it matches, anything else the file itself. A file whose name holds `*` or `[` is found before the pattern.
 * @throws PapergraphError (input) when there is none
 */
export async function placesOf(source: string): Promise<Place[]> {
  if (source === '-') return [{ path: 'stdin', name: 'stdin', isStdin: true, isFromFolder: false }]
  const found = await stat(source).catch(systemError)
  if (found instanceof PapergraphError) {
    if (!isGlob(source) || found.code !== 'not-found') throw found
    const files = await globFiles(source).catch((error: unknown) => {
      if (systemError(error).code === 'not-found') return []
      throw systemError(error)
    })
    if (files.length === 0) throw new PapergraphError('input', 'matches no file')
    return Promise.all(files.map((path) => fileAt(path, false)))
  }
  if (found.isDirectory()) {
    const files = await filesBelow(source).catch((error: unknown) => {
      throw systemError(error)
    })
    if (files.length === 0) throw new PapergraphError('input', 'is a folder without files')
    return Promise.all(files.map((path) => fileAt(join(source, path), true)))
  }
  return [placeAt(source, found.isFile() ? found.size : undefined, false)]
}

/** What tells two places apart, so that none is read twice. */
export function placeKey(place: Place): string {
  return place.isStdin ? '-' : resolve(place.path)
}

/** A failure of the file system in words. */
export function systemError(error: unknown): PapergraphError {
  if (error instanceof PapergraphError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new PapergraphError('not-found', 'does not exist', { cause: error })
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new PapergraphError('input', 'may not be read by this user', { cause: error })
  }
  const words = error instanceof Error ? error.message : String(error)
  return new PapergraphError('input', `cannot be read: ${words}`, { cause: error })
}

async function fileAt(path: string, isFromFolder: boolean): Promise<Place> {
  const found = await stat(path).catch(() => undefined)
  return placeAt(path, found?.size, isFromFolder)
}

function placeAt(path: string, bytes: number | undefined, isFromFolder: boolean): Place {
  const name = basename(path).replace(/\.gz$/i, '')
  return { path, name, isStdin: false, isFromFolder, ...(bytes === undefined ? {} : { bytes }) }
}
