import type { Command } from 'commander'

const STORE = 'where the graph is: "embedded" (in the data folder), or bolt://, neo4j:// or neo4j+s://user@host:7687'

/** One megabyte, as memory is counted. */
export const MEGABYTE = 2 ** 20

/** The option that says which data folder is meant. */
export const withData = (command: Command): Command =>
  command.option('--data <folder>', 'the data folder (else PAPERGRAPH_DATA, else ./data in a clone)')

/** The options that say which graph is meant. */
export const withGraph = (command: Command): Command =>
  withData(command)
    .option('--store <store>', STORE, 'embedded')
    .option('--database <name>', 'the Neo4j database (else NEO4J_DATABASE, else the server’s default)')

/** An option that may be given several times. */
export const collected = (word: string, before: string[] = []): string[] => [...before, word]
