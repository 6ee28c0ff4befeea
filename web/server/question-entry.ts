import { type ParameterInfo, tableAnswer } from '../api.ts'
import { LINES, LINES_WORDS } from './answer-lines.ts'
import type { Declared, OpenApiParameter } from './api-routes.ts'
import { cursor } from './cursors.ts'
import { hasPages } from './question-pages.ts'
import type { Question } from './served.ts'

const CURSOR: OpenApiParameter = {
  name: 'cursor',
  in: 'query',
  required: false,
  description: `${cursor.description}`,
  schema: { type: 'string', maxLength: 1000 },
}

/** What the OpenAPI document says of a question of the catalogue: all of it is from the head of its file. */
export function describeQuestion(question: Question): Declared {
  const { name, title, description, parameters, columns = [] } = question
  const isPaged = hasPages(question)
  const table = columns.map((column) => `- \`${column.name}\`: ${column.description}`)
  return {
    method: 'get',
    path: `/query/${name}`,
    name: `ask${name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`,
    tag: 'questions',
    summary: title,
    description: [description, ...(table.length > 0 ? [`Columns:\n\n${table.join('\n')}`] : [])]
      .filter((part) => part !== '')
      .join('\n\n'),
    parameters: [...parameters.map(describeParameter), ...(isPaged ? [CURSOR] : [])],
    answer: tableAnswer,
    otherAnswers: { [LINES]: LINES_WORDS },
    problems: isPaged ? [404, 410] : [404],
  }
}

function describeParameter(parameter: ParameterInfo): OpenApiParameter {
  const { name, description, idOf, default: otherwise } = parameter
  const kind = idOf === undefined ? '' : ` (${LOOKED_UP[idOf]})`
  return {
    name,
    in: 'query',
    required: otherwise === undefined,
    description: `${description.replace(/\.$/, '')}${kind}`,
    schema: { ...schemaOf(parameter), ...(otherwise === undefined ? {} : { default: otherwise }) },
  }
}

const LOOKED_UP = {
  paper: 'a paper’s id or title',
  concept: 'a concept’s id, name or alias',
  node: 'a node’s id, name or alias',
}

function schemaOf({ type, oneOf, from, to, idOf, default: otherwise }: ParameterInfo): Record<string, unknown> {
  // An empty id counts as none.
  const isNeeded = idOf !== undefined && otherwise === undefined
  const full = isNeeded ? { minLength: 1 } : {}
  const bounds = { ...(from === undefined ? {} : { minimum: from }), ...(to === undefined ? {} : { maximum: to }) }
  switch (type) {
    case 'string':
      return { type: 'string', ...(oneOf === undefined ? {} : { enum: oneOf }), ...full }
    case 'strings':
      return { type: 'array', items: { type: 'string', ...full }, ...(isNeeded && { minItems: 1 }) }
    case 'boolean':
      return { type: 'boolean' }
    case 'integer':
      return { type: 'integer', ...bounds }
    case 'float':
      return { type: 'number', ...bounds }
  }
}
