import { useRef } from 'preact/hooks'
import type { Controller } from '../graph/controller.ts'
import { whyNoPicture } from '../state/picture-gone.ts'
import { openDrawer } from '../state/store.ts'
import { words } from '../strings.ts'
import { compareWords } from '../words/compare.ts'
import { curationWords } from '../words/curation.ts'
import { filterWords } from '../words/filters.ts'
import { goneWords } from '../words/gone.ts'
import { shareWords } from '../words/share.ts'
import { AddPanel } from './add-panel.tsx'
import { AskPanel } from './ask-panel.tsx'
import { CommonList } from './common-list.tsx'
import { Compare } from './compare.tsx'
import { DecisionList } from './decision-list.tsx'
import { FilterPanel } from './filters/filter-panel.tsx'
import { Icon } from './icons.tsx'
import { KeyList } from './keys.tsx'
import { NodeTable } from './node-table.tsx'
import { SharePanel } from './share-panel.tsx'
import { useFocusInside } from './use-focus.ts'

/** Table, questions, keys or the adding of papers, over the left of the map. */
export function Drawer({ controller }: { controller: Controller }) {
  const open = openDrawer.value
  const place = useRef<HTMLElement>(null)
  useFocusInside(place, open)
  if (!open) return null
  const title = {
    ...{ table: words.table, filters: filterWords.title, ask: words.ask, common: words.common },
    ...{ add: words.addTitle, share: shareWords.title, help: words.keys },
    ...{ compare: compareWords.title, decisions: curationWords.title },
  }[open]
  return (
    <section ref={place} tabIndex={-1} class={`drawer drawer-${open}`} data-covers="left" aria-label={title}>
      <header>
        <h1>{title}</h1>
        <button
          type="button"
          class="panel-close"
          aria-label={words.close}
          onClick={() => {
            openDrawer.value = undefined
          }}
        >
          <Icon name="close" />
        </button>
      </header>
      {open === 'table' && whyNoPicture.value && <p class="ask-notice">{goneWords[whyNoPicture.value]}</p>}
      {open === 'table' && <NodeTable controller={controller} />}
      {open === 'filters' && <FilterPanel controller={controller} />}
      {open === 'ask' && <AskPanel controller={controller} />}
      {open === 'common' && <CommonList controller={controller} />}
      {open === 'add' && <AddPanel />}
      {open === 'share' && <SharePanel controller={controller} />}
      {open === 'help' && <KeyList />}
      {open === 'compare' && <Compare controller={controller} />}
      {open === 'decisions' && <DecisionList controller={controller} />}
    </section>
  )
}
