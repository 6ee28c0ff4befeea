import { z } from 'zod'
import { MOST_ROWS, rowsInput, tableOutput } from '../row-fields.ts'
import { shortRows } from '../short-rows.ts'
import { extentWords } from '../shown.ts'
import type { Tool } from '../tool.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])
const input = z.strictObject({
  statement: z
    .string()
    .min(1)
    .max(100_000)
    .describe('One Cypher statement that reads. Give every column a name with AS, and an ORDER BY.'),
  parameters: z
    .record(z.string(), z.union([scalar, z.null(), z.array(scalar)]))
    .default({})
    .describe('Values for $names in the statement; put what a user typed here, not into the text.'),
  rows: rowsInput,
})

export const runCypherTool: Tool<z.output<typeof input>, z.output<typeof tableOutput>> = {
  name: 'run_cypher',
  title: 'Run Cypher that reads',
  description: `Run one read-only Cypher statement, where no question of list_questions fits. Writing is refused; time, memory and rows are limited.
Nodes: (:Paper {id, title, abstract, authors, year, published, venue, url}), (:Concept {id, name, type, aliases, papers}) also labelled :Method, :Model, :Benchmark or :Topic, (:Repo {id, url, host, owner, name, kind}).
Relationships: (:Paper)-[:INTRODUCES|USES|ABOUT]->(:Concept), (:Paper)-[:SCORES {value, unit, metric, system, kind, text}]->(:Concept), (:Paper)-[:LINKS_TO {own}]->(:Repo), (:Concept)-[:VARIANT_OF]->(:Concept); each with sentence and confidence.
Example: {"statement": "MATCH (p:Paper)-[:USES]->(b:Benchmark {id: $id}) RETURN p.id AS id, p.title AS title, p.year AS year ORDER BY year DESC, id", "parameters": {"id": "imagenet"}}. An error names line and column.`,
  input,
  output: tableOutput,
  async answer({ statement, parameters, rows }, { reader, settings, signal }) {
    const answer = await reader.cypher(statement, parameters, {
      timeoutMs: settings.cypherTimeoutMs,
      maxRows: Math.min(rows, settings.cypherRows),
      signal,
    })
    const short = shortRows(answer, rows)
    // Where the engine was stopped there is at least one more.
    const total = answer.rows.length + (answer.truncated ? 1 : 0)
    const isMore = short.length < total
    return {
      rows: short,
      shown: extentWords({ shown: short.length, total, isOpen: answer.truncated }),
      ...(isMore
        ? {
            next: `For more: "rows" up to ${MOST_ROWS}, or ORDER BY with SKIP ${short.length}; or return less of each.`,
          }
        : {}),
      ...(answer.notices === undefined ? {} : { notices: answer.notices }),
      ...(answer.updating ? { updating: true } : {}),
      version: answer.version,
    }
  },
}
