import type { CallToolResult } from '@modelcontextprotocol/server'
import { PapergraphError } from '../../errors.ts'
import type { GraphReader } from '../../queries/reader.ts'
import { choicesOf } from '../server/choices.ts'

/** Hears of what is our own fault, and in which tool or resource. */
export type ReportFailure = (where: string, error: unknown) => void

/** To standard error: standard output belongs to the protocol. */
export const reportToStderr: ReportFailure = (where, error) => {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`papergraph: ${where} failed: ${words}\n`)
}

/** What is said of our own faults, whose words may name things that are nobody's business. */
export const INSIDE = 'Something went wrong inside papergraph; its log on standard error says more.'
const WAYS_ON = 'The tool search finds things by name, list_questions lists the questions.'

/**
 * An error as a model reads it: our one sentence, which names line and column in typed Cypher, and for a name that several
 * things have their ids. What is not meant for people stays in the report.
 */
export async function toolError(
  error: unknown,
  reader: GraphReader,
  report: (error: unknown) => void,
): Promise<CallToolResult> {
  if (!(error instanceof PapergraphError) || error.code === 'internal') {
    report(error)
    return said(INSIDE)
  }
  const choices = (await choicesOf(error, reader)) ?? []
  const lines = choices.map(({ id, type, label }) => `- ${JSON.stringify(id)}: ${type}, ${label}`)
  if (lines.length > 0) return said([error.message, 'Ask again with one of these ids:', ...lines].join('\n'))
  return said(error.code === 'not-found' ? `${error.message}\n${WAYS_ON}` : error.message)
}

const said = (text: string): CallToolResult => ({ content: [{ type: 'text', text }], isError: true })
