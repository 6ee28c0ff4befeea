import { computed, type ReadonlySignal } from '@preact/signals'
import type { ApiEdge, ApiNode } from '../../api.ts'
import { type Columns, columnsOf } from '../state/filters/columns.ts'
import { type Facets, facetsOf } from '../state/filters/counts.ts'
import { type Asked, filtersPapers, filtersRelationships, type Visible, visibleOf } from '../state/filters/visible.ts'
import { canvasChange, view, ways } from '../state/store.ts'
import { nodesOn } from '../state/ways.ts'
import type { Canvas } from './canvas.ts'
import { type Hidden, hiddenOf, NOTHING_HIDDEN } from './hidden.ts'
import type { Relationship } from './relationships.ts'

/** What the canvas shows of itself, made again whenever the view or the canvas ask for it. */
export class Shown {
  /** What decides on it, as one text: most changes of the view change nothing here. */
  private readonly question = computed(() => JSON.stringify(askedBy()))
  private readonly lines: ReadonlySignal<readonly Relationship[]>
  readonly columns: ReadonlySignal<Columns>
  readonly asked = computed((): Asked => JSON.parse(this.question.value))
  readonly visible: ReadonlySignal<Visible>
  readonly hidden: ReadonlySignal<Hidden>
  /** What the filters would leave; asked for by their drawer alone. */
  readonly facets: ReadonlySignal<Facets>
  readonly nodes: ReadonlySignal<ApiNode[]>
  readonly relationships: ReadonlySignal<ApiEdge[]>

  constructor(canvas: Canvas) {
    this.lines = computed(() => {
      canvasChange.value
      return canvas.relationships()
    })
    this.columns = computed(() => {
      canvasChange.value
      return columnsOf(
        canvas.nodes(),
        this.lines.value.map(({ edge }) => edge),
      )
    })
    this.visible = computed(() => visibleOf(this.columns.value, this.asked.value))
    this.hidden = computed(() =>
      isAnythingAsked(this.asked.value)
        ? hiddenOf(this.columns.value, this.visible.value, this.lines.value)
        : NOTHING_HIDDEN,
    )
    this.facets = computed(() => facetsOf(this.columns.value, this.asked.value, this.visible.value))
    this.nodes = computed(() => this.columns.value.nodes.filter((_, at) => this.visible.value.nodes[at] === 1))
    this.relationships = computed(() =>
      this.columns.value.relationships.filter((_, at) => this.visible.value.relationships[at] === 1),
    )
  }
}

function askedBy(): Asked {
  const { filters, hidden, removed, focus, selected, chosen, pinned, expanded } = view.value
  const ends = selected?.kind === 'edge' ? [selected.from, selected.to] : selected ? [selected.id] : []
  const onWays = ways.value ? nodesOn(ways.value) : []
  const isFiltering = filtersPapers(filters) || filtersRelationships(filters)
  const named = [...ends, ...chosen, ...pinned.map(({ id }) => id), ...expanded.map(({ id }) => id), ...onWays]
  return {
    ...{ filters, hidden, removed, named: isFiltering ? [...new Set(named)].sort() : [] },
    ...(focus ? { focus } : {}),
  }
}

const isAnythingAsked = ({ filters, hidden, removed, focus }: Asked): boolean =>
  hidden.length + removed.length > 0 || focus !== undefined || filtersPapers(filters) || filtersRelationships(filters)
