import { words } from '../strings.ts'
import { Icon } from './icons.tsx'
import { NodePicker } from './node-picker.tsx'

/** The way to every paper and concept, also to those that the map does not show. */
export function SearchBox({ onChoose }: { onChoose: (id: string) => void }) {
  return (
    <search class="search">
      <Icon name="search" />
      <NodePicker
        id="search"
        label={words.searchShort}
        placeholder={words.search}
        onChoose={(hit) => onChoose(hit.id)}
      />
      <kbd class="search-key">/</kbd>
    </search>
  )
}
