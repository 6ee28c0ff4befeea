const count = (value: number): string => value.toLocaleString('en')

/** Text of what takes a view out of the page. */
export const shareWords = {
  title: 'Share',
  link: 'Link to this view',
  linkWhat:
    'The address holds everything: what is selected, expanded, hidden, pinned and filtered, the layout, the colours and the camera.',
  copy: 'Copy link',
  copied: 'Link copied.',
  copyByHand: 'The browser does not allow it: copy the selected address yourself.',
  picture: 'Picture',
  pictureWhat: 'What is in sight with its legend, twice as fine as on the screen.',
  savePng: 'Save as PNG',
  drawing: 'Drawing…',
  noPicture: 'There is no picture while the table stands for it.',
  files: 'Data of the nodes in sight',
  filesWhat: (nodes: number) => `${count(nodes)} ${nodes === 1 ? 'node' : 'nodes'} and the relationships among them.`,
  tooMany: (nodes: number, most: number) =>
    `These are ${count(nodes)} nodes, and an export of a view holds at most ${count(most)}: filter the map, or use "papergraph export" for the whole graph.`,
  nothing: 'Nothing is on the map.',
  saved: (name: string) => `Saved as ${name}.`,
  formats: [
    ['gexf', 'GEXF', 'Gephi; placed and coloured as here'],
    ['graphml', 'GraphML', 'yEd, igraph, NetworkX; as here'],
    ['json', 'JSON', 'NetworkX, D3; as here'],
    ['csv-nodes', 'CSV of nodes', 'spreadsheets'],
    ['csv-edges', 'CSV of relationships', 'spreadsheets'],
    ['bibtex', 'BibTeX', 'its papers, for LaTeX'],
    ['csl-json', 'CSL-JSON', 'its papers, for Zotero'],
    ['cypher', 'Cypher', 'Neo4j and others'],
    ['notes', 'Markdown notes', 'Obsidian; a ZIP file'],
  ] as [format: string, name: string, what: string][],
  pngTitle: (graph: string) => `Map of ${graph}`,
  pngCounts: (shown: number, total: number) => `${count(shown)} of ${count(total)} nodes`,
  pngName: (graph: string, date: string) => `papergraph-${graph.replace(/[^\p{L}\p{N}]+/gu, '-')}-${date}.png`,
}
