import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { intake, sendFiles } from '../state/uploads.ts'
import { words } from '../strings.ts'
import { Icon } from './icons.tsx'

const isOver = signal(false)

/** Takes files that are dropped anywhere on the page, and says so while they are over it. */
export function DropAnywhere() {
  useEffect(listenForFiles, [])
  if (!isOver.value) return null
  return (
    <div class="drop-over" aria-hidden="true">
      <div>
        <Icon name="add" />
        <p>{intake.value?.isOpen === false ? intake.value.reason : words.dropNow}</p>
      </div>
    </div>
  )
}

function listenForFiles(): () => void {
  // Entering an element comes before leaving the one around it.
  let depth = 0
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
  const set = (to: number): void => {
    depth = Math.max(0, to)
    isOver.value = depth > 0
  }
  const enter = (event: DragEvent): void => {
    if (hasFiles(event)) set(depth + 1)
  }
  const leave = (event: DragEvent): void => {
    if (hasFiles(event)) set(depth - 1)
  }
  const over = (event: DragEvent): void => {
    // Without this the browser would open the file instead of the page.
    if (hasFiles(event)) event.preventDefault()
  }
  const drop = (event: DragEvent): void => {
    if (!hasFiles(event)) return
    event.preventDefault()
    set(0)
    sendFiles([...(event.dataTransfer?.files ?? [])])
  }
  const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop } as const
  for (const [name, listen] of Object.entries(listeners))
    window.addEventListener(name as keyof typeof listeners, listen)
  return () => {
    for (const [name, listen] of Object.entries(listeners))
      window.removeEventListener(name as keyof typeof listeners, listen)
  }
}
