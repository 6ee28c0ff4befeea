import type { NodeType } from '../../api.ts'
import { typeName } from '../strings.ts'

/** The dot that stands for a type; papers are hollow, as on the map. */
export function TypeDot({ type }: { type: NodeType }) {
  return <span class={`dot dot-${type}`} aria-hidden="true" />
}

export function TypeBadge({ type }: { type: NodeType }) {
  return (
    <span class={`badge badge-${type}`}>
      <TypeDot type={type} />
      {typeName[type]}
    </span>
  )
}
