import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { api } from './api.ts'
import { Controller } from './graph/controller.ts'
import { Banners } from './panels/banners.tsx'
import { Choices } from './panels/choices.tsx'
import { Drawer } from './panels/drawer.tsx'
import { Empty } from './panels/empty.tsx'
import { Header } from './panels/header.tsx'
import { listenToKeys } from './panels/keys.tsx'
import { Legend } from './panels/legend.tsx'
import { SidePanel } from './panels/side-panel.tsx'
import { ZoomButtons } from './panels/zoom.tsx'
import { announcement, isWebglLost, loading, report, status, view } from './state/store.ts'
import { words } from './strings.ts'

const POLL_MS = 5000
const isStarted = signal(false)

/** The page: one canvas for its whole life, and what lies over it. */
export function App() {
  const container = useRef<HTMLDivElement>(null)
  const controller = useRef<Controller | undefined>(undefined)
  useEffect(() => {
    if (!container.current || controller.current) return
    const made = new Controller(container.current)
    controller.current = made
    const begin = (): void => {
      void Promise.all([made.start(), readStatus()]).then(
        () => {
          isStarted.value = true
        },
        (error: unknown) => report(error, begin),
      )
    }
    begin()
    const timer = setInterval(() => void readStatus().catch(() => undefined), POLL_MS)
    const forget = listenToKeys(made)
    return () => {
      clearInterval(timer)
      forget()
    }
  }, [])
  const made = controller.current
  const isEmpty = isStarted.value && status.value?.nodes.Paper === 0
  const hasPanel = view.value.selected !== undefined
  return (
    <div class={hasPanel ? 'frame has-panel' : 'frame'}>
      <Header onChoose={(id) => controller.current?.goTo(id)} />
      <div class={loading.value > 0 ? 'progress is-on' : 'progress'} aria-hidden="true" />
      <main class="stage">
        <div
          ref={container}
          class={isWebglLost.value ? 'canvas is-lost' : 'canvas'}
          role="img"
          aria-label={words.canvas}
        />
        {!isStarted.value && <p class="stage-word">{words.loadingMap}</p>}
        {isWebglLost.value && <p class="stage-word">{words.webglLost}</p>}
        {isEmpty && <Empty />}
        {made && isStarted.value && (
          <>
            <Legend controller={made} />
            <ZoomButtons controller={made} />
          </>
        )}
      </main>
      {made && <SidePanel controller={made} />}
      {made && <Drawer controller={made} />}
      {made && <Choices controller={made} />}
      <Banners onReload={() => void controller.current?.reload().catch((error: unknown) => report(error))} />
      <p class="sr-only" aria-live="polite">
        {announcement.value}
      </p>
    </div>
  )
}

async function readStatus(): Promise<void> {
  status.value = await api.status()
}
