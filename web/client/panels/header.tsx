import { openDrawer, status } from '../state/store.ts'
import { nextTheme, theme } from '../state/theme.ts'
import { intake, uploadsUnderWay } from '../state/uploads.ts'
import { words } from '../strings.ts'
import { Icon } from './icons.tsx'
import { SearchBox } from './search-box.tsx'

/** Name, search, which graph is open, and the drawers. */
export function Header({ onChoose }: { onChoose: (id: string) => void }) {
  const { value } = status
  const toggle = (drawer: 'table' | 'ask' | 'help' | 'add') => () => {
    openDrawer.value = openDrawer.value === drawer ? undefined : drawer
  }
  const button = (drawer: 'table' | 'ask' | 'help', label: string) => (
    <button
      type="button"
      class="header-button"
      aria-pressed={openDrawer.value === drawer}
      aria-label={label}
      onClick={toggle(drawer)}
    >
      <Icon name={drawer} />
      <span class="header-button-text">{label}</span>
    </button>
  )
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
      <nav class="header-buttons" aria-label={words.name}>
        {button('table', words.table)}
        {button('ask', words.ask)}
        {intake.value?.isOpen && <AddButton onToggle={toggle('add')} />}
        <button
          type="button"
          class="header-button is-icon"
          aria-label={words.theme[theme.value]}
          title={words.theme[theme.value]}
          onClick={nextTheme}
        >
          <Icon name={theme.value === 'system' ? 'auto' : theme.value === 'light' ? 'sun' : 'moon'} />
        </button>
        <button
          type="button"
          class="header-button is-icon is-wide-only"
          aria-label={words.keys}
          title={words.keys}
          aria-pressed={openDrawer.value === 'help'}
          onClick={toggle('help')}
        >
          <Icon name="help" />
        </button>
      </nav>
    </header>
  )
}

/** Opens the place to add papers, and counts what is under way while that is closed. */
function AddButton({ onToggle }: { onToggle: () => void }) {
  const count = uploadsUnderWay.value
  return (
    <button
      type="button"
      class={count > 0 ? 'header-button is-working' : 'header-button'}
      aria-pressed={openDrawer.value === 'add'}
      aria-label={count > 0 ? words.addButtonBusy(count) : words.addButton}
      onClick={onToggle}
    >
      <Icon name="add" />
      <span class="header-button-text">{words.addButton}</span>
      {count > 0 && <span class="count">{count}</span>}
    </button>
  )
}
