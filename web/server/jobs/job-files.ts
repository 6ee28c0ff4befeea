import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PapergraphError } from '../../../errors.ts'
import { writeWhole } from '../../../whole-file.ts'
import { KeptJob } from './job.ts'

/** The folder that uploads live in: a small file of each job, and beside it the body while it is needed. */
export class JobFiles {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** Whether anything was ever uploaded here. */
  get isThere(): boolean {
    return existsSync(this.folder)
  }

  /** Makes the folder where there is none. Throws `data-folder`. */
  make(): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new PapergraphError('data-folder', `The folder for uploads cannot be made (${reason}).`, { cause })
    }
  }

  /** Ids are made here, of digits and letters; nothing that a client says becomes part of a path. */
  body(id: string): string {
    return join(this.folder, `${id}.body`)
  }

  hasBody(id: string): boolean {
    return existsSync(this.body(id))
  }

  save(job: KeptJob): void {
    writeWhole(this.record(job.id), `${JSON.stringify(job)}\n`)
  }

  dropBody(id: string): void {
    for (const path of [this.body(id), `${this.body(id)}.part`]) rmSync(path, { force: true })
  }

  drop(id: string): void {
    rmSync(this.record(id), { force: true })
    this.dropBody(id)
  }

  /** All jobs in the order in which they run. Takes away what belongs to none: torn writes, bodies without a job. */
  load(): KeptJob[] {
    const names = readdirSync(this.folder)
    const jobs = names
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => this.read(name))
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    const ids = new Set(jobs.map((job) => job.id))
    for (const name of names) {
      const id = /^([0-9a-f]{16})\.(?:body|body\.part|json\.\d+\.new)$/.exec(name)?.[1]
      if (id !== undefined && (name.endsWith('.new') || !ids.has(id))) rmSync(join(this.folder, name), { force: true })
    }
    return jobs
  }

  /** None for a file that somebody damaged: its upload cannot be told from any other then. */
  private read(name: string): KeptJob[] {
    try {
      return [KeptJob.parse(JSON.parse(readFileSync(join(this.folder, name), 'utf8')))]
    } catch {
      return []
    }
  }

  private record(id: string): string {
    return join(this.folder, `${id}.json`)
  }
}
