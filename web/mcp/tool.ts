import type { CallToolResult, McpServer } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import type { Served } from '../server/served.ts'
import { QUOTED } from './instructions.ts'
import { type ReportFailure, toolError } from './tool-error.ts'

/** What a tool has at hand when it is called. */
export interface Call extends Served {
  /** Aborted when the client cancels, or goes away. */
  signal: AbortSignal
}

/** One tool: what a model reads of it, what goes in, what comes out. */
export interface Tool<In, Out extends object> {
  name: string
  title: string
  /** When to use it, what to pass, what comes back. */
  description: string
  input: z.ZodType<In>
  output: z.ZodType<Out>
  answer(input: In, call: Call): Promise<Out>
}

/** Of every tool here: it reads one graph, and asking again changes nothing. */
const ANNOTATIONS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

/** Offers a tool. What it throws becomes a tool error, which a model can read and act on. */
export function addTool<In, Out extends object>(
  server: McpServer,
  served: Served,
  tool: Tool<In, Out>,
  report: ReportFailure,
): void {
  const { name, title, description, input, output } = tool
  const config = { title, description, inputSchema: input, outputSchema: output, annotations: ANNOTATIONS }
  server.registerTool(name, config, async (given, { mcpReq: { signal } }): Promise<CallToolResult> => {
    try {
      const answer = await tool.answer(given, { ...served, signal })
      // Clients that know no structured content read the same as text.
      const content = [JSON.stringify(answer), QUOTED].map((text) => ({ type: 'text' as const, text }))
      return { content, structuredContent: answer }
    } catch (error) {
      return toolError(error, served.reader, (problem) => report(name, problem))
    }
  })
}
