import type { Controller } from '../graph/controller.ts'
import { goToStart } from '../state/start.ts'
import { status } from '../state/store.ts'
import { words } from '../strings.ts'
import { startWords } from '../words/start.ts'
import { HeaderButtons } from './header-buttons.tsx'
import { SearchBox } from './search-box.tsx'

/** Name, search, which graph is open, and the tools: header-actions.ts says which. */
export function Header({ controller }: { controller: Controller | undefined }) {
  const { value } = status
  const goHome = (event: MouseEvent): void => {
    // With a modifier the browser opens another window, as with any link.
    if (!controller || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    goToStart()
  }
  return (
    <header class="header">
      <a class="brand" href="./" aria-label={startWords.home} title={startWords.home} onClick={goHome}>
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M9 22 16 9l8 10z" />
          <circle class="fill-method" cx="16" cy="9" r="5" />
          <circle class="fill-model" cx="8" cy="22" r="4" />
          <circle class="fill-benchmark" cx="24" cy="19" r="4" />
        </svg>
        <span class="brand-name">{words.name}</span>
      </a>
      <SearchBox controller={controller} />
      {value && (
        <div class="which-graph" title={`${value.name} · ${value.engine}`}>
          <strong>{value.graph === 'sample' ? words.graphSample : words.graphOwn}</strong>
          <span>{words.graphCounts(value.nodes.Paper ?? 0, value.nodes.Concept ?? 0)}</span>
        </div>
      )}
      <HeaderButtons />
    </header>
  )
}
