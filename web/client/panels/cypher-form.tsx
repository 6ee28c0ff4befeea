import { signal } from '@preact/signals'
import { runCypher } from '../api.ts'
import type { Controller } from '../graph/controller.ts'
import { words } from '../strings.ts'
import { useRun } from './use-run.tsx'

const text = signal<string>(words.cypherExample)

/** A box for Cypher that reads. */
export function CypherForm({ controller }: { controller: Controller }) {
  const { run, outcome } = useRun(controller)
  const submit = (): void => void run((stop, onWaiting) => runCypher(text.value, onWaiting, stop))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2 class="ask-title">{words.cypherTitle}</h2>
      <p class="ask-description">{words.cypherDetail}</p>
      <label class="field">
        <span>{words.cypherHint}</span>
        <textarea
          rows={7}
          spellcheck={false}
          aria-label={words.cypherTitle}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
          }}
        />
      </label>
      {outcome}
    </form>
  )
}
