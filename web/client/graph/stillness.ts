const REST_MS = 140

/** Whether the picture moves, and when it has come to rest. */
export class Stillness {
  private timer = 0
  private readonly onRest: () => void
  isMoving = false

  constructor(onRest: () => void) {
    this.onRest = onRest
  }

  /** It moves at this moment. */
  touch(): void {
    this.isMoving = true
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => {
      this.isMoving = false
      this.onRest()
    }, REST_MS)
  }
}
