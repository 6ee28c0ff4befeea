import type { CatalogueEntry, CatalogueParameter } from '../../queries/catalogue.ts'

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
function exampleOf({ name, parameters, text }: CatalogueEntry): string {
  const values = new Map(
    Array.from(text.matchAll(/^:param (\w+) => (.+);$/gm), ([, key = '', value = '']) => [key, value] as const),
  )
  const given = parameters.flatMap((parameter) => {
    const value = values.get(parameter.name)
    if (value === undefined || isDefault(value, parameter)) return []
    return wordsOf(value).map((word) => ` --${parameter.name} ${word}`)
  })
  return `npx papergraph query ${name}${given.join('')} | head -n ${SHOWN}`
}

function isDefault(value: string, parameter: CatalogueParameter): boolean {
  return parameter.default !== undefined && JSON.stringify(literal(value)) === JSON.stringify(parameter.default)
}

const wordsOf = (value: string): string[] => [literal(value)].flat().map((word) => quoted(String(word)))

/** A Cypher literal of a `:param` line: a number, true, false, 'text' or a list of texts. */
function literal(value: string): unknown {
  return JSON.parse(
    value.replaceAll(/'((?:[^'\\]|\\.)*)'/g, (_, text: string) => JSON.stringify(text.replaceAll("\\'", "'"))),
  )
}

const quoted = (word: string): string => (/^[\w:./-]+$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`)
