import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PapergraphError } from '../../errors.ts'
import { ENTITY_TYPES, type EntityType, type Extraction } from '../extraction.ts'
import type { PaperRecord } from '../paper.ts'
import { LineFile, type Place } from './line-file.ts'

/** What the extractor found in a text, without the record that it was found in. */
export type Found = Pick<Extraction, 'hash' | 'extractor' | 'entities' | 'scores'>

/** How many things of each type a text names, in the order of ENTITY_TYPES. */
type FoundCounts = readonly number[]

interface Kept {
  place: Place
  /** Absent in lines that an earlier version wrote. */
  counts: FoundCounts | undefined
}

/** The hash and the counts stand at the head of a line, so that opening the cache reads no more of it. */
const HEAD = /^\{"hash":"([^"]+)"(?:,"counts":\[([\d,]+)\])?/
const HEAD_BYTES = 200

/** The line that the cache keeps of a finding. */
export function foundLine({ hash, extractor, entities, scores }: Found): string {
  return JSON.stringify({ hash, counts: countsOf(entities), extractor, entities, scores })
}

/** Extractions by content hash, of one extractor version: a file of JSON lines that only grows. */
export class ExtractionCache {
  private readonly kept = new Map<string, Kept>()
  private readonly file: LineFile
  private readonly folder: string
  private readonly name: string

  constructor(folder: string, extractor: string) {
    mkdirSync(folder, { recursive: true })
    this.folder = folder
    this.name = `${extractor.replace(/[^\w.+-]/g, '_')}.jsonl`
    this.file = new LineFile(join(folder, this.name))
    for (const { line, place } of this.file.lines(HEAD_BYTES)) this.keep(line, place)
  }

  has(hash: string): boolean {
    return this.kept.has(hash)
  }

  /** Keeps a line of foundLine(). */
  add(line: string): void {
    this.keep(line, this.file.append(line))
  }

  /** How many things of each type the text of this hash names. Throws where it was never extracted. */
  counts(hash: string): Record<EntityType, number> {
    const kept = this.of(hash)
    kept.counts ??= countsOf(this.found(kept).entities)
    const numbers = kept.counts
    const count = (type: EntityType): number => numbers?.[ENTITY_TYPES.indexOf(type)] ?? 0
    return {
      method: count('method'),
      model: count('model'),
      benchmark: count('benchmark'),
      topic: count('topic'),
      repo: count('repo'),
    }
  }

  /** The record together with what was found in its text. Throws where the text was never extracted. */
  join(paper: PaperRecord, hash: string): Extraction {
    const { hash: _hash, extractor, entities, scores } = this.found(this.of(hash))
    return { ...paper, hash, extractor, entities, scores }
  }

  /** Forgets everything, so that all texts are extracted again. */
  clear(): void {
    this.kept.clear()
    this.file.truncate(0)
  }

  /** Deletes the files of other extractor versions. */
  dropOthers(): void {
    for (const file of readdirSync(this.folder)) if (file !== this.name) rmSync(join(this.folder, file))
  }

  sync(): void {
    this.file.sync()
  }

  close(): void {
    this.file.close()
  }

  private keep(line: string, place: Place): void {
    const hash = HEAD.exec(line)?.[1]
    // A copy: a part of a line would keep the whole line in memory.
    if (hash) this.kept.set(Buffer.from(hash).toString(), { place, counts: countsIn(line) })
  }

  private of(hash: string): Kept {
    const kept = this.kept.get(hash)
    if (!kept) throw new PapergraphError('internal', `The text with the hash ${hash} was not extracted.`)
    return kept
  }

  // Our own file, of lines by foundLine() and cut at the last whole one: nothing from outside comes in here.
  private found({ place }: Kept): Found {
    return JSON.parse(this.file.read(place))
  }
}

const countsOf = (entities: Found['entities']): FoundCounts =>
  ENTITY_TYPES.map((type) => entities.filter((entity) => entity.type === type).length)

function countsIn(line: string): FoundCounts | undefined {
  return HEAD.exec(line)?.[2]?.split(',').map(Number)
}
