export interface BucketSettings {
  /** How many at once. */
  capacity: number
  /** How many come back each second. */
  perSecond: number
}

interface Bucket {
  left: number
  at: number
}

/** Clients that are remembered; of more, the one that was quiet for longest is forgotten. */
const MOST_CLIENTS = 10_000

/**
 * A token bucket for each client: so many at once, and then so many a second. What it remembers is bounded, whoever asks.
 * The clock gives milliseconds.
 */
export class ClientBuckets {
  readonly #settings: BucketSettings
  readonly #clock: () => number
  readonly #buckets = new Map<string, Bucket>()

  constructor(settings: BucketSettings, clock: () => number = () => performance.now()) {
    this.#settings = settings
    this.#clock = clock
  }

  /** How many clients are remembered now. */
  get size(): number {
    return this.#buckets.size
  }

  /** Seconds until this client may do it again; 0: now. */
  wait(client: string): number {
    const left = this.#filled(client)
    return left >= 1 ? 0 : Math.ceil((1 - left) / this.#settings.perSecond)
  }

  /** Takes one for this client where there is one. */
  take(client: string): void {
    const left = Math.max(0, this.#filled(client) - 1)
    this.#buckets.delete(client)
    this.#buckets.set(client, { left, at: this.#clock() })
    const [quietest] = this.#buckets.keys()
    if (this.#buckets.size > MOST_CLIENTS && quietest !== undefined) this.#buckets.delete(quietest)
  }

  #filled(client: string): number {
    const { capacity, perSecond } = this.#settings
    const bucket = this.#buckets.get(client)
    if (bucket === undefined) return capacity
    return Math.min(capacity, bucket.left + ((this.#clock() - bucket.at) / 1000) * perSecond)
  }
}
