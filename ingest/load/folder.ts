import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { PapergraphError } from '../../errors.ts'
import { writeWhole } from '../../whole-file.ts'

/** Where everything of one graph lives. */
export interface DataFolder {
  path: string
  /** Made once with the folder; tells a Neo4j database which folder it belongs to. */
  id: string
  /** "embedded", or the Neo4j address and database that this folder writes to. Never a password. */
  store: string
  log: string
  extractions: string
  /** A person's decisions. */
  curation: string
  pointer: string
  lock: string
}

const Identity = z.object({ id: z.string().min(8), store: z.string() })

/** Where a folder keeps what. */
export const paths = (path: string): Omit<DataFolder, 'id' | 'store'> => ({
  path,
  log: join(path, 'papers.jsonl'),
  extractions: join(path, 'extractions'),
  curation: join(path, 'curation.jsonl'),
  pointer: join(path, 'pointer.json'),
  lock: join(path, 'ingest.lock'),
})

/** True when something was ever ingested here. */
export const hasGraph = (path: string): boolean => existsSync(join(path, 'pointer.json'))

/**
 * Makes a folder and those above it, and sees that `named`, as the person said it, can be written. Throws `data-folder`.
 */
export function makeDataFolder(path: string, named: string = path): void {
  try {
    makeFolder(path)
    accessSync(path, constants.W_OK)
  } catch (cause) {
    throw new PapergraphError(
      'data-folder',
      `The data folder ${named} cannot be written (${reason(cause)}); choose another with --data or PAPERGRAPH_DATA.`,
      { cause },
    )
  }
}

/** One folder after the other: Node's recursive mkdir never ends below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** Opens a data folder for writing, making it where there is none. Throws `data-folder` or `store-foreign`. */
export function openDataFolder(path: string, store: string): DataFolder {
  makeDataFolder(join(path, 'extractions'), path)
  const identity = readIdentity(path) ?? makeIdentity(path, store)
  if (!mayBeOne(identity.store, store)) throw otherStore({ path, store: identity.store }, store)
  return { ...paths(path), ...identity }
}

/** Keeps which store a folder belongs to, now that a server has said which database is its default. */
export function rememberStore({ path, id }: DataFolder, store: string): void {
  writeWhole(join(path, 'folder.json'), `${JSON.stringify({ id, store })}\n`)
}

export function otherStore(folder: Pick<DataFolder, 'path' | 'store'>, store: string): PapergraphError {
  return new PapergraphError(
    'store-foreign',
    `The data folder ${folder.path} belongs to the store ${folder.store}, not to ${store}; use another folder with --data.`,
  )
}

/** An address without a database means the server's default, which only the server can tell from one that is named. */
function mayBeOne(kept: string, given: string): boolean {
  const address = (store: string): string => store.slice(0, store.lastIndexOf('/'))
  return kept === given || (address(kept) === address(given) && (kept.endsWith('/') || given.endsWith('/')))
}

/** Which store a folder belongs to, or undefined where there is no folder of ours. */
export function readIdentity(path: string): { id: string; store: string } | undefined {
  const file = join(path, 'folder.json')
  if (!existsSync(file)) return undefined
  try {
    return Identity.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new PapergraphError(
      'data-folder',
      `${file} is damaged; restore it from a backup, or choose another folder with --data.`,
      { cause },
    )
  }
}

function makeIdentity(path: string, store: string): { id: string; store: string } {
  const identity = { id: randomBytes(12).toString('hex'), store }
  writeWhole(join(path, 'folder.json'), `${JSON.stringify(identity)}\n`)
  return identity
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
