import type { TidyInput, TidyPlaces } from './tidy-input.ts'

/** What the page asks the worker: to take so many steps of the `most` that there are for such a map, or to come to an end. */
export type Asked = { input: TidyInput; steps: number; most: number } | 'stop'

/** What the worker tells the page. */
export type Told =
  | { kind: 'progress'; done: number }
  /** `stoppedAfter`: somebody wanted it to stop after so many steps. */
  | ({ kind: 'end'; stoppedAfter?: number } & TidyPlaces)
