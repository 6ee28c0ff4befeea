import { useEffect, useRef } from 'preact/hooks'
import type { NodeType, ParameterInfo, QueriesAnswer } from '../../api.ts'
import { api } from '../api.ts'
import type { Controller } from '../graph/controller.ts'
import type { StartQuestion } from '../state/start-questions.ts'
import { selectedNode } from '../state/store.ts'
import { words } from '../strings.ts'
import { startWords } from '../words/start.ts'
import { NodeListPicker } from './node-list-picker.tsx'
import { NodePicker } from './node-picker.tsx'
import { QuestionWords } from './question-words.tsx'
import { useRun } from './use-run.tsx'

/** Of which types the node that a parameter stands for may be. */
const NODES: Record<NonNullable<ParameterInfo['idOf']>, readonly NodeType[]> = {
  paper: ['paper'],
  concept: ['method', 'model', 'benchmark', 'topic'],
  node: [],
}
const typesOf = ({ name, idOf }: ParameterInfo): readonly NodeType[] | undefined =>
  name === 'benchmark' && idOf === 'concept' ? ['benchmark'] : idOf && NODES[idOf]

interface Props {
  query: QueriesAnswer['queries'][number]
  /** How it was asked elsewhere on the page: it is filled in, and asked at once. */
  given: StartQuestion | undefined
  controller: Controller
}

/** One question of the catalogue: its parameters as fields, its answer as a table. */
export function QueryForm({ query, given, controller }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const { run, outcome } = useRun(controller)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const form = event.currentTarget
    if (!(form instanceof HTMLFormElement)) return
    const given = [...new FormData(form)]
      .map(([name, value]) => [name, String(value)] as const)
      .filter(([, value]) => value !== '')
    void run((stop) => api.run(query.name, given, stop))
  }
  // What is selected is what the question is about: of two ends of a path, one.
  const subject = query.parameters.find(({ idOf }) => idOf !== undefined)
  const selected = subject ? selectedOf(typesOf(subject) ?? [], controller) : ''
  const initialOf = (parameter: ParameterInfo): string => {
    const value = given?.parameters.find(([name]) => name === parameter.name)?.[1]
    return value ?? (parameter === subject && !given ? selected : '')
  }
  useEffect(() => {
    if (given) form.current?.requestSubmit()
  }, [])
  const fields = (
    <>
      {query.description !== '' && <p class="ask-description">{query.description}</p>}
      <div class="fields">
        {query.parameters.map((parameter) => (
          <Field key={parameter.name} parameter={parameter} initial={initialOf(parameter)} />
        ))}
      </div>
    </>
  )
  return (
    <form ref={form} onSubmit={submit}>
      {given ? (
        <>
          <h2 class="ask-title">
            <QuestionWords question={given} />
          </h2>
          <details class="ask-given">
            <summary>{startWords.change}</summary>
            <h3 class="ask-title">{query.title}</h3>
            {fields}
          </details>
        </>
      ) : (
        <>
          <h2 class="ask-title">{query.title}</h2>
          {fields}
        </>
      )}
      {outcome}
    </form>
  )
}

function Field({ parameter, initial }: { parameter: ParameterInfo; initial: string }) {
  const { name, type, description } = parameter
  const types = typesOf(parameter)
  const isRequired = parameter.default === undefined
  const placeholder = isRequired ? (types ? words.pickNode : words.required) : textOf(parameter)
  const hint = <span class="field-hint">{description}</span>
  if (types && type === 'strings')
    return (
      <div class="field is-wide">
        <span>{name}</span>
        <NodeListPicker name={name} types={types} placeholder={placeholder} initial={initial} isRequired={isRequired} />
        {hint}
      </div>
    )
  if (types)
    return (
      <div class="field is-wide">
        <span>{name}</span>
        <div class="picker">
          <NodePicker
            label={name}
            name={name}
            isField
            types={types}
            placeholder={placeholder}
            isRequired={isRequired}
            initial={initial}
            onChoose={() => undefined}
          />
        </div>
        {hint}
      </div>
    )
  if (parameter.oneOf)
    return (
      <label class="field is-wide">
        <span>{name}</span>
        <select name={name} defaultValue={initial || (isRequired ? parameter.oneOf[0] : textOf(parameter))}>
          {parameter.oneOf.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
        {hint}
      </label>
    )
  const isNumber = type === 'integer' || type === 'float'
  return (
    <label class={isNumber ? 'field' : 'field is-wide'}>
      <span>{name}</span>
      <input
        name={name}
        type="text"
        inputMode={isNumber ? 'decimal' : 'text'}
        required={isRequired}
        placeholder={placeholder}
        defaultValue={initial}
      />
      {hint}
    </label>
  )
}

/** What is selected, where the question is about such a node. */
function selectedOf(types: readonly NodeType[], { canvas }: Controller): string {
  const id = selectedNode.value
  if (id === undefined || !canvas.has(id)) return ''
  return types.length === 0 || types.includes(canvas.graph.getNodeAttribute(id, 'kind')) ? id : ''
}

const textOf = ({ default: value }: ParameterInfo): string => (Array.isArray(value) ? value.join(', ') : String(value))
