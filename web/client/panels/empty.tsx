import { intake } from '../state/uploads.ts'
import { words } from '../strings.ts'
import { startWords } from '../words/start.ts'
import { DropPlace } from './drop-place.tsx'

/** The start page of a graph without papers: how to bring some. */
export function Empty() {
  const takesFiles = intake.value?.isOpen === true
  return (
    <section class="empty" aria-label={startWords.label}>
      <h1>{words.emptyTitle}</h1>
      <p>{words.emptyText}</p>
      {takesFiles && (
        <>
          <DropPlace isSmall={false} say={words.dropHere} />
          <p class="empty-or">{startWords.emptyOr}</p>
        </>
      )}
      <pre>{words.emptyCommand}</pre>
    </section>
  )
}
