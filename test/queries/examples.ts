import type { CatalogueEntry } from '../../queries/catalogue.ts'
import type { RawParameters } from '../../queries/reader.ts'

/** The values of a file's `:param name => value;` lines. Their literals are strings, numbers, booleans and lists of strings. */
export function exampleParameters({ name, text }: CatalogueEntry): RawParameters {
  const parameters: RawParameters = {}
  for (const [, parameter = '', literal = ''] of text.matchAll(/^:param (\w+) => (.+);$/gm)) {
    const json = literal.replaceAll(/'((?:[^'\\]|\\.)*)'/g, (_, inner: string) =>
      JSON.stringify(inner.replaceAll("\\'", "'")),
    )
    try {
      parameters[parameter] = JSON.parse(json)
    } catch {
      throw new Error(`${name}.cypher: the example of ${parameter} is no literal: ${literal}`)
    }
  }
  return parameters
}

/** What a console sends of a file: it interprets `:param` lines itself and drops comments. */
export function consoleStatement(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('//') && !line.startsWith(':param '))
    .join('\n')
}
