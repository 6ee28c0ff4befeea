import { PapergraphError } from '../errors.ts'
import type { CatalogueEntry, CatalogueParameter } from './catalogue-entry.ts'
import type { RawParameters } from './reader.ts'
import { didYouMean } from './search/nearest-names.ts'
import { float, type Parameter, type Parameters } from './store/store.ts'

/** More ids than any view holds: a longer list is a mistake or an attack. */
const MOST_STRINGS = 5_000

/**
 * The values for a query, in their declared types and with its defaults, from what a URL, a command line or a program
 * gives: typed values, or strings that say them. Throws query-invalid with one sentence that names the parameter.
 */
export function checkParameters(entry: CatalogueEntry, raw: RawParameters): Parameters {
  const names = entry.parameters.map(({ name }) => name)
  for (const name of Object.keys(raw)) {
    if (names.includes(name)) continue
    const known = names.length === 0 ? '; it has none.' : didYouMean(name, names) || `; it has ${names.join(', ')}.`
    throw invalid(`The query ${entry.name} has no parameter "${name}"${known}`, name)
  }
  const parameters: Parameters = {}
  for (const parameter of entry.parameters)
    parameters[parameter.name] = parameterValue(entry, parameter, raw[parameter.name])
  return parameters
}

function parameterValue(entry: CatalogueEntry, parameter: CatalogueParameter, given: unknown): Parameter {
  const { name, type } = parameter
  const isEmpty = given === '' || (Array.isArray(given) && given.length === 0)
  const isMissing = given === undefined || given === null || (parameter.idOf !== undefined && isEmpty)
  const value = isMissing ? parameter.default : given
  if (value === undefined) {
    throw invalid(`The query ${entry.name} needs the parameter "${name}": ${expected(parameter)}.`, name)
  }
  const typed = typedValue(parameter, value)
  if (typed === undefined) {
    throw invalid(
      `The parameter "${name}" of the query ${entry.name} must be ${expected(parameter)}, not ${shown(value)}.`,
      name,
    )
  }
  return type === 'float' && typeof typed === 'number' ? float(typed) : typed
}

function typedValue(parameter: CatalogueParameter, value: unknown): string | number | boolean | string[] | undefined {
  switch (parameter.type) {
    case 'string':
      return typeof value === 'string' && (parameter.oneOf?.includes(value) ?? true) ? value : undefined
    case 'strings': {
      const list = Array.isArray(value) ? value : [value]
      const strings = list.filter((one) => typeof one === 'string')
      return strings.length === list.length && strings.length <= MOST_STRINGS ? strings : undefined
    }
    case 'boolean':
      return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
    default:
      return numberOf(parameter, value)
  }
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i

function numberOf({ type, from, to }: CatalogueParameter, value: unknown): number | undefined {
  const number = typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined
  if (type === 'integer' && !Number.isSafeInteger(number)) return undefined
  const isInside = (from === undefined || number >= from) && (to === undefined || number <= to)
  return isInside ? number : undefined
}

const KINDS = { paper: 'the id of a paper', concept: 'the id or name of a concept', node: 'the id or name of a node' }
const LISTS = { paper: 'ids of papers', concept: 'ids or names of concepts', node: 'ids or names of nodes' }
const TYPES = {
  string: 'text',
  integer: 'a whole number',
  float: 'a number',
  boolean: 'true or false',
  strings: `a list of at most ${MOST_STRINGS} texts`,
}

function expected({ type, idOf, oneOf, from, to }: CatalogueParameter): string {
  if (idOf !== undefined) return type === 'strings' ? LISTS[idOf] : KINDS[idOf]
  if (oneOf !== undefined) return `one of ${oneOf.join(', ')}`
  return from === undefined || to === undefined ? TYPES[type] : `${TYPES[type]} from ${from} to ${to}`
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function invalid(message: string, parameter: string): PapergraphError {
  return new PapergraphError('query-invalid', message, { details: { parameter } })
}
