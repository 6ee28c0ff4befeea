import type { Signal } from '@preact/signals'
import type { ApiNode } from '../../api.ts'
import { asWritten } from '../state/written.ts'
import { words } from '../strings.ts'
import { TypeDot } from './type-mark.tsx'

/** A node that something is linked to, a word beside it, and the way to what that rests on. */
export function LinkHead(props: {
  node: ApiNode
  detail: string | number | undefined
  isOpen: Signal<boolean>
  onChoose: (id: string) => void
}) {
  const { node, detail, isOpen, onChoose } = props
  return (
    <div class="link-head">
      <button type="button" class="link-name" {...asWritten(node.label)} onClick={() => onChoose(node.id)}>
        <TypeDot type={node.type} />
        <span>{node.label}</span>
      </button>
      {detail !== undefined && <span class="link-detail">{detail}</span>}
      <button
        type="button"
        class="link-why"
        aria-expanded={isOpen.value}
        aria-label={`${words.why} ${node.label}`}
        title={words.evidence}
        onClick={() => {
          isOpen.value = !isOpen.value
        }}
      >
        {words.why}
      </button>
    </div>
  )
}
