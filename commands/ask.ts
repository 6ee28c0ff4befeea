import { PapergraphError } from '../errors.ts'
import { type AnswerShape, type CatalogueParameter, loadCatalogue } from '../queries/catalogue.ts'
import type { Answer } from '../queries/reader.ts'
import type { Value } from '../queries/store/store.ts'
import { type GraphOptions, type OpenGraph, openGraph } from './graph.ts'
import { cell, print, say, table } from './output.ts'

export interface AskOptions extends GraphOptions {
  json?: boolean
}

/** Lists the catalogue. */
export function listQueries(options: { json?: boolean }): void {
  const entries = loadCatalogue().list()
  if (options.json) {
    print(JSON.stringify(entries))
    return
  }
  const width = Math.max(...entries.map((entry) => entry.name.length))
  for (const entry of entries) {
    print(`${entry.name.padEnd(width)}  ${entry.title} (${shapeWords[entry.shape]})`)
    for (const parameter of entry.parameters) {
      const value = parameter.default === undefined ? 'required' : `default ${cell(parameter.default) || 'empty'}`
      print(`${' '.repeat(width)}    --${parameter.name}  ${parameter.description} (${typeWords(parameter)}, ${value})`)
    }
  }
}

const shapeWords: Record<AnswerShape, string> = { table: 'table', graph: 'graph', both: 'table and graph' }

/** A parameter's type as people say it. A list is given by repeating the parameter. */
function typeWords({ type, idOf }: CatalogueParameter): string {
  if (idOf === undefined) return type === 'strings' ? 'strings, repeat it for several' : type
  return type === 'strings' ? `ids of ${idOf}s, repeat it for several` : `id of a ${idOf}`
}

export async function runQuery(name: string, words: string[], options: AskOptions): Promise<void> {
  const parameters = parseParameters(words)
  loadCatalogue().get(name)
  await ask(options, ({ reader }) => reader.run(name, parameters))
}

export interface CypherCommandOptions extends AskOptions {
  timeout: number
  rows: number
  param?: string[]
}

export async function runCypher(text: string, options: CypherCommandOptions): Promise<void> {
  const parameters = typedParameters(options.param ?? [])
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  await ask(options, ({ reader }) =>
    reader.cypher(text, parameters, {
      timeoutMs: options.timeout * 1000,
      maxRows: options.rows,
      signal: stop.signal,
      onQueue: (ahead) => {
        if (ahead > 0) say(`Waiting: ${ahead} ahead.`)
      },
    }),
  )
}

async function ask(options: AskOptions, question: (graph: OpenGraph) => Promise<Answer>): Promise<void> {
  const graph = await openGraph({ ...options, search: 'when-asked' })
  try {
    if (graph.graph === 'sample') say('There is no graph of your own yet: asking the bundled sample.')
    const answer = await question(graph)
    show(answer, options)
  } finally {
    await graph.reader.close()
  }
}

function show(answer: Answer, { json }: AskOptions): void {
  if (answer.updating) say('An ingest is writing: the answer may hold papers of two versions, none of them half there.')
  if (json) {
    print(JSON.stringify(answer))
    return
  }
  if (answer.rows.length === 0) say('No rows.')
  else print(table(answer.columns, answer.rows))
  for (const notice of answer.notices ?? []) say(notice)
  if (answer.truncated) say(`Cut at ${answer.rows.length.toLocaleString('en')} rows (--rows allows more).`)
}

/** `name=value` each; a value that is no JSON is a text. */
export function typedParameters(words: readonly string[]): Record<string, Value> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=')
      if (at < 1) throw new PapergraphError('usage', `"${word}" is not a parameter: write --param name=value.`)
      return [word.slice(0, at), jsonOrText(word.slice(at + 1))]
    }),
  )
}

function jsonOrText(text: string): Value {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** `--name value`, `--name=value`; a name given twice makes a list; a name alone is "true". */
export function parseParameters(words: string[]): Record<string, string | string[]> {
  const parameters: Record<string, string | string[]> = Object.create(null)
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const match = /^--([a-zA-Z][\w-]*)(?:=([\s\S]*))?$/.exec(word)
    const name = match?.[1]
    if (!name)
      throw new PapergraphError(
        'usage',
        `"${word}" is not a parameter: write --name value, as "papergraph query" lists.`,
      )
    const next = words[at + 1]
    let value = match?.[2]
    if (value === undefined && next !== undefined && !/^--[a-zA-Z]/.test(next)) {
      value = next
      at++
    }
    const before = parameters[name]
    parameters[name] = before === undefined ? (value ?? 'true') : [before, value ?? 'true'].flat()
  }
  return parameters
}
