import type Sigma from 'sigma'
import { pointedCommunity } from '../state/communities.ts'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'
import type { StageEvents } from './pointer.ts'
import type { RegionLayer } from './region-layer.ts'

export interface RegionEvents {
  /** The name of a community was clicked. */
  onRegion(community: number): void
}

/**
 * Lets the names of communities be pointed at and clicked. A name lies over lines and under nodes: gives the events with those
 * left out that are meant for a name.
 */
export function listenToRegions(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  regions: RegionLayer,
  events: StageEvents & RegionEvents,
): StageEvents {
  /** Under what was pressed last. */
  let pressed: number | undefined
  let isOverNode = false
  const container = sigma.getContainer()
  const point = (community: number | undefined): void => {
    if (pointedCommunity.peek() === community) return
    pointedCommunity.value = community
    container.classList.toggle('is-over-name', community !== undefined)
  }
  sigma.on('enterNode', () => {
    isOverNode = true
    point(undefined)
  })
  sigma.on('leaveNode', () => {
    isOverNode = false
  })
  sigma.on('moveBody', ({ event }) => point(isOverNode ? undefined : regions.at(event)))
  sigma.on('leaveStage', () => point(undefined))
  const press = (place: { x: number; y: number }): void => {
    pressed = regions.at(place)
  }
  sigma.on('downStage', ({ event }) => press(event))
  sigma.on('downEdge', ({ event }) => press(event))
  const unlessNamed =
    <T extends unknown[]>(otherwise: (...given: T) => void) =>
    (...given: T): void => {
      if (pressed === undefined) otherwise(...given)
      else events.onRegion(pressed)
    }
  return { ...events, onEdge: unlessNamed(events.onEdge), onNothing: unlessNamed(events.onNothing) }
}
