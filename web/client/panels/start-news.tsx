import type { ApiNode, IngestsAnswer, TableAnswer } from '../../api.ts'
import { api } from '../api.ts'
import type { Controller } from '../graph/controller.ts'
import { ask } from '../state/ask.ts'
import { nodesIn, recordsOf } from '../state/rows.ts'
import { startWords } from '../words/start.ts'
import { TypeDot } from './type-mark.tsx'
import { useAnswer } from './use-answer.ts'

/** So many new papers, and so many concepts, are named. */
const SHOWN = 3

interface News {
  ingests: IngestsAnswer['ingests']
  what: TableAnswer | undefined
}

async function readNews(signal: AbortSignal): Promise<News> {
  const { ingests } = await api.ingests(signal)
  if (ingests.length < 2) return { ingests, what: undefined }
  const since = String(ingests[0]?.ingest ?? 0)
  const parameters = Object.entries({ since, limit: String(SHOWN) })
  return { ingests, what: await api.run('whats-new', parameters, signal) }
}

/** What the last ingest brought, with a way to each of the first ones and to all of it. */
export function StartNews({ controller }: { controller: Controller }) {
  const { answer, failed } = useAnswer(readNews)
  if (failed) return <p class="panel-failed">{failed}</p>
  const [last] = answer?.ingests ?? []
  if (!answer || !last) return null
  const { what } = answer
  return (
    <div class="start-part start-news">
      <h2>{startWords.news}</h2>
      {what === undefined ? (
        <p class="start-note">{startWords.onlyIngest(last.papers)}</p>
      ) : (
        <>
          <p>{startWords.newPapers(totalOf(what, 'paper'), totalOf(what, 'concept'))}</p>
          <ul>
            {nodesIn(what).map((node) => (
              <li key={node.id}>
                <NewNode node={node} onChoose={() => controller.goTo(node.id)} />
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="start-all"
            onClick={() =>
              ask({
                name: 'whats-new',
                parameters: [['since', String(last.ingest)]],
                wording: [startWords.news, ''],
              })
            }
          >
            {startWords.allNews}
          </button>
        </>
      )}
    </div>
  )
}

function NewNode({ node: { type, label }, onChoose }: { node: ApiNode; onChoose: () => void }) {
  return (
    <button type="button" class="start-link" onClick={onChoose}>
      <TypeDot type={type} />
      <span class="clamp" dir="auto">
        {label}
      </span>
    </button>
  )
}

function totalOf(what: TableAnswer, kind: string): number {
  return Number(recordsOf(what).find((each) => each.kind === kind)?.total ?? 0)
}
