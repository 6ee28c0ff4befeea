import { api } from '../api.ts'
import type { Controller } from '../graph/controller.ts'
import { asked, openQuestion as chosen } from '../state/ask.ts'
import { words } from '../strings.ts'
import { CypherForm } from './cypher-form.tsx'
import { Icon } from './icons.tsx'
import { QueryForm } from './query-form.tsx'
import { useAnswer } from './use-answer.ts'

const CYPHER = 'cypher'

/** The questions of the catalogue, each with a form, and a box for Cypher. */
export function AskPanel({ controller }: { controller: Controller }) {
  const { answer: catalogue, failed } = useAnswer(() => api.queries())
  if (failed) return <p class="panel-failed">{failed}</p>
  if (!catalogue) return <div class="skeleton" aria-busy="true" />
  const query = catalogue.queries.find((each) => each.name === chosen.value)
  if (!query && chosen.value !== CYPHER) return <QuestionList queries={catalogue.queries} />
  return (
    <div class="ask">
      <button
        type="button"
        class="back"
        onClick={() => {
          asked.value = undefined
          chosen.value = ''
        }}
      >
        <Icon name="back" />
        {words.allQuestions}
      </button>
      {query ? (
        <QueryForm
          key={[query.name, asked.value?.parameters].join()}
          query={query}
          given={asked.value?.name === query.name ? asked.value : undefined}
          controller={controller}
        />
      ) : (
        <CypherForm controller={controller} />
      )}
    </div>
  )
}

type Query = Awaited<ReturnType<typeof api.queries>>['queries'][number]

function QuestionList({ queries }: { queries: Query[] }) {
  const isPlumbing = ({ name }: Query): boolean => words.plumbing.includes(name)
  const row = (name: string, title: string, detail: string) => (
    <li key={name}>
      <button
        type="button"
        class="question"
        onClick={() => {
          chosen.value = name
        }}
      >
        <span class="question-title">{title}</span>
        {detail !== '' && <span class="question-detail clamp">{detail}</span>}
      </button>
    </li>
  )
  return (
    <div class="questions">
      <ul>
        {queries.filter((each) => !isPlumbing(each)).map((each) => row(each.name, each.title, each.description))}
        {row(CYPHER, words.cypherTitle, words.cypherDetail)}
      </ul>
      <details>
        <summary>{words.plumbingTitle}</summary>
        <ul>{queries.filter(isPlumbing).map((each) => row(each.name, each.title, ''))}</ul>
      </details>
    </div>
  )
}
