import { useSignal } from '@preact/signals'
import type { NodeType } from '../../api.ts'
import { words } from '../strings.ts'
import { NodePicker } from './node-picker.tsx'

interface Props {
  name: string
  types: readonly NodeType[]
  placeholder: string
  /** The id of the first one, or empty. */
  initial: string
  isRequired: boolean
}

/** A field for several nodes: those that were chosen, each with a way to take it out again, and a picker for one more. */
export function NodeListPicker({ name, types, placeholder, initial, isRequired }: Props) {
  const chosen = useSignal<{ id: string; name: string }[]>(initial === '' ? [] : [{ id: initial, name: initial }])
  return (
    <div class="picker">
      {chosen.value.length > 0 && (
        <ul class="picked">
          {chosen.value.map((node) => (
            <li key={node.id}>
              <input type="hidden" name={name} value={node.id} />
              <span class="clamp" dir="auto">
                {node.name}
              </span>
              <button
                type="button"
                class="quiet"
                aria-label={words.takeOut(node.name)}
                onClick={() => {
                  chosen.value = chosen.value.filter(({ id }) => id !== node.id)
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <NodePicker
        label={name}
        name={name}
        isRequired={isRequired && chosen.value.length === 0}
        types={types}
        placeholder={chosen.value.length > 0 ? words.pickAnother : placeholder}
        onChoose={(hit) => {
          if (chosen.value.some(({ id }) => id === hit.id)) return
          chosen.value = [...chosen.value, { id: hit.id, name: hit.name }]
        }}
      />
    </div>
  )
}
