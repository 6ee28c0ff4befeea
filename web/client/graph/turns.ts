const LONGEST_MS = 24

/** Lets the page live while much is done: asks now and then whether others have waited long enough. */
export class Turns {
  private begun = performance.now()
  private longest: number
  private asked = 0

  /** `first`: how long the first turn may last, in milliseconds; a page that shows nothing yet gains nothing by more of them. */
  constructor(first = LONGEST_MS) {
    this.longest = first
  }

  get isDue(): boolean {
    // Looking at the clock takes longer than much that is done between two looks.
    this.asked = (this.asked + 1) % 32
    return this.asked === 0 && performance.now() - this.begun > this.longest
  }

  async next(): Promise<void> {
    await nextTurn()
    this.longest = LONGEST_MS
    this.begun = performance.now()
  }
}

/** After what waits already. Not by a timer: browsers make those that follow each other wait. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}

const LONGEST_WAIT_MS = 200

/** When what is drawn now can be seen; soon in any case, for a page that is not looked at draws nothing. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT_MS)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      void nextTurn().then(resolve)
    })
  })
}
