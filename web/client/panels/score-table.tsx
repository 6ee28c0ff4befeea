import type { NodeAnswer } from '../../api.ts'
import { words } from '../strings.ts'

/** The numbers that abstracts state, each with its sentence as the cell's title. */
export function ScoreTable({ answer, onChoose }: { answer: NodeAnswer; onChoose: (id: string) => void }) {
  const isPaper = answer.node.type === 'paper'
  const [score, metric, system, kind, year] = words.scoreColumns
  return (
    <section>
      <h2>{words.scores}</h2>
      <div class="scroll">
        <table class="scores">
          <thead>
            <tr>
              <th>{isPaper ? words.group('SCORES', 'out') : words.group('SCORES', 'in')}</th>
              <th class="number">{score}</th>
              <th>{metric}</th>
              <th>{system}</th>
              <th>{kind}</th>
              {!isPaper && <th class="number">{year}</th>}
            </tr>
          </thead>
          <tbody>
            {answer.scores.map((row, at) => {
              const other = isPaper ? row.benchmark : row.paper
              return (
                <tr key={`${other.id} ${at}`} title={row.sentence}>
                  <td>
                    <button type="button" class="in-table" dir="auto" onClick={() => onChoose(other.id)}>
                      {other.label}
                    </button>
                  </td>
                  <td class="number">
                    {row.text}
                    {row.unit === '%' ? ' %' : row.unit === '' ? '' : ` ${row.unit}`}
                  </td>
                  <td>{row.metric}</td>
                  <td>{row.system}</td>
                  <td>{row.kind}</td>
                  {!isPaper && <td class="number">{row.paper.year}</td>}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
