import { useRef } from 'preact/hooks'
import { intake, sendFiles, sending } from '../state/uploads.ts'
import { words } from '../strings.ts'
import { Icon } from './icons.tsx'
import { SendingRow, UploadRow } from './upload-row.tsx'

/** Adds papers: a place to drop files on, and what became of those that were sent. */
export function AddPanel() {
  const input = useRef<HTMLInputElement>(null)
  const list = intake.value
  const isQuiet = sending.value.length === 0 && (list?.uploads.length ?? 0) === 0
  if (list !== undefined && !list.isOpen) return <p class="panel-failed">{list.reason}</p>
  return (
    <div class="add">
      <div class={isQuiet ? 'drop-place' : 'drop-place is-small'}>
        <Icon name="add" />
        <p class="drop-words">{isQuiet ? words.dropHere : words.dropMore}</p>
        <button type="button" class="primary" onClick={() => input.current?.click()}>
          {words.chooseFiles}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={words.chooseFiles}
          onChange={({ currentTarget }) => {
            sendFiles([...(currentTarget.files ?? [])])
            // The same file may be chosen again.
            currentTarget.value = ''
          }}
        />
        <p class="drop-formats">{words.formats(list?.mostBytes)}</p>
      </div>
      {!isQuiet && (
        <ul class="uploads" aria-label={words.uploads}>
          {sending.value.toReversed().map((each) => (
            <SendingRow key={each.key} sending={each} />
          ))}
          {list?.uploads.map((job) => (
            <UploadRow key={job.id} job={job} />
          ))}
        </ul>
      )}
    </div>
  )
}
