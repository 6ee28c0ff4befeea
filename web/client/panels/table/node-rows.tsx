import { type Signal, useComputed, useSignal } from '@preact/signals'
import type { Controller } from '../../graph/controller.ts'
import { toggleChosen } from '../../state/changes.ts'
import { go, selectedNode, view } from '../../state/store.ts'
import { type Sorting, sortRows } from '../../state/table.ts'
import { words } from '../../strings.ts'
import { tableWords } from '../../words/table.ts'
import { nodeColumns } from './columns.tsx'
import { Grid } from './grid.tsx'
import { TableTools } from './table-tools.tsx'

/** The nodes on the map as rows. */
export function NodeRows({ controller, sorting }: { controller: Controller; sorting: Signal<Sorting> }) {
  const filter = useSignal('')
  const columns = useComputed(() => nodeColumns(controller.shown.nodes.value))
  const sorted = useComputed(() => {
    const nodes = [...controller.shown.nodes.value].sort((a, b) => (a.id < b.id ? -1 : 1))
    return sortRows(nodes, columns.value, sorting.value)
  })
  const rows = useComputed(() => {
    const wanted = filter.value.trim().toLowerCase()
    return wanted === '' ? sorted.value : sorted.value.filter(({ label }) => label.toLowerCase().includes(wanted))
  })
  return (
    <>
      <TableTools
        what="nodes"
        filter={filter}
        filterLabel={tableWords.filterNodes}
        count={tableWords.nodesOf(rows.value.length, sorted.value.length)}
        columns={columns.value}
        rows={rows.value}
      />
      <Grid
        label={words.table}
        columns={columns.value}
        rows={rows.value}
        sorting={sorting}
        idOf={({ id }) => id}
        selected={selectedNode.value}
        onOpen={({ id }) => controller.goTo(id)}
        onPoint={(node) => controller.pointAt(node?.id)}
        choosing={{
          isChosen: ({ id }) => view.value.chosen.includes(id),
          nameOf: ({ label }) => label,
          onChoose: ({ id }) => go(toggleChosen(view.value, id)),
        }}
      />
      <p class="facet-word table-keys">{tableWords.keys}</p>
    </>
  )
}
