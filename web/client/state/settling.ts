import { signal } from '@preact/signals'

/** How much of tidying the map is done, from 0 to 1; absent while nothing is being tidied. */
export const settling = signal<number | undefined>(undefined)

let stop: () => void = () => undefined
/** Says how what is under way is brought to an end. */
export function stopSettlingBy(how: () => void): void {
  stop = how
}

/** Leaves the map as far tidied as it is now. */
export const stopSettling = (): void => stop()
