import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { ParameterInfo, QueriesAnswer, TableAnswer } from '../../api.ts'
import { api } from '../api.ts'
import type { Controller } from '../graph/controller.ts'
import { busy, selectedNode } from '../state/store.ts'
import { words } from '../strings.ts'
import { AnswerTable } from './answer-table.tsx'
import { useAnswer } from './use-answer.ts'

const CYPHER = 'cypher'

/** The questions of the catalogue, each with a form, and a box for Cypher. */
export function AskPanel({ controller }: { controller: Controller }) {
  const { answer: catalogue, failed } = useAnswer(() => api.queries())
  const chosen = useSignal('')
  if (failed) return <p class="panel-failed">{failed}</p>
  if (!catalogue) return <div class="skeleton" aria-busy="true" />
  const name = chosen.value || catalogue.queries[0]?.name || CYPHER
  const query = catalogue.queries.find((each) => each.name === name)
  return (
    <div class="ask">
      <label class="field">
        <span>{words.chooseQuery}</span>
        <select
          value={name}
          onChange={(event) => {
            chosen.value = event.currentTarget.value
          }}
        >
          {catalogue.queries.map((each) => (
            <option key={each.name} value={each.name}>
              {each.title}
            </option>
          ))}
          <option value={CYPHER}>{words.cypher}</option>
        </select>
      </label>
      {query ? <QueryForm key={name} query={query} controller={controller} /> : <CypherForm controller={controller} />}
    </div>
  )
}

/** Runs one request at a time and shows what came of it. */
function useRun() {
  const answer = useSignal<TableAnswer | undefined>(undefined)
  const failed = useSignal('')
  const running = useSignal(false)
  const stop = useRef<AbortController | undefined>(undefined)
  const run = async (ask: (signal: AbortSignal) => Promise<TableAnswer>): Promise<void> => {
    stop.current?.abort()
    stop.current = new AbortController()
    running.value = true
    failed.value = ''
    try {
      answer.value = await busy(ask(stop.current.signal))
    } catch (error) {
      answer.value = undefined
      failed.value = stop.current.signal.aborted ? '' : error instanceof Error ? error.message : String(error)
    } finally {
      running.value = false
    }
  }
  return { answer, failed, running, run, cancel: () => stop.current?.abort() }
}

function QueryForm({ query, controller }: { query: QueriesAnswer['queries'][number]; controller: Controller }) {
  const { answer, failed, running, run, cancel } = useRun()
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const form = event.currentTarget
    if (!(form instanceof HTMLFormElement)) return
    const given = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const)
    void run((signal) => api.run(query.name, Object.fromEntries(given.filter(([, value]) => value !== '')), signal))
  }
  return (
    <form onSubmit={submit}>
      <p class="ask-description">{query.description}</p>
      <div class="fields">
        {query.parameters.map((parameter) => (
          <label key={parameter.name} class="field">
            <span>{parameter.name}</span>
            <input
              name={parameter.name}
              type="text"
              inputMode={parameter.type === 'integer' || parameter.type === 'float' ? 'decimal' : 'text'}
              required={parameter.default === undefined}
              placeholder={placeholderOf(parameter)}
              title={parameter.description}
              defaultValue={isAboutNode(parameter) ? (selectedNode.value ?? '') : ''}
            />
          </label>
        ))}
      </div>
      <RunButtons isRunning={running.value} cancel={cancel} />
      {failed.value && <p class="panel-failed">{failed.value}</p>}
      {answer.value && <AnswerTable answer={answer.value} controller={controller} />}
    </form>
  )
}

const isAboutNode = ({ name }: ParameterInfo): boolean => ['paper', 'concept', 'node', 'benchmark'].includes(name)
const placeholderOf = ({ default: value }: ParameterInfo): string =>
  value === undefined ? words.required : Array.isArray(value) ? value.join(', ') : String(value)

function CypherForm({ controller }: { controller: Controller }) {
  const text = useSignal(words.cypherExample)
  const { answer, failed, running, run, cancel } = useRun()
  const submit = (): void => void run((signal) => api.cypher(text.value, signal))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label class="field">
        <span>
          {words.cypher} · {words.cypherHint}
        </span>
        <textarea
          rows={7}
          spellcheck={false}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
          }}
        />
      </label>
      <RunButtons isRunning={running.value} cancel={cancel} />
      {failed.value && <p class="panel-failed">{failed.value}</p>}
      {answer.value && <AnswerTable answer={answer.value} controller={controller} />}
    </form>
  )
}

function RunButtons({ isRunning, cancel }: { isRunning: boolean; cancel: () => void }) {
  return (
    <p class="expand">
      <button type="submit" class="primary" disabled={isRunning}>
        {isRunning ? words.running : words.run}
      </button>
      {isRunning && (
        <button type="button" class="quiet" onClick={cancel}>
          {words.stop}
        </button>
      )}
    </p>
  )
}
