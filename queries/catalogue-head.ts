import {
  ANSWER_SHAPES,
  type AnswerShape,
  type CatalogueEntry,
  type CatalogueParameter,
  type IdKind,
  PARAMETER_TYPES,
  type ParameterDefault,
  type ParameterType,
} from './catalogue-entry.ts'

/**
 * Reads a `.cypher` file of the catalogue:
 *
 *     // Title
 *     //
 *     // Description, over as many lines as it needs.
 *     //
 *     // Parameters:
 *     //   name: type = default, from 1 to 100, one of a b, other than other - What it means.   (no default: it must be given)
 *     // Columns:
 *     //   name, name: What they hold.
 *     // Shape: table     (or graph, or both)
 *     // Rank: functionName
 *     :param name => 'example';
 *     MATCH …
 *
 * Types: string, integer, float, boolean, strings, and `id of a paper` (concept, node), a string that is looked up, or
 * `ids of papers` (concepts, nodes), a list of them. `other than x`: not the node that the parameter x means.
 * `where` names the file in errors. Throws Error with the file and the line: such a file is a mistake in the program.
 */
export function parseEntry(name: string, text: string, where: string): CatalogueEntry {
  const lines = text.split('\n')
  const fail = (line: number, why: string): never => {
    throw new Error(`${where}:${line + 1}: ${why}`)
  }
  const headEnd = lines.findIndex((line) => !line.startsWith('//'))
  const head = lines.slice(0, headEnd).map((line) => line.slice(2))
  const title = (head[0] ?? '').trim()
  if (title === '') fail(0, 'the first line must be the title: "// What it asks"')
  const examplesEnd = lines.findIndex((line, index) => index >= headEnd && !line.startsWith(':param '))
  const statement = lines.slice(examplesEnd).join('\n').trim()
  if (statement === '') fail(headEnd, 'there is no statement after the head')

  const description: string[] = []
  const parameters: CatalogueParameter[] = []
  const columns: CatalogueEntry['columns'] = []
  let rank: string | undefined
  let shape: AnswerShape | undefined
  let section: 'description' | 'parameters' | 'columns' = 'description'
  head.forEach((line, index) => {
    if (index === 0) return
    const words = line.trim()
    if (words === 'Parameters:') section = 'parameters'
    else if (words === 'Columns:') section = 'columns'
    else if (words.startsWith('Shape: ')) {
      shape = ANSWER_SHAPES.find((one) => one === words.slice('Shape: '.length))
    } else if (words.startsWith('Rank: ')) rank = words.slice('Rank: '.length)
    else if (section === 'description') description.push(words)
    else if (section === 'parameters' && words !== '') {
      parameters.push(
        parseParameter(words) ?? fail(index, `"${words}" is no parameter: "name: type = default - meaning"`),
      )
    } else if (words !== '') {
      columns.push(...(parseColumns(words) ?? fail(index, `"${words}" is no column: "name: meaning"`)))
    }
  })
  if (columns.length === 0) fail(headEnd - 1, 'the head must say which columns the answer has')
  const drawn =
    columns.some(({ name }) => name === 'id') || ['from', 'to'].every((end) => columns.some(({ name }) => name === end))
  if (shape === undefined) return fail(headEnd - 1, 'the head must say "Shape: table", "Shape: graph" or "Shape: both"')
  if (shape !== 'table' && !drawn) fail(headEnd - 1, `the shape ${shape} needs a column id, or the columns from and to`)
  checkNames(statement, parameters, lines.slice(headEnd, examplesEnd), rank !== undefined, (why) => fail(headEnd, why))
  return {
    name,
    title,
    description: description
      .join('\n')
      .trim()
      .replaceAll(/([^\n])\n(?=[^\n])/g, '$1 '),
    parameters,
    columns,
    shape,
    ...(rank === undefined ? {} : { rank }),
    text,
    statement,
  }
}

const PARAMETER =
  /^([A-Za-z]\w*): (ids? of (?:a )?(?:paper|concept|node)s?|\w+)(?: = ('[^']*'|\[[^\]]*\]|[^\s,]+))?((?:, [^-]*?)?) - (\S.*)$/

function parseParameter(line: string): CatalogueParameter | undefined {
  const match = PARAMETER.exec(line)
  if (match === null) return undefined
  const [, name = '', typeName = '', literal, limits = '', description = ''] = match
  const idOf = idKind(typeName)
  const isList = typeName.startsWith('ids ')
  const type = idOf === undefined ? PARAMETER_TYPES.find((one) => one === typeName) : isList ? 'strings' : 'string'
  if (type === undefined) return undefined
  const parameter: CatalogueParameter = { name, type, description, ...(idOf === undefined ? {} : { idOf }) }
  if (literal !== undefined) {
    const value = parseLiteral(literal, type)
    if (value === undefined) return undefined
    parameter.default = value
  }
  const bounds = /, from (-?[\d.]+) to (-?[\d.]+)/.exec(limits)
  if (bounds !== null) Object.assign(parameter, { from: Number(bounds[1]), to: Number(bounds[2]) })
  const choices = /, one of (\S[^,]*)/.exec(limits)
  if (choices?.[1] !== undefined) parameter.oneOf = choices[1].split(' ')
  const other = /, other than (\w+)/.exec(limits)
  if (other?.[1] !== undefined) parameter.otherThan = other[1]
  return limits === '' || bounds !== null || choices !== null || other !== null ? parameter : undefined
}

function idKind(typeName: string): IdKind | undefined {
  return (['paper', 'concept', 'node'] as const).find(
    (kind) => typeName === `id of a ${kind}` || typeName === `ids of ${kind}s`,
  )
}

function parseLiteral(literal: string, type: ParameterType): ParameterDefault | undefined {
  if (type === 'string') return /^'.*'$/.test(literal) ? literal.slice(1, -1) : undefined
  if (type === 'boolean') return literal === 'true' ? true : literal === 'false' ? false : undefined
  if (type === 'strings') return literal === '[]' ? [] : undefined
  const number = Number(literal)
  return Number.isFinite(number) && (type === 'float' || Number.isInteger(number)) ? number : undefined
}

function parseColumns(line: string): CatalogueEntry['columns'] | undefined {
  const match = /^(\w+(?:, \w+)*): (\S.*)$/.exec(line)
  if (match === null) return undefined
  const [, names = '', description = ''] = match
  return names.split(', ').map((name) => ({ name, description }))
}

/** What the statement reads, what the head declares and what the `:param` lines show must be the same names. */
function checkNames(
  statement: string,
  parameters: readonly CatalogueParameter[],
  examples: readonly string[],
  isRanked: boolean,
  fail: (why: string) => void,
): void {
  const read = new Set(Array.from(statement.matchAll(/\$(\w+)/g), ([, name = '']) => name))
  const declared = new Set(parameters.map(({ name }) => name))
  const shown = new Set(examples.map((line) => /^:param (\w+) => .+;$/.exec(line)?.[1] ?? line))
  for (const name of read)
    if (!declared.has(name)) fail(`the statement reads $${name}, which the head does not declare`)
  for (const name of declared) {
    if (!read.has(name) && !isRanked) fail(`the parameter ${name} is declared, but the statement does not read it`)
    if (!shown.has(name)) fail(`the parameter ${name} has no example line ":param ${name} => …;"`)
  }
  for (const name of shown) if (!declared.has(name)) fail(`the example line "${name}" is for no declared parameter`)
}
