import { canUndo, redo, steps, undo } from '../state/store.ts'
import { words } from '../strings.ts'
import { Icon } from './icons.tsx'

/** Undo and redo of whatever was done on this page. */
export function StepButtons() {
  return (
    <div class="zoom">
      <button type="button" aria-label={words.undo} title={words.undo} disabled={!canUndo.value} onClick={undo}>
        <Icon name="undo" />
      </button>
      <button
        type="button"
        aria-label={words.redo}
        title={words.redo}
        disabled={steps.value.ahead === 0}
        onClick={redo}
      >
        <Icon name="redo" />
      </button>
    </div>
  )
}
