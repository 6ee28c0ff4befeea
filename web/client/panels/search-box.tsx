import { useEffect } from 'preact/hooks'
import type { SearchHit } from '../../api.ts'
import type { Controller } from '../graph/controller.ts'
import { toggleChosen } from '../state/changes.ts'
import { isStartShown } from '../state/start.ts'
import { announcement, go, openDrawer, view } from '../state/store.ts'
import { words } from '../strings.ts'
import { startWords } from '../words/start.ts'
import { Icon } from './icons.tsx'
import { NodePicker } from './node-picker.tsx'

const SUGGESTED = 8
/** A finger would call up a keyboard over half of the page. */
const HAS_KEYBOARD = '(min-width: 720px) and (pointer: fine)'

/** The way to every paper and concept, also to those that the map does not show. */
export function SearchBox({ controller }: { controller: Controller | undefined }) {
  useEffect(() => {
    const isFree = document.activeElement === document.body
    if (isStartShown.peek() && isFree && matchMedia(HAS_KEYBOARD).matches) document.getElementById('search')?.focus()
  }, [])
  return (
    <search class="search">
      <Icon name="search" />
      <NodePicker
        id="search"
        label={words.searchShort}
        placeholder={words.search}
        suggest={{ of: () => (controller ? bestConnected(controller) : []), ...startWords.suggest }}
        onChoose={(hit) => controller?.goTo(hit.id)}
        onAlso={(hit, isLast) => {
          chooseBeside(hit)
          if (isLast && controller) lookTogether(hit, controller)
        }}
        alsoHint={view.value.chosen.length > 0 ? words.searchAlso : undefined}
      />
      <kbd class="search-key">/</kbd>
    </search>
  )
}

/** Looks at it together with what is chosen: two or more names in a row, and they can be compared. */
function chooseBeside({ id, name }: SearchHit): void {
  if (view.value.chosen.includes(id)) return
  go(toggleChosen(view.value, id))
  announcement.value = words.isChosen(name)
}

/** Opens what can be said of all that are chosen: papers stand side by side, other things have something in common. */
function lookTogether(last: SearchHit, controller: Controller): void {
  const { chosen } = view.value
  if (chosen.length < 2) return
  // The last one may not have come to the map yet.
  const types = chosen.map((id) => (id === last.id ? last.type : controller.typeOf(id)))
  openDrawer.value = types.every((type) => type === 'paper') ? 'compare' : 'common'
}

/** What one may look for who does not know yet: what most papers of the map name, of each type some. */
function bestConnected(controller: Controller): SearchHit[] {
  const named = controller
    .visibleNodes()
    .filter(({ type, papers = 0 }) => type !== 'paper' && type !== 'repo' && papers > 1)
    .sort((a, b) => (b.papers ?? 0) - (a.papers ?? 0) || (a.id < b.id ? -1 : 1))
  const perType = new Map<string, number>()
  const mixed = named.filter(({ type }) => {
    const before = perType.get(type) ?? 0
    perType.set(type, before + 1)
    return before < SUGGESTED / 4
  })
  return mixed.slice(0, SUGGESTED).map(({ id, type, label, papers }) => ({
    ...{ id, type, name: label, score: 0 },
    ...(papers === undefined ? {} : { papers }),
  }))
}
