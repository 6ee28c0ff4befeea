import type { GraphNode } from '../model.ts'
import type { NodeType } from '../reader.ts'
import { labelOf, typeOf } from './appearance.ts'

const FOLDERS: Readonly<Record<NodeType, string>> = {
  paper: 'papers',
  method: 'methods',
  model: 'models',
  benchmark: 'benchmarks',
  topic: 'topics',
  repo: 'repositories',
}
const LONGEST = 100
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * Gives each node's note a file name, and remembers it for the links: some hundred bytes a node are kept. No two are the same
 * for a file system that does not tell capitals or ways to write an accent apart.
 */
export class NoteNames {
  readonly #names = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** The note's path below the folder, without ".md". */
  add(node: GraphNode): string {
    const folder = FOLDERS[typeOf(node)]
    let name = `${folder}/${fileName(labelOf(node))}`
    if (this.#taken.has(folded(name))) name = `${name} (${fileName(node.id)})`
    for (let count = 2, first = name; this.#taken.has(folded(name)); count += 1) name = `${first} ${count}`
    this.#taken.add(folded(name))
    this.#names.set(node.id, name)
    return name
  }

  /** Undefined for a node that is not in the export. */
  of(id: string): string | undefined {
    return this.#names.get(id)
  }
}

/** A text as the name of a file on every system, and as what stands in a link of Obsidian: its signs and those of paths become spaces. */
export function fileName(text: string): string {
  const words = text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|#^[\]%\p{C}\s]+/gu, ' ')
    .trim()
  const short = [...words].slice(0, LONGEST).join('')
  // Windows drops dots and spaces at the end; a dot at the beginning hides a file.
  const name = short.replace(/[. ]+$/, '').replace(/^[. ]+/, '')
  return name === '' || DEVICE.test(name) ? `_${name}` : name
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase()
