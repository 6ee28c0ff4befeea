import { effect, signal, untracked } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { Controller } from './graph/controller.ts'
import { Banners } from './panels/banners.tsx'
import { Drawer } from './panels/drawer.tsx'
import { DropAnywhere } from './panels/drop-anywhere.tsx'
import { Empty } from './panels/empty.tsx'
import { FilterChips } from './panels/filters/filter-chips.tsx'
import { NothingLeft } from './panels/filters/nothing-left.tsx'
import { Header } from './panels/header.tsx'
import { listenToKeys } from './panels/keys.tsx'
import { Legend } from './panels/legend.tsx'
import { MapTop } from './panels/map-top.tsx'
import { PicturePanel } from './panels/picture-panel.tsx'
import { SidePanel } from './panels/side-panel.tsx'
import { StartCard } from './panels/start-card.tsx'
import { StepButtons } from './panels/steps.tsx'
import { Toast } from './panels/toast.tsx'
import { ZoomButtons } from './panels/zoom.tsx'
import { behind } from './state/front.ts'
import { isPictureOpen } from './state/picture.ts'
import { isPictureGone, whyNoPicture } from './state/picture-gone.ts'
import { settling } from './state/settling.ts'
import { showCuratedGraphs } from './state/show-curated.ts'
import { showNewGraphs } from './state/show-new.ts'
import { isStartShown, leaveStartOnMove } from './state/start.ts'
import { pollStatus, readStatus } from './state/status.ts'
import { announcement, isAway, loading, openDrawer, report, status, view } from './state/store.ts'
import { readIntake } from './state/uploads.ts'
import { words } from './strings.ts'
import { goneWords } from './words/gone.ts'

const isStarted = signal(false)

/** The page: one canvas for its whole life, and what lies over it. */
export function App() {
  const container = useRef<HTMLDivElement>(null)
  const controller = useRef<Controller | undefined>(undefined)
  // Before the page is drawn for the first time: that frame would hold the map up.
  useLayoutEffect(() => {
    if (!container.current || controller.current) return
    const made = new Controller(container.current)
    controller.current = made
    let isBeginning = false
    const begin = async (): Promise<void> => {
      if (isBeginning || isStarted.value) return
      isBeginning = true
      try {
        await Promise.all([made.start(), readStatus()])
        isStarted.value = true
        await readIntake()
      } catch (error) {
        report(error, () => void begin())
      } finally {
        isBeginning = false
      }
    }
    // At the start, and again when a server that was away comes back.
    const forgetAway = effect(() => {
      if (!isAway.value) untracked(() => void begin())
    })
    const forgetPoll = pollStatus()
    const forgetKeys = listenToKeys(made)
    const forgetUploads = showNewGraphs(() => made.reload())
    const forgetMoves = leaveStartOnMove(container.current)
    const forgetCuration = showCuratedGraphs(() => made.reload().then(() => made.stayInSight()))
    return () => {
      forgetAway()
      forgetPoll()
      forgetKeys()
      forgetUploads()
      forgetMoves()
      forgetCuration()
    }
  }, [])
  // Once the legend is there, so that the map can be placed beside it.
  useEffect(() => {
    if (isStarted.value) controller.current?.open()
  }, [isStarted.value])
  const made = controller.current
  const isEmpty = isStarted.value && status.value?.nodes.Paper === 0
  const layout = [
    'frame',
    view.value.selected && behind.value !== 'panel' && 'has-panel',
    openDrawer.value && behind.value !== 'drawer' && 'has-drawer',
    behind.value && `has-${behind.value}-behind`,
    isStartShown.value && 'has-start',
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <div class={layout}>
      <Header controller={made} />
      <div
        class={loading.value > 0 || settling.value !== undefined ? 'progress is-on' : 'progress'}
        aria-hidden="true"
      />
      <main class="stage">
        <div
          ref={container}
          class={isPictureGone.value ? 'canvas is-lost' : 'canvas'}
          role="img"
          aria-label={words.canvas}
        />
        {!isStarted.value && !isAway.value && <p class="stage-word">{words.loadingMap}</p>}
        {whyNoPicture.value && <p class="stage-word">{goneWords[whyNoPicture.value]}</p>}
        {isEmpty && <Empty />}
        {made && isStarted.value && !isEmpty && <StartCard controller={made} />}
        {made && isStarted.value && <MapTop controller={made} />}
        {made && isStarted.value && <FilterChips isOnMap />}
        {made && isStarted.value && <NothingLeft controller={made} />}
        {made && isStarted.value && !isEmpty && (
          <div class="corner" data-covers="corner">
            {isPictureOpen.value && <PicturePanel total={made.graphTotals.nodes} />}
            <Legend controller={made} />
            <div class="corner-buttons">
              <StepButtons />
              <ZoomButtons controller={made} />
            </div>
          </div>
        )}
      </main>
      {made && <SidePanel controller={made} />}
      {made && <Drawer controller={made} />}
      <Toast />
      <DropAnywhere />
      <Banners onReload={() => void controller.current?.reload().catch((error: unknown) => report(error))} />
      <p class="sr-only" aria-live="polite">
        {announcement.value}
      </p>
    </div>
  )
}
