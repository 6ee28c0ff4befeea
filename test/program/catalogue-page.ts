import type { CatalogueEntry, CatalogueParameter } from '../../queries/catalogue.ts'
import { exampleParameters } from '../queries/examples.ts'

const HEAD = `# The catalogue

Every question that papergraph knows by name, made from the head comments of the files beside this page. Each file works as it
stands in Neo4j Browser and cypher-shell too: its \`:param\` lines hold the values of the example below. The examples ask the bundled
sample; \`--json\` prints whole answers, of which these are the first rows.
`

/** The page of all questions, with an example of each whose output is still to be filled in. */
export function cataloguePage(entries: readonly CatalogueEntry[]): string {
  const contents = entries.map(({ name, title }) => `- [${title}](#${name}): \`${name}\``).join('\n')
  return `${HEAD}\n${contents}\n\n${entries.map(section).join('\n\n')}\n`
}

function section(entry: CatalogueEntry): string {
  const { name, title, description, parameters, columns } = entry
  const parts = [`## ${name}`, `**${title}.** ${description}`.trim()]
  if (parameters.length > 0)
    parts.push(['| parameter | type | default | |', '|---|---|---|---|', ...parameters.map(parameterRow)].join('\n'))
  parts.push(
    ['| column | |', '|---|---|', ...columns.map(({ name, description }) => row(`\`${name}\``, description))].join(
      '\n',
    ),
  )
  parts.push(`\`\`\`console\n$ ${exampleOf(entry)}\n\`\`\``)
  return parts.join('\n\n')
}

function parameterRow(parameter: CatalogueParameter): string {
  const { name, type, description, idOf, oneOf, from, to } = parameter
  const bounds = from === undefined || to === undefined ? '' : `, ${from} to ${to}`
  const what = idOf === undefined ? (oneOf?.join(', ') ?? `${type}${bounds}`) : `id or name of a ${idOf}`
  return row(`\`${name}\``, what, defaultOf(parameter), description)
}

function defaultOf(parameter: CatalogueParameter): string {
  if (parameter.default === undefined) return 'required'
  const text = String(parameter.default)
  return text === '' ? 'none' : `\`${text}\``
}

const row = (...cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

/** Longer answers are cut: a page shows what they look like. */
const SHOWN = 7

/** The command that asks the question with the values of its `:param` lines. */
function exampleOf(entry: CatalogueEntry): string {
  const values = exampleParameters(entry)
  const given = entry.parameters.flatMap((parameter) => {
    const value = values[parameter.name]
    if (value === undefined || JSON.stringify(value) === JSON.stringify(parameter.default)) return []
    return [value].flat().map((word) => ` --${parameter.name} ${quoted(String(word))}`)
  })
  return `npx papergraph query ${entry.name}${given.join('')} | head -n ${SHOWN}`
}

const quoted = (word: string): string => (/^[\w:./-]+$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`)
