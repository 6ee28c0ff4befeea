import { activeFilters } from '../state/filters/change.ts'
import { openDrawer, view } from '../state/store.ts'
import { nextTheme, theme } from '../state/theme.ts'
import { intake, uploadsUnderWay } from '../state/uploads.ts'
import { words } from '../strings.ts'
import { filterWords } from '../words/filters.ts'
import { shareWords } from '../words/share.ts'
import type { IconName } from './icons.tsx'

/** A button of the header. On narrow screens all but the first stand in the menu "More". */
export interface HeaderAction {
  /** Tells it from the others, and is its mark in the page: `data-action`. */
  name: string
  icon: IconName
  label: string
  /** What stands beside the icon, where the label says more than there is room for. */
  text?: string
  /** Absent where the button opens nothing that stays open. */
  isPressed?: boolean
  /** Stays in sight on narrow screens. There is room for two. */
  isFirst?: boolean
  /** Its name does not stand beside the icon on wide screens. */
  isIconOnly?: boolean
  /** How much is under way. */
  count?: number
  /** How much of it is switched on. */
  on?: number
  onChoose(): void
}

/** What the header offers, from left to right. */
export function headerActions(): HeaderAction[] {
  return [
    { ...drawer('table', 'table', words.table), isFirst: true },
    filtersAction(),
    { ...drawer('ask', 'ask', words.ask), isFirst: true },
    ...(intake.value?.isOpen ? [addAction()] : []),
    drawer('share', 'share', shareWords.title),
    {
      name: 'theme',
      icon: theme.value === 'system' ? 'auto' : theme.value === 'light' ? 'sun' : 'moon',
      label: words.theme[theme.value],
      isIconOnly: true,
      onChoose: nextTheme,
    },
    { ...drawer('help', 'help', words.keys), isIconOnly: true },
  ]
}

/** A button that opens a drawer, and closes it when it is open. */
function drawer(name: NonNullable<typeof openDrawer.value>, icon: IconName, label: string): HeaderAction {
  return {
    name,
    icon,
    label,
    isPressed: openDrawer.value === name,
    onChoose: () => {
      openDrawer.value = openDrawer.value === name ? undefined : name
    },
  }
}

/** Opens the place to add papers, and counts what is under way while that is closed. */
function addAction(): HeaderAction {
  const count = uploadsUnderWay.value
  const label = count > 0 ? words.addButtonBusy(count) : words.addButton
  return { ...drawer('add', 'add', label), ...(count > 0 ? { count } : {}) }
}

/** Opens the filters, and counts those that are on. */
function filtersAction(): HeaderAction {
  const on = activeFilters(view.value).length
  return { ...drawer('filters', 'filter', filterWords.button(on)), text: filterWords.title, on }
}
