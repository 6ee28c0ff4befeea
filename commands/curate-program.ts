import { type Command, Option } from 'commander'
import { CONCEPT_TYPES, type ConceptType } from '../ingest/resolve/decisions.ts'
import { withData, withGraph } from './graph-options.ts'

const THING = 'PAPER#WORDS (words of a paper’s title or abstract), or the id or name of a concept'

/** `papergraph curate …`: what a person knows better than the words of the papers. */
export function addCurating(program: Command): void {
  const curate = program
    .command('curate')
    .description('Say what is one thing and what is not, what a thing is, and what to hide; each can be taken back.')
    .addHelpText(
      'after',
      `
Decisions are kept in curation.jsonl in the data folder, a line each, and count at every ingest and rebuild. They name a thing
by a paper and its words; a concept's id or name is turned into the words of the paper that is surest of it.

Examples:
  papergraph curate same "WMT 2014" "arxiv:1706.03762#WMT 2014 English-to-French"
  papergraph curate different "arxiv:1406.2661#dropout" "arxiv:1710.10903#dropout" --note "on graphs"
  papergraph curate type Transformer model
  papergraph curate hide "data augmentation"
  papergraph curate list
  papergraph curate undo 3f2a9c1b`,
    )
  deciding(curate.command('same'), 'These two are one: one node with the names and papers of both.')
    .argument('<thing>', THING)
    .argument('<thing>', 'the other, named in the same way')
    .action(async (a: string, b: string, options) => (await import('./curate.ts')).runDecide('same', [a, b], options))
  deciding(
    curate.command('different'),
    'These two are not one: two nodes. Each paper goes to the one whose name it writes; where both have that name, to the one whose paper has the same first author or the more similar words.',
  )
    .argument('<thing>', THING)
    .argument('<thing>', 'the other; PAPER#WORDS where both are one node now')
    .action(async (a: string, b: string, options) =>
      (await import('./curate.ts')).runDecide('different', [a, b], options),
    )
  deciding(curate.command('type'), 'Say what a thing is: its label, and what every paper uses it as.')
    .argument('<thing>', THING)
    .addArgument(curate.createArgument('<type>', 'what it is').choices(CONCEPT_TYPES))
    .action(async (thing: string, type: ConceptType, options) =>
      (await import('./curate.ts')).runDecide('type', [thing], options, type),
    )
  deciding(
    curate.command('hide'),
    'Leave a concept, a repository or a paper out of the graph; what the papers say is kept.',
  )
    .argument('<thing>', `${THING} or repository, or a paper’s id`)
    .action(async (thing: string, options) => (await import('./curate.ts')).runDecide('hide', [thing], options))
  withData(curate.command('list'))
    .description('All decisions: id, date, what was decided, and whether it is applied.')
    .option('--json', 'print them as JSON')
    .action(async (options) => (await import('./curate.ts')).runList(options))
  withGraph(curate.command('undo'))
    .description('Take a decision back; everything is as it would be without it.')
    .argument('<id>', 'the decision’s id, or enough of its beginning')
    .option('--json', 'print the report as JSON')
    .action(async (id: string, options) => (await import('./curate.ts')).runUndo(id, options))
  withGraph(curate.command('apply'))
    .description('Make the graph follow curation.jsonl after it was edited by hand (as the next ingest would).')
    .option('--json', 'print the report as JSON')
    .action(async (options) => (await import('./curate.ts')).runApply(options))
}

const deciding = (command: Command, description: string): Command =>
  withGraph(command)
    .description(description)
    .option('--note <text>', 'why, for whoever reads it later')
    .addOption(new Option('--dry-run', 'only say what would become of it'))
    .option('--json', 'print the report as JSON')
