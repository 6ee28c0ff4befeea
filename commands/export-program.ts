import type { Command } from 'commander'
import { collected, withGraph } from './graph-options.ts'

/** `papergraph export FORMAT`: the graph for other programs. */
export function addExporting(program: Command): void {
  withGraph(program.command('export'))
    .description('Write the graph, or a part of it, for other programs.')
    .argument('<format>', 'one of the formats below')
    .argument('[parameters...]', 'the parameters of --query, as --name value')
    .option('--out <path>', 'the file, or for neo4j-import and notes the folder (else standard output)')
    .option('--query <question>', 'what a question of the catalogue answers: its table, or the graph that it draws')
    .option('--param <name=value>', 'a parameter whose name is an option here as well; repeat it for more', collected)
    .option('--ids <id...>', 'these nodes, by id or name, and what runs among them')
    .option('--neighbours', 'with --ids: and everything one step away')
    .option('--force', 'write into a folder that is not empty, replacing files of the same names')
    .allowUnknownOption()
    .addHelpText(
      'after',
      `
Formats of a graph:
  gexf          GEXF 1.3, for Gephi: colours, sizes and, up to 2,000 nodes, places
  graphml       GraphML, for yEd, Cytoscape, igraph, NetworkX: the same
  json          node-link JSON: networkx.node_link_graph(data, edges="edges")
  csv-nodes     the nodes as CSV
  csv-edges     the relationships with their evidence as CSV
  cypher        a script for an empty Neo4j: cypher-shell -f graph.cypher
  neo4j-import  a folder of CSV files for neo4j-admin database import full
  notes         a folder of notes with links, for Obsidian
Formats of the papers in it:
  bibtex        BibTeX
  csl-json      CSL-JSON, for Zotero and pandoc
Formats of a question's table (they need --query):
  csv           CSV
  latex         LaTeX with booktabs
  markdown      Markdown

In CSV, text that a spreadsheet would take for a formula has an apostrophe before it (not in neo4j-import).

Examples:
  papergraph export gexf --out graph.gexf
  papergraph export graphml --query neighbourhood --concept imagenet --out imagenet.graphml
  papergraph export json --ids BERT GPT-3 --neighbours
  papergraph export latex --query compare --papers arxiv:1706.03762 --papers arxiv:1810.04805 --out table.tex
  papergraph export bibtex --query concept-papers --concept imagenet > imagenet.bib
  papergraph export neo4j-import --out import`,
    )
    .action(async (format: string, parameters: string[], options) =>
      (await import('./export.ts')).runExport(format, parameters, options),
    )
}
