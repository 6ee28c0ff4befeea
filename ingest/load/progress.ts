/** Told of long work as it goes on. The command line draws it; tests and programs leave it out. */
export interface Progress {
  /** A new stage begins; `total` is absent where it cannot be known. */
  stage(name: string, total?: number): void
  /** So much of the stage is done (absolute). */
  at(done: number): void
  /** The stage is over; what was drawn for it may be cleared. */
  end(): void
}

export const silent: Progress = { stage() {}, at() {}, end() {} }
