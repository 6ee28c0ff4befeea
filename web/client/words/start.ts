const count = (value: number): string => value.toLocaleString('en')
const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`

/** A question on the start page, and the node of the graph that it is about between its first words and its last. */
export type Wording = readonly [before: string, after: string]

/** All English text of the start page. */
export const startWords = {
  title: (papers: number) => `A map of ${plural(papers, 'paper')}`,
  label: 'Start page',
  home: 'papergraph: to the start',
  holds: (concepts: number, repositories: number, isSample: boolean) => {
    const named = plural(concepts, 'method, model, benchmark and topic', 'methods, models, benchmarks and topics')
    const linked = repositories > 0 ? `, and ${plural(repositories, 'repository', 'repositories')}` : ''
    return `${isSample ? 'The bundled sample, with' : 'With'} the ${named} that they name${linked}. Every line rests on words of a paper: click it to read them.`
  },
  dismiss: 'Put the start page away',
  questions: 'Ask this graph',
  sharesBenchmarks: ['Which papers share benchmarks with ', '?'] as Wording,
  statesScores: ['Which papers state scores on ', '?'] as Wording,
  namesBenchmark: ['Which papers use ', '?'] as Wording,
  readingList: ['What should I read first about ', '?'] as Wording,
  goesWith: ['What goes together with ', '?'] as Wording,
  rising: ['What is rising?', ''] as Wording,
  withCode: ['Which papers release code, a model or data?', ''] as Wording,
  moreQuestions: 'All questions',
  communities: 'Communities on the map',
  /** Around a community's name and its count, for who hears them: "Show A · B on the map: 12 papers". */
  goTo: 'Show',
  onMap: 'on the map:',
  papers: (papers: number) => (papers === 1 ? 'paper' : 'papers'),
  wentTo: (name: string) => `The map shows ${name}`,
  news: 'New since the last ingest',
  newPapers: (papers: number, concepts: number) =>
    `${plural(papers, 'paper')}${concepts > 0 ? ` and ${plural(concepts, 'concept')} that no paper named before` : ', and no concept that was not named before'}.`,
  onlyIngest: (papers: number) =>
    `All ${plural(papers, 'paper')} came with the first ingest. What the next one brings will be listed here.`,
  allNews: 'All that is new',
  add: 'Add your own papers',
  addSample: 'They take the place of the sample.',
  suggest: { title: 'Most named in this graph', hint: 'Esc leaves the box; then single keys work, ? lists them' },
  change: 'Change the question',
  emptyOr: 'Or on the command line:',
}
