import { openDrawer } from '../state/store.ts'
import { intake } from '../state/uploads.ts'
import { words } from '../strings.ts'

export function Empty() {
  return (
    <section class="empty">
      <h1>{words.emptyTitle}</h1>
      <p>{words.emptyText}</p>
      <pre>{words.emptyCommand}</pre>
      {intake.value?.isOpen && (
        <button
          type="button"
          class="primary"
          onClick={() => {
            openDrawer.value = 'add'
          }}
        >
          {words.addButton}
        </button>
      )}
    </section>
  )
}
