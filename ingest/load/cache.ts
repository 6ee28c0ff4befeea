import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PapergraphError } from '../../errors.ts'
import type { Extraction } from '../extraction.ts'
import type { PaperRecord } from '../paper.ts'
import { LineFile, type Place } from './line-file.ts'

/** What the extractor found in a text, without the record that it was found in. */
export type Found = Pick<Extraction, 'hash' | 'extractor' | 'entities' | 'scores'>

/** Extractions by content hash, of one extractor version: a file of JSON lines that only grows. */
export class ExtractionCache {
  private readonly places = new Map<string, Place>()
  private readonly file: LineFile
  private readonly folder: string
  private readonly name: string

  constructor(folder: string, extractor: string) {
    mkdirSync(folder, { recursive: true })
    this.folder = folder
    this.name = `${extractor.replace(/[^\w.+-]/g, '_')}.jsonl`
    this.file = new LineFile(join(folder, this.name))
    for (const { line, place } of this.file.lines()) {
      const hash = /^\{"hash":"([^"]+)"/.exec(line)?.[1]
      if (hash) this.places.set(hash, place)
    }
  }

  has(hash: string): boolean {
    return this.places.has(hash)
  }

  add({ hash, extractor, entities, scores }: Found): void {
    this.places.set(hash, this.file.append(JSON.stringify({ hash, extractor, entities, scores })))
  }

  /** The record together with what was found in its text. Throws where the text was never extracted. */
  join(paper: PaperRecord, hash: string): Extraction {
    const place = this.places.get(hash)
    if (!place) throw new PapergraphError('internal', `The text of ${paper.id} was not extracted.`)
    // Our own file, written by add() above and cut at the last whole line: nothing from outside comes in here.
    const found = JSON.parse(this.file.read(place)) as Found
    return { ...paper, ...found }
  }

  /** Forgets everything, so that all texts are extracted again. */
  clear(): void {
    this.places.clear()
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
}
