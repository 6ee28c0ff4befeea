import type { NodeAnswer, RelationshipType } from '../../api.ts'
import type { Controller } from '../graph/controller.ts'
import { collapse, type ExpandChoice, expandMore } from '../state/changes.ts'
import { canvasChange, go, view } from '../state/store.ts'
import { STEP } from '../state/view.ts'
import { words } from '../strings.ts'
import { exploringWords } from '../words/exploring.ts'
import { Icon } from './icons.tsx'
import { useMenu } from './use-menu.ts'

interface Props {
  answer: NodeAnswer
  controller: Controller
}

/** How many neighbours are on the map, and more of them: the next ones, or those that somebody wants to see. */
export function Expand({ answer, controller }: Props) {
  canvasChange.value
  const { id } = answer.node
  const shown = controller.neighboursShown(id)
  const total = Math.max(shown, totalOf(answer, controller))
  const isExpanded = view.value.expanded.some((each) => each.id === id)
  return (
    <div class="expand">
      {shown < total && (
        <span class="split">
          <button type="button" class="primary" onClick={() => go(expandMore(view.value, id))}>
            {words.expand(shown, total, STEP)}
          </button>
          <Choices answer={answer} controller={controller} />
        </span>
      )}
      <span class="expand-count" aria-live="polite">
        {words.neighbours(shown, total)}
      </span>
      {isExpanded && (
        <button type="button" class="quiet" onClick={() => go(collapse(view.value, id))}>
          {words.collapse}
        </button>
      )}
    </div>
  )
}

/** Which neighbours come: in what order, or along what. Each choice brings its next ones at once. */
function Choices({ answer, controller }: Props) {
  const menu = useMenu()
  const { id } = answer.node
  const rows: { choice: ExpandChoice; name: string; total: number | undefined }[] = [
    { choice: {}, name: exploringWords.mostConnected, total: undefined },
    { choice: { order: 'newest' }, name: exploringWords.newest, total: undefined },
    ...relationshipsOf(answer).map(({ relationship, direction, total }) => ({
      choice: { relationship },
      name: words.group(relationship, direction),
      total: controller.neighboursTotal({ id, relationship }) ?? total,
    })),
  ]
  return (
    <div class="expand-menu" ref={menu.ref}>
      <button
        type="button"
        class="primary is-narrow"
        aria-expanded={menu.isOpen.value}
        aria-label={exploringWords.expandHow}
        title={exploringWords.expandHow}
        onClick={menu.toggle}
      >
        <Icon name="down" />
      </button>
      {menu.isOpen.value && (
        <ul class="menu-rows" aria-label={exploringWords.expandMenu(STEP)}>
          {rows.map(({ choice, name, total }) => (
            <li key={name}>
              <button
                type="button"
                class="menu-row"
                disabled={total !== undefined && askedOf(id, choice) >= total}
                onClick={() => {
                  menu.close()
                  go(expandMore(view.value, id, choice))
                }}
              >
                <span>{name}</span>
                {total !== undefined && (
                  <span class="menu-count">{exploringWords.shownOf(Math.min(total, askedOf(id, choice)), total)}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** How many were asked for by a choice. */
function askedOf(id: string, { order, relationship }: ExpandChoice): number {
  const found = view.value.expanded.find(
    (each) => each.id === id && each.order === order && each.relationship === relationship,
  )
  return found?.count ?? 0
}

/** Relationships of both directions are one choice, called as most of them run. */
function relationshipsOf({ groups }: NodeAnswer): NodeAnswer['groups'] {
  const found = new Map<RelationshipType, NodeAnswer['groups'][number]>()
  for (const group of groups) {
    const before = found.get(group.relationship)
    const larger = before && before.total > group.total ? before : group
    found.set(group.relationship, { ...larger, total: group.total + (before?.total ?? 0) })
  }
  return [...found.values()].sort((a, b) => b.total - a.total)
}

/** How many neighbours there are, as well as is known. */
function totalOf({ node, groups }: NodeAnswer, controller: Controller): number {
  const others = new Set(groups.flatMap(({ links }) => links.map(({ other }) => other.id)))
  const isWhole = groups.every(({ links, total }) => links.length === total)
  return controller.neighboursTotal({ id: node.id }) ?? (isWhole ? others.size : node.degree)
}
