import { useRef } from 'preact/hooks'
import { intake, sendFiles } from '../state/uploads.ts'
import { words } from '../strings.ts'
import { Icon } from './icons.tsx'

/** Where files can be dropped, which is anywhere on the page, and a button for who does not drag. */
export function DropPlace({ isSmall, say }: { isSmall: boolean; say: string }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div class={isSmall ? 'drop-place is-small' : 'drop-place'}>
      <Icon name="add" />
      <p class="drop-words">{say}</p>
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
      <p class="drop-formats">{words.formats(intake.value?.mostBytes)}</p>
    </div>
  )
}
