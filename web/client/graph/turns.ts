const LONGEST_MS = 12

/** Lets the page live while much is done: asks now and then whether others have waited long enough. */
export class Turns {
  private begun = performance.now()

  get isDue(): boolean {
    return performance.now() - this.begun > LONGEST_MS
  }

  async next(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve))
    this.begun = performance.now()
  }
}
