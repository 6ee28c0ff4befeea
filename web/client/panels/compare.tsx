import { useSignal } from '@preact/signals'
import type { NodeAnswer } from '../../api.ts'
import { api } from '../api.ts'
import type { Controller } from '../graph/controller.ts'
import { toggleChosen } from '../state/changes.ts'
import { comparisonIn, ownOf } from '../state/comparison.ts'
import { canvasChange, go, shownVersion, view } from '../state/store.ts'
import { words } from '../strings.ts'
import { compareWords } from '../words/compare.ts'
import { CopyTable } from './compare-copy.tsx'
import { Nothing, OwnRow, SharedRow } from './compare-rows.tsx'
import { Icon } from './icons.tsx'
import { useAnswer } from './use-answer.ts'

/** Wider tables are no comparison any more. */
export const MOST_COMPARED = 8
const MOST_ROWS = 1000

/** The chosen papers side by side. */
export function Compare({ controller }: { controller: Controller }) {
  canvasChange.value
  const { chosen } = view.value
  const papers = chosen.filter((id) => controller.typeOf(id) === 'paper')
  const others = chosen.filter((id) => controller.typeOf(id) !== 'paper')
  const shown = papers.slice(0, MOST_COMPARED)
  return (
    <>
      {others.length > 0 && (
        <p class="common-word" dir="auto">
          {compareWords.notPapers(others.map((id) => controller.labelOf(id)))}
        </p>
      )}
      {papers.length > MOST_COMPARED && <p class="common-word">{compareWords.tooMany(MOST_COMPARED)}</p>}
      {shown.length < 2 ? (
        <p class="common-word">{compareWords.tooFew}</p>
      ) : (
        <SideBySide key={shown.join('\u0001')} papers={shown} controller={controller} />
      )}
    </>
  )
}

function SideBySide({ papers, controller }: { papers: string[]; controller: Controller }) {
  const isDifferent = useSignal(false)
  const asked = papers.map((id) => ['papers', id] as const)
  const { answer, failed } = useAnswer(
    (signal) =>
      Promise.all([
        api.run('compare', [...asked, ['limit', String(MOST_ROWS)]], signal),
        ...papers.map((id) => api.node(id, signal)),
      ] as const),
    shownVersion.value,
  )
  if (failed) return <p class="panel-failed">{failed}</p>
  if (!answer) return <div class="skeleton" aria-busy="true" />
  const [table, ...nodes] = answer
  const columns = nodes.map((node) => node.node)
  const { all, some, one } = comparisonIn(
    table,
    columns.map(({ id }) => id),
  )
  const goTo = (id: string): void => controller.goTo(id)
  const section = (title: string, count?: number) => (
    <tr class="compare-section">
      <th scope="colgroup" colSpan={columns.length + 1}>
        <span>
          {title}
          {count !== undefined && <span class="group-count">{count}</span>}
        </span>
      </th>
    </tr>
  )
  return (
    <>
      <div class="compare-tools">
        <label class="compare-switch">
          <input
            type="checkbox"
            checked={isDifferent.value}
            onChange={({ currentTarget }) => {
              isDifferent.value = currentTarget.checked
            }}
          />
          {compareWords.differences}
        </label>
        <CopyTable papers={columns.map(({ id }) => id)} />
      </div>
      <div class="scroll fill compare-scroll">
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">
                <span class="sr-only">{compareWords.what}</span>
              </th>
              {columns.map((paper) => (
                <th key={paper.id} scope="col">
                  <span class="compare-head">
                    <button type="button" class="in-table clamp" dir="auto" onClick={() => goTo(paper.id)}>
                      {paper.label}
                    </button>
                    <button
                      type="button"
                      class="compare-out"
                      aria-label={compareWords.takeOut(paper.label)}
                      title={words.takeOut(paper.label)}
                      onClick={() => go(toggleChosen(view.value, paper.id))}
                    >
                      <Icon name="close" />
                    </button>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Facts nodes={nodes} isDifferent={isDifferent.value} />
            {!isDifferent.value && (
              <>
                {section(compareWords.shared.all(columns.length), all.length)}
                {all.length === 0 && (
                  <tr>
                    <td colSpan={columns.length + 1} class="compare-none">
                      {compareWords.nothingShared}
                    </td>
                  </tr>
                )}
                {all.map((thing) => (
                  <SharedRow key={thing.id} thing={thing} papers={columns} onChoose={goTo} />
                ))}
              </>
            )}
            {some.length > 0 && section(compareWords.shared.some, some.length)}
            {some.map((thing) => (
              <SharedRow key={thing.id} thing={thing} papers={columns} onChoose={goTo} />
            ))}
            {one.length > 0 && section(compareWords.shared.one, one.length)}
            {ownOf(one).map(({ row, things }) => (
              <OwnRow key={row} row={row} things={things} papers={columns} onChoose={goTo} />
            ))}
          </tbody>
        </table>
        {table.truncated && <p class="common-word">{compareWords.cut(table.rows.length)}</p>}
      </div>
    </>
  )
}

/** Year, venue and authors; of these too only what differs, where somebody wants that. */
function Facts({ nodes, isDifferent }: { nodes: readonly NodeAnswer[]; isDifferent: boolean }) {
  const rows = [
    [compareWords.facts.year, nodes.map(({ node }) => (node.year === undefined ? '' : String(node.year)))],
    [compareWords.facts.venue, nodes.map(({ venue = '' }) => venue)],
    [compareWords.facts.authors, nodes.map(({ authors = [] }) => authors.join(', '))],
  ] as const
  return (
    <>
      {rows
        .filter(([, values]) => values.some((value) => value !== ''))
        .filter(([, values]) => !isDifferent || new Set(values).size > 1)
        .map(([name, values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, at) => (
              <td key={nodes[at]?.node.id} dir="auto">
                {value === '' ? <Nothing /> : <span class="compare-fact">{value}</span>}
              </td>
            ))}
          </tr>
        ))}
    </>
  )
}
