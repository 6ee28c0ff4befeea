import { dismiss, problems, shownVersion, status } from '../state/store.ts'
import { words } from '../strings.ts'

/** What a person should know: errors stay until they are dismissed and can be copied. */
export function Banners({ onReload }: { onReload: () => void }) {
  const isChanged =
    status.value !== undefined && shownVersion.value !== undefined && status.value.version !== shownVersion.value
  return (
    <div class="banners">
      {status.value?.updating && <p class="banner">{words.updating}</p>}
      {isChanged && (
        <p class="banner">
          {words.changed}
          <button type="button" onClick={onReload}>
            {words.reload}
          </button>
        </p>
      )}
      {problems.value.map(({ id, text, retry }) => (
        <p key={id} class="banner is-error" role="alert">
          <span>{text}</span>
          {retry && (
            <button
              type="button"
              onClick={() => {
                dismiss(id)
                retry()
              }}
            >
              {words.retry}
            </button>
          )}
          <button type="button" onClick={() => dismiss(id)}>
            {words.dismiss}
          </button>
        </p>
      ))}
    </div>
  )
}
