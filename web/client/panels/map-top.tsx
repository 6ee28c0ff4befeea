import type { Controller } from '../graph/controller.ts'
import { dismissNotice, isLassoOn, noticeNow } from '../state/exploring.ts'
import { settling, stopSettling } from '../state/settling.ts'
import { canvasChange, view } from '../state/store.ts'
import { exploringWords } from '../words/exploring.ts'
import { tidyWords } from '../words/tidy.ts'
import { Icon } from './icons.tsx'
import { Tray } from './tray.tsx'
import { TypeDot } from './type-mark.tsx'

/** What lies over the top of the map: the chosen nodes, and what is to be known of the map as it is. */
export function MapTop({ controller }: { controller: Controller }) {
  const notice = noticeNow()
  return (
    <div class="map-top">
      <Tray controller={controller} />
      <Settling />
      {isLassoOn.value && (
        <Chip
          isPassing
          end={exploringWords.lassoEnd}
          onEnd={() => {
            isLassoOn.value = false
          }}
        >
          {exploringWords.lassoHint}
        </Chip>
      )}
      {notice !== undefined && (
        <Chip isPassing end={exploringWords.dismiss} onEnd={dismissNotice}>
          {notice}
        </Chip>
      )}
      <FocusChip controller={controller} />
    </div>
  )
}

/** How far tidying the map has come, and the way to end it. */
function Settling() {
  if (settling.value === undefined) return null
  return (
    // It covers nothing for long: the camera does not make room for it.
    <div class="map-chip settling">
      <span class="map-chip-text">{tidyWords.settling(Math.round(settling.value * 100))}</span>
      <button type="button" class="map-chip-other" onClick={stopSettling}>
        {tidyWords.stop}
      </button>
    </div>
  )
}

/** Which node alone is shown with what is around it, and the way back to everything. */
function FocusChip({ controller }: { controller: Controller }) {
  canvasChange.value
  const { focus } = view.value
  if (!focus) return null
  const { id, steps } = focus
  const other = steps === 1 ? 2 : 1
  return (
    <Chip end={exploringWords.unfocus} onEnd={() => controller.focusOn(undefined)}>
      {exploringWords.inFocus} <TypeDot type={controller.typeOf(id)} />{' '}
      <button type="button" class="map-chip-name" dir="auto" onClick={() => controller.goTo(id)}>
        {controller.labelOf(id)}
      </button>{' '}
      {exploringWords.inFocusSteps(steps)}
      <button
        type="button"
        class="map-chip-other"
        aria-label={exploringWords.focusTitle(other)}
        title={exploringWords.focusTitle(other)}
        onClick={() => controller.focusOn({ id, steps: other })}
      >
        {exploringWords.focusSteps(other)}
      </button>
    </Chip>
  )
}

interface ChipParts {
  children: preact.ComponentChildren
  end: string
  onEnd: () => void
  /** What is no part of the view: the camera makes no room for it, so that an address leads to the same place. */
  isPassing?: boolean
}

function Chip({ children, end, onEnd, isPassing = false }: ChipParts) {
  return (
    <div class="map-chip" data-covers={isPassing ? 'passing' : 'top'}>
      <span class="map-chip-text">{children}</span>
      <button type="button" class="map-chip-end" aria-label={end} title={end} onClick={onEnd}>
        <Icon name="close" />
      </button>
    </div>
  )
}
