import { pendingDecisions } from '../state/curation.ts'
import { isShowingNew } from '../state/show-new.ts'
import { readStatus } from '../state/status.ts'
import { dismiss, isAway, problems, shownVersion, status } from '../state/store.ts'
import { words } from '../strings.ts'
import { CurationNotice } from './curation-notice.tsx'

/** What a person should know: errors stay until they are dismissed and can be copied. */
export function Banners({ onReload }: { onReload: () => void }) {
  const isChanged =
    status.value !== undefined && shownVersion.value !== undefined && status.value.version !== shownVersion.value
  return (
    <div class="banners">
      <CurationNotice />
      {isAway.value && (
        <p class="banner is-error" role="alert">
          <span>{words.serverAway}</span>
          <button type="button" onClick={() => void readStatus()}>
            {words.retry}
          </button>
        </p>
      )}
      {status.value?.updating && !isAway.value && (
        <p class="banner" role="status">
          <span>{words.updating}</span>
        </p>
      )}
      {isChanged && !isAway.value && !isShowingNew.value && pendingDecisions.value.length === 0 && (
        <p class="banner" role="status">
          <span>{words.changed}</span>
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
