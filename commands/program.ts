import { Command, InvalidArgumentError, Option } from 'commander'
import { PapergraphError } from '../errors.ts'
import { SOURCE_FORMATS } from '../ingest/sources/source.ts'
import { CYPHER_DEFAULTS, QUERY_MEMORY_BYTES } from '../queries/store/reader/limits.ts'
import { DEFAULT_SETTINGS } from '../web/server/settings.ts'
import { addCurating } from './curate-program.ts'
import { addExporting } from './export-program.ts'
import { collected, MEGABYTE, withGraph } from './graph-options.ts'
import { papergraphVersion } from './version.ts'

/** The `papergraph` command line. Each command's room is loaded when it is called, so that help is quick. */
export function buildProgram(): Command {
  const program = new Command('papergraph')
    .description('Turns paper abstracts into a graph of papers, methods, models, benchmarks, topics and repositories.')
    .version(papergraphVersion(), '-v, --version')
    .showHelpAfterError('(papergraph COMMAND --help explains a command)')
    .exitOverride()
    .addHelpText(
      'after',
      `
Start here:
  papergraph serve                          open the view (on the bundled sample while there is no graph of yours)
  papergraph ingest papers.bib              papers in, graph out; again: only what is new
  papergraph query                          which questions there are
  papergraph query top-concepts --type benchmark
  papergraph cypher "MATCH (p:Paper) RETURN count(p) AS papers"`,
    )
  addIngesting(program)
  addCurating(program)
  addAsking(program)
  addExporting(program)
  addServing(program)
  for (const command of program.commands) for (const one of [command, ...command.commands]) one.exitOverride()
  return program
}

function addIngesting(program: Command): void {
  const format = new Option('--format <format>', 'say what the sources are, instead of recognising them').choices(
    SOURCE_FORMATS,
  )
  withGraph(program.command('ingest'))
    .description('Read papers, find what they name, and write it to the graph.')
    .argument('<source...>', 'files, globs, folders, "-" for standard input, or "sample"')
    .addOption(format)
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      `
Sources: JSON Lines ({id?, title, abstract, year?, venue?, url?, authors?}), BibTeX with abstracts, CSV or TSV with a
header, a saved page of trending papers as text or HTML; plain or gzipped.

Examples:
  papergraph ingest papers.bib
  papergraph ingest "exports/*.jsonl.gz"
  curl -s https://example.org/papers.csv | papergraph ingest -`,
    )
    .action(async (sources, options) => (await import('./ingest.ts')).runIngest(sources, options))
  program
    .command('extract')
    .description('Print what each paper names, one JSON line a paper, and touch no graph.')
    .argument('<source...>', 'as for ingest')
    .addOption(format)
    .addHelpText('after', '\nExample:\n  papergraph extract papers.bib | head -1')
    .action(async (sources, options) => (await import('./extract.ts')).runExtract(sources, options))
  program
    .command('resolve')
    .description('Read lines of "extract" and print the graph they amount to: nodes and relationships as JSON lines.')
    .argument('[file...]', 'files of such lines; standard input without any')
    .addHelpText('after', '\nExample:\n  papergraph extract a.bib b.csv | papergraph resolve > graph.jsonl')
    .action(async (files) => (await import('./extract.ts')).runResolve(files))
  withGraph(program.command('remove'))
    .description('Take a paper, or everything of one source, out of the graph again.')
    .argument('[id]', 'a paper’s id, such as arxiv:1706.03762')
    .option('--source <name>', 'a source’s name, such as papers.bib')
    .option('--json', 'print the report as JSON')
    .action(async (id: string | undefined, options) => {
      if ((id === undefined) === (options.source === undefined))
        throw new PapergraphError('usage', 'Say what to remove: either a paper’s id or --source with a source’s name.')
      const tombstone = id === undefined ? { source: options.source } : { id }
      await (await import('./ingest.ts')).runRemove(tombstone, options)
    })
  withGraph(program.command('rebuild'))
    .description('Make the graph again from the papers that were ingested, with this version’s extractor.')
    .option('--json', 'print the report as JSON')
    .action(async (options) => (await import('./ingest.ts')).runRebuild(options))
}

function addAsking(program: Command): void {
  withGraph(program.command('query'))
    .description('Ask a question of the catalogue; without a name, list them.')
    .argument('[name]', 'the question’s name')
    .argument('[parameters...]', 'its parameters, as --name value')
    .option('--json', 'print the answer as JSON')
    .allowUnknownOption()
    .addHelpText(
      'after',
      `
Examples:
  papergraph query
  papergraph query shared-benchmarks --paper arxiv:1810.04805
  papergraph query top-concepts --type method --limit 10 --json`,
    )
    .action(async (name: string | undefined, parameters: string[], options) => {
      const ask = await import('./ask.ts')
      if (name === undefined) ask.listQueries(options)
      else await ask.runQuery(name, parameters, options)
    })
  withGraph(program.command('cypher'))
    .description('Run one Cypher statement that reads.')
    .argument('<text>', 'the statement')
    .option('--param <name=value>', 'a parameter, its value as JSON or as plain text; repeat it for more', collected)
    .option('--timeout <seconds>', 'end it so long after its start', positive, CYPHER_DEFAULTS.timeoutMs / 1000)
    .option('--rows <count>', 'cut the answer after so many rows', wholePositive, CYPHER_DEFAULTS.maxRows)
    .addOption(memoryOption())
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  papergraph cypher "MATCH (p:Paper)-[:USES]->(b:Benchmark) RETURN b.name AS benchmark, count(p) AS papers ORDER BY papers DESC, benchmark LIMIT 10"',
    )
    .action(async (text, options) => (await import('./ask.ts')).runCypher(text, options))
  withGraph(program.command('status'))
    .description('What the graph holds: counts, versions, and a digest that does not depend on order or time.')
    .option('--json', 'print it as JSON')
    .action(async (options) => (await import('./status.ts')).runStatus(options))
}

function addServing(program: Command): void {
  withTypedLimits(withGraph(program.command('serve')))
    .description('Serve the view and the HTTP API.')
    .option('--port <number>', 'the port; 0 takes any that is free', port, 4173)
    .option('--host <address>', 'the address to listen on; anything but loopback needs a token', '127.0.0.1')
    .option('--token-file <file>', 'a file that holds the token (else PAPERGRAPH_TOKEN)')
    .option('--open', 'open a browser')
    .option('--uploads', 'take files over HTTP (done anyway while only this machine can reach the server)')
    .option('--no-uploads', 'take no files')
    .option('--upload-limit <MB>', 'the most that one file may have; ten times that when unpacked', wholePositive, 100)
    .option('--log <file>', 'add a line of JSON for each request to this file; "-" writes them to standard error')
    .option(
      '--rate-limit <requests>',
      'requests a second of one client, when listening on anything but loopback',
      positive,
      DEFAULT_SETTINGS.requestsPerSecond,
    )
    .addHelpText('after', '\nExample:\n  papergraph serve --port 8080 --open')
    .action(async (options) => (await import('./serve.ts')).runServe(options))
  withTypedLimits(withGraph(program.command('mcp')))
    .description('Serve the graph to assistants by the Model Context Protocol, on standard input and output.')
    .option('--http', 'serve streamable HTTP at /mcp instead ("papergraph serve" does so too)')
    .option('--port <number>', 'with --http: the port; 0 takes any that is free (4174)', port)
    .option(
      '--host <address>',
      'with --http: the address to listen on; anything but loopback needs a token (127.0.0.1)',
    )
    .option('--token-file <file>', 'with --http: a file that holds the token (else PAPERGRAPH_TOKEN)')
    .option('--log <file>', 'with --http: add a line of JSON for each request to this file')
    .addHelpText(
      'after',
      `
An assistant starts it by itself when its settings say so:
  ${JSON.stringify({ mcpServers: { papergraph: { command: process.execPath, args: [process.argv[1], 'mcp'] } } })}

Example:
  papergraph mcp --http --port 0`,
    )
    .action(async (options) => (await import('./mcp.ts')).runMcp(options))
}

const withTypedLimits = (command: Command): Command =>
  command
    .option(
      '--query-timeout <seconds>',
      'the longest that typed Cypher may run',
      positive,
      CYPHER_DEFAULTS.timeoutMs / 1000,
    )
    .option('--query-rows <count>', 'the most rows that typed Cypher may give', wholePositive, CYPHER_DEFAULTS.maxRows)
    .addOption(memoryOption('--query-memory <MB>'))

function positive(text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new InvalidArgumentError('It must be a number above 0.')
  return value
}

function wholePositive(text: string): number {
  const value = positive(text)
  if (!Number.isInteger(value)) throw new InvalidArgumentError('It must be a whole number above 0.')
  return value
}

function memoryOption(flags = '--memory <MB>'): Option {
  const words = 'the memory that typed Cypher may take beyond the open graph'
  return new Option(flags, words).argParser(wholePositive).default(QUERY_MEMORY_BYTES / MEGABYTE)
}

function port(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65535)
    throw new InvalidArgumentError('It must be a whole number from 0 to 65535.')
  return value
}
