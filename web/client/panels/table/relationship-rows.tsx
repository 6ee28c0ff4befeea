import { type Signal, useComputed, useSignal } from '@preact/signals'
import { relationshipId } from '../../../../queries/model.ts'
import type { Controller } from '../../graph/controller.ts'
import { select, view } from '../../state/store.ts'
import { type Sorting, sortRows } from '../../state/table.ts'
import { tableWords } from '../../words/table.ts'
import { relationshipColumns } from './columns.tsx'
import { Grid } from './grid.tsx'
import { TableTools } from './table-tools.tsx'

/** The relationships on the map as rows: the lines of the picture, and what lies behind one line. */
export function RelationshipRows({ controller, sorting }: { controller: Controller; sorting: Signal<Sorting> }) {
  const filter = useSignal('')
  const labelOf = (id: string): string => controller.labelOf(id)
  const columns = relationshipColumns(labelOf)
  const sorted = useComputed(() => {
    const edges = [...controller.shown.relationships.value].sort((a, b) => (a.id < b.id ? -1 : 1))
    return sortRows(edges, relationshipColumns(labelOf), sorting.value)
  })
  const rows = useComputed(() => {
    const wanted = filter.value.trim().toLowerCase()
    const has = (id: string): boolean => labelOf(id).toLowerCase().includes(wanted)
    return wanted === '' ? sorted.value : sorted.value.filter(({ from, to }) => has(from) || has(to))
  })
  const { selected } = view.value
  const selectedId = selected?.kind === 'edge' ? relationshipId(selected) : undefined
  return (
    <>
      <TableTools
        what="relationships"
        filter={filter}
        filterLabel={tableWords.filterRelationships}
        count={tableWords.relationshipsOf(rows.value.length, sorted.value.length)}
        columns={columns}
        rows={rows.value}
      />
      <Grid
        label={tableWords.relationships}
        columns={columns}
        rows={rows.value}
        sorting={sorting}
        idOf={({ id }) => id}
        selected={selectedId}
        onOpen={({ from, type, to, key }) => select({ kind: 'edge', from, type, to, key })}
      />
      <p class="facet-word table-keys">{tableWords.keysRelationships}</p>
    </>
  )
}
