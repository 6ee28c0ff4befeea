import type { ComponentChildren } from 'preact'

interface Props {
  /** Radios of one name are one choice; a checkbox where it is absent. */
  group?: string
  isOn: boolean
  /** What one sees after choosing it. */
  count?: number
  children: ComponentChildren
  onChange(): void
}

/** One choice of a facet with its count. */
export function Option({ group, isOn, count, children, onChange }: Props) {
  return (
    <label class={count === 0 ? 'option is-empty' : 'option'}>
      <input type={group ? 'radio' : 'checkbox'} name={group} checked={isOn} onChange={onChange} />
      <span class="option-name" dir="auto">
        {children}
      </span>
      {count !== undefined && <span class="option-count">{count.toLocaleString('en')}</span>}
    </label>
  )
}
