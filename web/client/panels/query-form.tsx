import type { NodeType, ParameterInfo, QueriesAnswer } from '../../api.ts'
import { api } from '../api.ts'
import type { Controller } from '../graph/controller.ts'
import { selectedNode } from '../state/store.ts'
import { words } from '../strings.ts'
import { NodeListPicker } from './node-list-picker.tsx'
import { NodePicker } from './node-picker.tsx'
import { useRun } from './use-run.tsx'

/** Of which types the node that a parameter stands for may be. */
const NODES: Record<NonNullable<ParameterInfo['idOf']>, readonly NodeType[]> = {
  paper: ['paper'],
  concept: ['method', 'model', 'benchmark', 'topic'],
  node: [],
}
const typesOf = ({ name, idOf }: ParameterInfo): readonly NodeType[] | undefined =>
  name === 'benchmark' && idOf === 'concept' ? ['benchmark'] : idOf && NODES[idOf]

/** One question of the catalogue: its parameters as fields, its answer as a table. */
export function QueryForm({ query, controller }: { query: QueriesAnswer['queries'][number]; controller: Controller }) {
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
  return (
    <form onSubmit={submit}>
      <h2 class="ask-title">{query.title}</h2>
      {query.description !== '' && <p class="ask-description">{query.description}</p>}
      <div class="fields">
        {query.parameters.map((parameter) => (
          <Field key={parameter.name} parameter={parameter} initial={parameter === subject ? selected : ''} />
        ))}
      </div>
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
        <select name={name} defaultValue={isRequired ? parameter.oneOf[0] : textOf(parameter)}>
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
