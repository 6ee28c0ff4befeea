/** Says how far long work has come. */
export type Say = (text: string) => void

/** Says it on stderr, with the seconds since the beginning. */
export function sayWithTime(): Say {
  const start = performance.now()
  return (text) => console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${text}`)
}
