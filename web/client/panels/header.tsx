import { status } from '../state/store.ts'
import { words } from '../strings.ts'
import { HeaderButtons } from './header-buttons.tsx'
import { SearchBox } from './search-box.tsx'

/** Name, search, which graph is open, and the tools: header-actions.ts says which. */
export function Header({ onChoose }: { onChoose: (id: string) => void }) {
  const { value } = status
  return (
    <header class="header">
      <a class="brand" href="./" aria-label={words.name}>
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M9 22 16 9l8 10z" />
          <circle class="fill-method" cx="16" cy="9" r="5" />
          <circle class="fill-model" cx="8" cy="22" r="4" />
          <circle class="fill-benchmark" cx="24" cy="19" r="4" />
        </svg>
        <span class="brand-name">{words.name}</span>
      </a>
      <SearchBox onChoose={onChoose} />
      {value && (
        <p class="which-graph" title={`${value.name} · ${value.engine}`}>
          <strong>{value.graph === 'sample' ? words.graphSample : words.graphOwn}</strong>
          <span>{words.graphCounts(value.nodes.Paper ?? 0, value.nodes.Concept ?? 0)}</span>
        </p>
      )}
      <HeaderButtons />
    </header>
  )
}
