import { intake, sending } from '../state/uploads.ts'
import { words } from '../strings.ts'
import { DropPlace } from './drop-place.tsx'
import { SendingRow, UploadRow } from './upload-row.tsx'

/** Adds papers: a place to drop files on, and what became of those that were sent. */
export function AddPanel() {
  const list = intake.value
  const isQuiet = sending.value.length === 0 && (list?.uploads.length ?? 0) === 0
  if (list !== undefined && !list.isOpen) return <p class="panel-failed">{list.reason}</p>
  return (
    <div class="add">
      <DropPlace isSmall={!isQuiet} say={isQuiet ? words.dropHere : words.dropMore} />
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
