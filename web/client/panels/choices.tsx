import type { Controller } from '../graph/controller.ts'
import { choices } from '../state/store.ts'
import { words } from '../strings.ts'
import { TypeBadge } from './type-mark.tsx'

/** An address may name a thing that is several things: the person says which. */
export function Choices({ controller }: { controller: Controller }) {
  if (choices.value.length === 0) return null
  const close = (): void => {
    choices.value = []
  }
  return (
    <section class="choices" aria-label={words.choices}>
      <p>{words.choices}</p>
      {choices.value.map((node) => (
        <button
          type="button"
          key={node.id}
          class="link-row"
          onClick={() => {
            close()
            controller.goTo(node.id)
          }}
        >
          <span dir="auto">{node.label}</span>
          <TypeBadge type={node.type} />
        </button>
      ))}
      <button type="button" class="quiet" onClick={close}>
        {words.close}
      </button>
    </section>
  )
}
