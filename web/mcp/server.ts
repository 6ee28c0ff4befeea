import { McpServer } from '@modelcontextprotocol/server'
import type { Served } from '../server/served.ts'
import { INSTRUCTIONS } from './instructions.ts'
import { addResources } from './resources.ts'
import { addTool } from './tool.ts'
import { type ReportFailure, reportToStderr } from './tool-error.ts'
import { askQuestionTool } from './tools/ask-question.ts'
import { comparePapersTool } from './tools/compare-papers.ts'
import { getEvidenceTool } from './tools/get-evidence.ts'
import { getNodeTool } from './tools/get-node.ts'
import { listQuestionsTool } from './tools/list-questions.ts'
import { runCypherTool } from './tools/run-cypher.ts'
import { searchTool } from './tools/search.ts'

/**
 * A graph for assistants, by the Model Context Protocol: few tools that read, and resources that explain the graph. One
 * instance serves one connection (stdio) or one request (HTTP); all of them share what is served.
 */
export function mcpServer(served: Served, report: ReportFailure = reportToStderr): McpServer {
  const server = new McpServer(
    { name: 'papergraph', title: 'papergraph', version: served.info.papergraph },
    { instructions: INSTRUCTIONS },
  )
  addTool(server, served, searchTool, report)
  addTool(server, served, getNodeTool, report)
  addTool(server, served, getEvidenceTool, report)
  addTool(server, served, comparePapersTool, report)
  addTool(server, served, listQuestionsTool, report)
  addTool(server, served, askQuestionTool, report)
  addTool(server, served, runCypherTool, report)
  addResources(server, served, report)
  return server
}
