import type { NodeType, RelationshipType } from '../api.ts'

/** All English text of the page, in one place. */
const count = (value: number): string => value.toLocaleString('en')
const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`

export const typeName: Record<NodeType, string> = {
  paper: 'Paper',
  method: 'Method',
  model: 'Model',
  benchmark: 'Benchmark',
  topic: 'Topic',
  repo: 'Repository',
}
export const typeNames: Record<NodeType, string> = {
  paper: 'Papers',
  method: 'Methods',
  model: 'Models',
  benchmark: 'Benchmarks',
  topic: 'Topics',
  repo: 'Repositories',
}

const OUT: Record<RelationshipType, string> = {
  INTRODUCES: 'Introduces',
  USES: 'Uses',
  SCORES: 'States scores on',
  ABOUT: 'Is about',
  LINKS_TO: 'Links to',
  VARIANT_OF: 'Is a variant of',
}
const IN: Record<RelationshipType, string> = {
  INTRODUCES: 'Introduced by',
  USES: 'Used by',
  SCORES: 'Scores stated in',
  ABOUT: 'Papers about it',
  LINKS_TO: 'Linked from',
  VARIANT_OF: 'Its variants',
}

const RULES: Record<string, string> = {
  url: 'an address in the text',
  acronym: 'an acronym beside its expansion',
  lexicon: 'a well-known name',
  shape: 'the shape of the name',
  context: 'the words around it',
  topic: 'a term of the field',
  tagger: 'a trained model',
  score: 'a stated result',
}

export const words = {
  name: 'papergraph',
  search: 'Search papers, methods, models, benchmarks, topics',
  searchShort: 'Search the graph',
  noHits: 'Nothing has this name. Try fewer letters, an acronym, or a word of a title.',
  hits: (value: number) => plural(value, 'suggestion'),
  graphSample: 'Bundled sample',
  graphOwn: 'Your graph',
  graphCounts: (papers: number, concepts: number) => `${plural(papers, 'paper')} · ${plural(concepts, 'concept')}`,
  theme: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  table: 'Table',
  ask: 'Ask',
  keys: 'Keys',
  close: 'Close',
  panel: 'What is selected',
  sheetRaise: 'Show more of it',
  sheetLower: 'Show more of the map',
  legend: 'What is what',
  legendLines: 'What lines mean',
  lines: [
    ['strong', 'introduces'],
    ['middle', 'states a score on'],
    ['thin', 'uses, is about, links to'],
  ] as [string, string][],
  switchOff: (type: NodeType) => `Take ${typeNames[type].toLowerCase()} off the map`,
  switchOn: (type: NodeType) => `Put ${typeNames[type].toLowerCase()} on the map`,
  onMap: (shown: number, total: number) => `${count(shown)} of ${plural(total, 'node')} on the map`,
  undo: 'Undo',
  redo: 'Redo',
  chosen: 'Chosen nodes',
  choose: 'Choose',
  unchoose: 'Chosen',
  chooseNode: (name: string) => `Choose ${name}`,
  chooseAnother: 'Shift + click another node to look at them together',
  chooseTwo: 'Choose at least two nodes: Shift + click them, or tick them in the table.',
  common: 'What they share',
  ways: 'Ways between them',
  waysFound: (found: readonly (readonly string[])[]) => {
    const [shortest] = found
    if (shortest === undefined) return 'No way of at most 4 steps'
    return `${plural(found.length, 'way')}, the shortest of ${plural(shortest.length - 1, 'step')}`
  },
  sharedThings: (value: number, chosen: number) =>
    value === 0
      ? `Nothing is linked to two or more of these ${chosen}.`
      : `${plural(value, 'thing is', 'things are')} linked to two or more of these ${chosen}:`,
  ofChosen: (common: number, chosen: number) => `${common} of ${chosen}`,
  clear: 'Clear',
  removeNode: 'Take off the map',
  removedNodes: (value: number) => `${plural(value, 'node')} taken off.`,
  restore: 'Put back',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show everything',
  papersNaming: (value: number) => `named by ${plural(value, 'paper')}`,
  relationships: (value: number) => plural(value, 'relationship'),
  alsoCalled: 'Also called',
  expand: (shown: number, total: number, step: number) => `Show ${count(Math.min(step, total - shown))} more`,
  neighbours: (shown: number, total: number) =>
    total === 0
      ? 'It has no neighbours'
      : shown >= total
        ? `${total === 1 ? 'Its only neighbour is' : `All ${count(total)} neighbours are`} on the map`
        : `${count(shown)} of ${count(total)} neighbours are on the map`,
  collapse: 'Collapse',
  group: (relationship: RelationshipType, direction: 'in' | 'out') =>
    (direction === 'out' ? OUT : IN)[relationship] ?? relationship,
  ofTotal: (shown: number, total: number) => (shown < total ? `${count(shown)} of ${count(total)}` : count(total)),
  foundBy: (rule: string, confidence: number) =>
    `Found by ${RULES[rule] ?? rule}, ${Math.round(confidence * 100)} % sure`,
  evidence: 'What the paper says',
  why: 'why?',
  showMore: (more: number) => `Show ${count(more)} more`,
  showAll: (total: number) => `Show all ${count(total)}`,
  noEvidence: 'Nothing is recorded for this relationship.',
  usedAs: (as: string) => `as a ${as}`,
  ownRelease: 'the authors’ own',
  abstract: 'Abstract',
  noAbstract: 'There is no abstract.',
  scores: 'States these scores',
  scoresOn: 'Scores stated on it',
  scoreOf: { benchmark: 'Benchmark', paper: 'Paper' },
  scoreColumns: ['Score', 'Evidence'],
  relation: 'Relationship',
  tableColumns: ['Name', 'Type', 'Year', 'Papers', 'Relationships'],
  tableOf: (value: number) => `${plural(value, 'node')} on the map`,
  filter: 'Filter by name',
  allQuestions: 'All questions',
  pickNode: 'type a name and choose',
  pickAnother: 'choose another',
  takeOut: (name: string) => `Take ${name} out`,
  /** Questions that serve the view itself; people have little use for their answers. */
  plumbing: ['edge', 'edges-among', 'map', 'neighbours', 'node', 'node-links', 'nodes', 'paper-mentions', 'scores'],
  plumbingTitle: 'Questions that this page itself asks',
  run: 'Ask',
  running: 'Asking…',
  stop: 'Stop',
  required: 'must be given',
  rows: (value: number, ms: number) => `${plural(value, 'row')} in ${count(Math.max(1, Math.round(ms)))} ms`,
  noRows: 'No rows: the question is fine, nothing in the graph answers it.',
  truncated: 'The answer was cut at the row limit.',
  cypherTitle: 'A question of your own, in Cypher',
  cypherDetail: 'Any query that only reads. It runs with a time limit and a row limit.',
  cypherHint: 'Ctrl + Enter runs it',
  cypherExample:
    'MATCH (p:Paper)-[:USES]->(b:Benchmark)\nRETURN b.name AS benchmark, count(p) AS papers\nORDER BY papers DESC, benchmark\nLIMIT 10',
  serverAway: 'The papergraph server does not answer. Is it still running? Start it again with "npm start".',
  strangeAnswer: (status: number) => `The server answered in a way that this page does not know (status ${status}).`,
  retry: 'Try again',
  dismiss: 'Dismiss',
  updating: 'An ingest is writing. Answers may hold papers of two versions, but never half a paper.',
  changed: 'The graph has changed.',
  reload: 'Show the new one',
  emptyTitle: 'There are no papers here yet',
  emptyText: 'Turn a BibTeX file, a CSV, JSON Lines or a saved page of papers into a graph:',
  emptyCommand: 'npx papergraph ingest papers.bib',
  loadingMap: 'Drawing the map…',
  webglLost:
    'The picture is gone because the graphics system gave up; the table shows the same nodes. Reload to try again.',
  choices: 'Did you mean one of these?',
  unknown: (id: string) => `Nothing in this graph is called “${id}”.`,
  selected: (name: string, type: string) => `${type} ${name} is selected`,
  canvas: 'Map of papers and what they name. The table lists the same nodes.',
  keyList: [
    ['/', 'go to the search box'],
    ['Esc', 'close, or clear the selection'],
    ['click', 'select a node, or see what a line rests on'],
    ['double click', 'select a node and show more of its neighbours'],
    ['drag', 'move a node, or the map'],
    ['e', 'show more neighbours of the selected node'],
    ['c', 'collapse the selected node'],
    ['Shift + click', 'choose a node beside others'],
    ['s', 'choose the selected node, or no longer'],
    ['i', 'what the chosen nodes share'],
    ['w', 'ways between two chosen nodes'],
    ['x', 'take the selected node off the map'],
    ['z  Z', 'undo, redo (also Ctrl + Z, Ctrl + Shift + Z)'],
    ['t', 'table of what is on the map'],
    ['a', 'ask a question'],
    ['f', 'show everything'],
    ['+  −', 'zoom in, zoom out'],
    ['?', 'this list'],
  ] as [string, string][],
}
