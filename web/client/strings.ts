import type { NodeType, RelationshipType } from '../api.ts'
import type { Upload as Ingest } from './openapi.ts'

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
  // What makes a name a variant of a shorter one.
  size: 'the size in its name',
  version: 'the version in its name',
  edition: 'the edition in its name',
  modifier: 'the words before the shorter name',
  extension: 'the words after the shorter name',
  compound: 'the shorter name in it',
  sibling: 'names that are built alike',
}

/** Bytes as people say them. */
function size(bytes: number): string {
  if (bytes < 1000) return plural(bytes, 'byte')
  if (bytes < 2 ** 20) return `${count(Math.ceil(bytes / 1024))} kB`
  return `${(bytes / 2 ** 20).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
}

const STAGES: Record<string, string> = {
  reading: 'Reading papers',
  extracting: 'Finding what they name',
  resolving: 'Joining names',
  'writing concepts': 'Writing what is named',
  'writing papers': 'Writing papers',
}

/** "Finding what they name: 120 of 300, 40 a second, 5 s left" */
function underWay({ state, place, waitsFor, progress }: Ingest): string {
  if (state === 'receiving') return 'Arriving'
  if (state === 'cancelling') return 'Being taken back'
  if (state === 'queued') return place === 1 ? 'Waiting: it is next' : `Waiting: number ${place} in the queue`
  if (waitsFor !== undefined) return waitsFor
  if (progress === undefined) return 'Starting'
  const { stage, done, total, perSecond = 0, secondsLeft } = progress
  const counted = done > 0 ? `: ${count(done)}${total === undefined ? '' : ` of ${count(total)}`}` : ''
  const rate = perSecond >= 1 ? `, ${count(Math.round(perSecond))} a second` : ''
  const left = secondsLeft === undefined ? '' : `, ${duration(secondsLeft)} left`
  return `${STAGES[stage] ?? stage}${counted}${rate}${left}`
}

function duration(seconds: number): string {
  return seconds < 90 ? `${count(seconds)} s` : `${count(Math.ceil(seconds / 60))} min`
}

/** "87 papers: 80 new, 7 as before." and what they name. */
function ended({ state, report, problem }: Ingest): string {
  if (state === 'cancelled') return 'Cancelled; the graph is as it was before.'
  if (state === 'failed' || report === undefined) return problem?.detail ?? 'It failed.'
  const { read, found } = report
  const parts = [
    report.new > 0 && `${count(report.new)} new`,
    report.updated > 0 && `${count(report.updated)} changed`,
    report.unchanged > 0 && `${count(report.unchanged)} as before`,
  ].filter(Boolean)
  const named = ['method', 'model', 'benchmark', 'topic']
    .filter((type) => (found[type] ?? 0) > 0)
    .map((type) => plural(found[type] ?? 0, type))
  const naming = named.length > 0 ? `\nThey name ${named.join(', ')}.` : ''
  return `${plural(read, 'paper')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.${naming}`
}

export const words = {
  name: 'papergraph',
  search: 'Search papers, methods, models, benchmarks, topics',
  searchShort: 'Search the graph',
  searchAlso: 'Shift + Enter chooses it too; Ctrl + Enter also shows all of them together',
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
  relatedVariants: 'one is a variant of the other',
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
  scoreColumns: ['Benchmark', 'Score', 'Evidence'],
  relation: 'Relationship',
  tableColumns: ['Name', 'Type', 'Year', 'Papers', 'Relationships'],
  tableOf: (value: number) => `${plural(value, 'node')} on the map`,
  filter: 'Filter by name',
  allQuestions: 'All questions',
  pickNode: 'type a name and choose',
  pickAnother: 'choose another',
  takeOut: (name: string) => `Take ${name} out`,
  /** Questions that serve the view itself; people have little use for their answers. */
  plumbing: [
    'edge',
    'edges-among',
    'edges-from',
    'map',
    'neighbours',
    'node',
    'node-links',
    'nodes',
    'paper-mentions',
    'scores',
  ],
  plumbingTitle: 'Questions that this page itself asks',
  run: 'Ask',
  running: 'Asking…',
  stop: 'Stop',
  waiting: (ahead: number) => `It waits: ${plural(ahead, 'query is', 'queries are')} ahead of it.`,
  answerBroke: 'The answer broke off before its end. Ask again.',
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
  addButton: 'Add papers…',
  addButtonBusy: (value: number) => `Add papers… ${count(value)} under way`,
  addTitle: 'Add papers',
  dropHere: 'Drop a file here, or anywhere on the page',
  dropMore: 'Drop more anywhere',
  dropNow: 'Drop it to add its papers to the graph',
  chooseFiles: 'Choose files…',
  formats: (most: number | undefined) =>
    `BibTeX, CSV, JSON Lines, or a saved page of papers; plain or gzipped${most === undefined ? '' : `, up to ${size(most)}`}.`,
  uploads: 'Files that were added',
  uploadsOff: 'This server takes no files.',
  tooLarge: (most: number) => `This file is larger than ${size(most)}, the most that the server takes.`,
  sendingBroke: 'The connection broke while the file was being sent; nothing of it was used. Add it again.',
  sending: (sent: number, all: number) => (sent === 0 ? 'Waiting to be sent' : `Sending ${size(sent)} of ${size(all)}`),
  cancel: 'Cancel',
  underWay,
  ended,
  uploadEnded: (job: Ingest) => `${job.name}: ${ended(job)}`,
  unusable: (value: number) => `${plural(value, 'record')} could not be used`,
  andMore: (value: number) => `and ${count(value)} more`,
  newGraphShown: 'The map shows the new graph.',
  loadingMap: 'Drawing the map…',
  choices: 'Did you mean one of these?',
  unknown: (id: string) => `Nothing in this graph is called “${id}”.`,
  isChosen: (name: string) => `${name} is chosen`,
  selected: (name: string, type: string) => `${type} ${name} is selected`,
  canvas: 'Map of papers and what they name. The table lists the same nodes.',
  keyList: [
    ['/', 'go to the search box, which has the focus at the start'],
    ['Esc', 'leave the search box, close, or clear the selection'],
    ['h  Home', 'to the start page'],
    ['click', 'select a node, or see what a line rests on'],
    ['double click', 'select a node and show more of its neighbours'],
    ['drag', 'move a node and pin it there, or move the map'],
    ['e', 'show more neighbours of the selected node'],
    ['c', 'collapse the selected node'],
    ['Shift + click', 'choose a node beside others (on a touch screen: rest a finger on it)'],
    ['Shift + drag', 'choose what you draw a line around'],
    ['l', 'draw such a line with the pointer alone'],
    ['Shift + Enter', 'in the search box: choose what is found beside others'],
    ['Ctrl + Enter', 'in the search box: choose it too, and compare the chosen papers or see what they share'],
    ['s', 'choose the selected node, or no longer'],
    ['i', 'what the chosen nodes share'],
    ['m', 'compare the chosen papers side by side'],
    ['w', 'ways between two chosen nodes'],
    ['p', 'pin the selected node where it is, or let it go'],
    ['o', 'show only the selected node and its 1 step, its 2 steps, or everything'],
    ['x', 'take the selected node off the map'],
    ['v', 'layout, colour and size of the picture'],
    ['y', 'tidy the map, stop that, or put it back as it was'],
    ['k', 'copy a link to this view'],
    ['Shift + K', 'share: link, picture, data'],
    ['z  Z', 'undo, redo (also Ctrl + Z, Ctrl + Shift + Z)'],
    ['t', 'table of what is on the map'],
    ['r', 'filters'],
    ['a', 'ask a question'],
    ['u', 'add papers'],
    ['d', 'decisions about the graph'],
    ['f', 'show everything'],
    ['+  −', 'zoom in, zoom out'],
    ['?', 'this list'],
  ] as [string, string][],
}
