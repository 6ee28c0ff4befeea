import type { NodeAnswer } from '../../api.ts'
import { words } from '../strings.ts'
import { ScoreTable } from './score-table.tsx'

const FIRST = 6

/** The numbers that a paper's abstract states. */
export function ScoreList({ answer: { scores }, onChoose }: { answer: NodeAnswer; onChoose: (id: string) => void }) {
  const rows = scores.map(({ benchmark, metric, system, kind, ...rest }) => ({
    ...rest,
    other: { ...benchmark, type: 'benchmark' as const },
    details: [metric, system === 'this paper' ? '' : system, kind === 'absolute' ? '' : kind],
    why: benchmark.label,
  }))
  return (
    <section>
      <h2>
        {words.scores}
        <span class="group-count">{scores.length}</span>
      </h2>
      <ScoreTable rows={rows} columns={words.scoreColumns} first={FIRST} showAll={words.showAll} onChoose={onChoose} />
    </section>
  )
}
