import { settling, stopSettlingBy } from '../../state/settling.ts'
import { announcement, isFromHistory, replace, report, view } from '../../state/store.ts'
import { MOST_TIDIED, MOST_TIDY_STEPS, type View } from '../../state/view.ts'
import { tidyWords } from '../../words/tidy.ts'
import { type Canvas, UNIT } from '../canvas.ts'
import type { Motion } from '../motion.ts'
import type { Place } from '../place.ts'
import { nextTurn, Turns } from '../turns.ts'
import { inputOf } from './input-of.ts'
import { type Progress, type Run, refineInWorker } from './run.ts'
import type { TidyPlaces } from './tidy-input.ts'

/** Pictures that are remembered, so that undo and redo need not wait. */
const MOST_KNOWN = 12
const HELD_MS = 100

type Places = ReadonlyMap<string, Place>

interface TidyEvents {
  /** Whether a person looks at the whole map. */
  isAllInSight(): boolean
  /** All was in sight when a person had the map tidied, and moves now. */
  onOtherLayout(): void
}

/**
 * Tidies the map where the view says so: a worker refines the places of what is on the canvas. They depend on what is there, on
 * pins, sizes and the number of steps, and on nothing else, so that an address always gives the same picture.
 */
export class Tidying {
  private readonly canvas: Canvas
  private readonly motion: Motion
  private readonly events: TidyEvents
  private readonly known = new Map<string, Places>()
  private run: Run | undefined
  /** What is being tidied, or was last. */
  private now = ''

  constructor(canvas: Canvas, motion: Motion, events: TidyEvents) {
    this.canvas = canvas
    this.motion = motion
    this.events = events
  }

  /** To be called when everything that the view asks for is on the canvas. */
  follow(wanted: View, pins: Places): void {
    const key = this.keyOf(wanted)
    const known = this.known.get(key)
    const isShown = key === '' || (known !== undefined && known === this.canvas.tidied)
    if (key === this.now && (isShown || settling.value !== undefined)) return
    this.end()
    const isNew = this.now === '' && !isFromHistory.value
    this.now = key
    if (key === '') return
    if (known) this.show(known, pins)
    else void this.tidy(key, wanted, pins, isNew)
  }

  /** Before another graph is opened. */
  forget(): void {
    this.end()
    this.now = ''
    this.known.clear()
  }

  private end(): void {
    this.run?.end()
    this.run = undefined
    settling.value = undefined
  }

  private async tidy(key: string, { tidied: steps = 0, picture }: View, pins: Places, isNew: boolean): Promise<void> {
    const isOutdated = (): boolean => key !== this.now
    settling.value = 0
    stopSettlingBy(() => this.stopAt(0))
    announcement.value = tidyWords.settling(0)
    try {
      // Each of these takes a while where there are many nodes: none of them in the same turn as another.
      await nextTurn()
      const isFramed = isNew && this.events.isAllInSight()
      let found: Awaited<ReturnType<typeof inputOf>>
      while (!found && !isOutdated()) found = await inputOf(this.canvas, pins, picture.size, new Turns())
      if (isOutdated() || !found) return
      const tell = ({ done }: Progress): void => {
        if (!isOutdated()) settling.value = done / steps
      }
      this.run = refineInWorker({ input: found.input, steps, most: MOST_TIDY_STEPS }, tell)
      stopSettlingBy(this.run.stop)
      const { stoppedAfter, ...columns } = await this.run.places
      while (this.canvas.held !== undefined) await new Promise((later) => setTimeout(later, HELD_MS))
      const places = this.placesOf(found.ids, columns)
      await nextTurn()
      if (isOutdated()) return
      this.end()
      if (stoppedAfter !== 0) this.show(places, pins)
      if (stoppedAfter === undefined) this.remember(key, places)
      else this.stopAt(stoppedAfter, places)
      announcement.value = tidyWords.settled
      await nextTurn()
      if (isFramed && stoppedAfter !== 0 && !isOutdated()) this.events.onOtherLayout()
    } catch (error) {
      if (isOutdated()) return
      this.end()
      report(error)
    }
  }

  /** The address says how far it came; what follows finds the places here. */
  private stopAt(steps: number, places?: Places): void {
    const { tidied: _before, ...rest } = view.value
    const next = steps > 0 ? { ...rest, tidied: steps } : rest
    if (places) this.remember(this.keyOf(next), places)
    replace(next)
  }

  private show(places: Places, pins: Places): void {
    this.canvas.tidied = places
    this.motion.start(this.canvas.layOut(places, pins), true)
  }

  private remember(key: string, places: Places): void {
    this.known.set(key, places)
    const [oldest] = this.known.keys()
    if (this.known.size > MOST_KNOWN && oldest !== undefined) this.known.delete(oldest)
  }

  private placesOf(ids: readonly string[], { x, y }: TidyPlaces): Places {
    const { scale } = this.canvas
    const onCanvas = (value = 0, stretched: number): number => (value * stretched) / UNIT
    return new Map(ids.map((id, at) => [id, { x: onCanvas(x[at], scale.x), y: onCanvas(y[at], scale.y) }]))
  }

  /** Everything that decides on the places, as a word; empty where nothing is to be tidied. */
  private keyOf({ tidied, picture, pinned }: View): string {
    const { order } = this.canvas.graph
    if (tidied === undefined || picture.layout !== 'map' || order > MOST_TIDIED) return ''
    return JSON.stringify([tidied, picture.size, pinned, this.canvas.state])
  }
}
