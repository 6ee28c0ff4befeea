/**
 * `npm run bench`: the extractor's speed beside compromise's, its memory and its start. `npm run bench -- evidence` checks the
 * evidence of every paper, `npm run bench -- linear` how time grows with length, `npm run bench -- typed` what hostile typed
 * Cypher costs, `npm run bench -- api` what the HTTP API adds to the engine, `npm run bench -- neo4j` what writing at once and range
 * indexes gain there, `npm run bench -- scale` ingest, memory, questions and search at the size of the whole corpus on both stores,
 * `npm run bench -- export FOLDER` what an export takes in memory, `npm run bench -- clients` two hundred clients of the server for
 * a minute, `npm run bench -- browser` the view in Chromium beside plain Sigma (typed, api, scale, export, clients and browser need
 * the built program). Each ends with status 1 when it falls short.
 * The corpus of 100,000 papers is used where it is beside the repository, else the bundled sample.
 */
import { argv } from 'node:process'
import { hasCorpus } from '../extract/corpus.ts'
import { measureApi } from './api.ts'
import { compareBrowser } from './browser.ts'
import { holdClients } from './clients.ts'
import { checkEvidence } from './evidence.ts'
import { measureExport } from './export.ts'
import { checkGrowth } from './linear.ts'
import { compareNeo4j } from './neo4j.ts'
import { checkScale } from './scale.ts'
import { compareSpeed } from './speed.ts'
import { measureTyped } from './typed.ts'

const SUITES: Record<string, (words: string[]) => Promise<boolean>> = {
  speed: compareSpeed,
  api: measureApi,
  evidence: checkEvidence,
  linear: checkGrowth,
  typed: measureTyped,
  neo4j: compareNeo4j,
  scale: checkScale,
  export: measureExport,
  clients: holdClients,
  browser: compareBrowser,
}

const name = argv[2] ?? 'speed'
const suite = SUITES[name]
if (suite === undefined) {
  console.error(`bench: no suite ${name}; there are ${Object.keys(SUITES).join(', ')}`)
  process.exitCode = 2
} else {
  console.log(`${name}, on ${hasCorpus ? 'the corpus' : 'the bundled sample'}, Node ${process.version}`)
  process.exitCode = (await suite(argv.slice(3))) ? 0 : 1
}
