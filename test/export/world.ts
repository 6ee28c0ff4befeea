import type { ExportGraph } from '../../queries/export/graph.ts'
import type { GraphNode, GraphRelationship } from '../../queries/model.ts'
import type { ScanPage } from '../../queries/store/store.ts'
import { AWKWARD_TEXT, NODES as FIRST_NODES, RELATIONSHIPS as FIRST_RELATIONSHIPS } from '../contract/graph.ts'

/** The contract tests' graph, and texts that break careless writers of XML, CSV, LaTeX, BibTeX, Markdown and Cypher. */

export const HOSTILE_TEXTS = [
  AWKWARD_TEXT,
  '<script>alert("x")</script> ]]> <!-- & &amp; &lt; -->',
  '=HYPERLINK("http://evil.example";"click") and @SUM(1+1)',
  "'=1+1 with an apostrophe before it",
  'Naïve Ångström 中文 \u05E9\u05DC\u05D5\u05DD 👩‍🔬🏳️‍🌈 e\u0301',
  '\\input{/etc/passwd} $x_1^2$ 100% #1 {unbalanced ~ \\\\ [2em] *',
  '[[link|words]] ![image](javascript:alert(1)) `code` **bold** %%comment%% ^block',
  'tab\tfeed\nreturn\rquotes "" \'\' ; , | \\u0041 \\n',
  "'; MATCH (n) DETACH DELETE n; //",
] as const

const [, , spreadsheet = '', , unicode = ''] = HOSTILE_TEXTS

const nodes: GraphNode[] = [
  ...FIRST_NODES,
  ...HOSTILE_TEXTS.map((text, at): GraphNode => {
    const year = 2000 + at
    return {
      id: `title:${String(at).padStart(16, '0')}`,
      labels: ['Paper'],
      properties: {
        abstract: `${text} `,
        authors: [text, 'X. and Sons, Inc.'],
        degree: at,
        title: text,
        venue: text,
        year,
      },
    }
  }),
  {
    id: 'say "cheese" 🧀 <b>',
    labels: ['Concept', 'Model'],
    properties: {
      aliases: [spreadsheet, unicode, ';', '|'],
      degree: 2,
      name: 'say "cheese" 🧀 <b>',
      papers: 1,
      type: 'model',
    },
  },
]
export const NODES: GraphNode[] = nodes.sort((a, b) => (a.id < b.id ? -1 : 1))

export const RELATIONSHIPS: GraphRelationship[] = [
  ...FIRST_RELATIONSHIPS,
  ...HOSTILE_TEXTS.map(
    (text, at): GraphRelationship => ({
      type: 'USES',
      from: `title:${String(at).padStart(16, '0')}`,
      to: 'say "cheese" 🧀 <b>',
      key: 'model',
      properties: {
        as: 'model',
        confidence: 0.1 * at,
        ends: [at + 1],
        extractor: '1',
        fields: ['title'],
        rule: 'shape',
        sentence: text,
        starts: [at],
        surfaces: [text],
      },
    }),
  ),
]

/** Such a graph on its way out, in pages of `size`. */
export function exportGraph(nodes = NODES, relationships = RELATIONSHIPS, size = 4): ExportGraph {
  return { version: 'v"1"', extractor: 'e1', pages: pages(nodes, relationships, size) }
}

async function* pages(nodes: GraphNode[], relationships: GraphRelationship[], size: number): AsyncGenerator<ScanPage> {
  for (let at = 0; at < nodes.length; at += size) yield { kind: 'nodes', nodes: nodes.slice(at, at + size) }
  for (let at = 0; at < relationships.length; at += size)
    yield { kind: 'relationships', relationships: relationships.slice(at, at + size) }
}

/** A whole export as one text. */
export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
