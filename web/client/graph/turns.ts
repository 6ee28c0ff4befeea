const LONGEST_MS = 24

/** Lets the page live while much is done: asks now and then whether others have waited long enough. */
export class Turns {
  private begun = performance.now()

  get isDue(): boolean {
    return performance.now() - this.begun > LONGEST_MS
  }

  async next(): Promise<void> {
    await nextTurn()
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
