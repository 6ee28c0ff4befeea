/**
 * One step of the scale bench in a process of its own, so that its memory is its own: `child.js STEP ARGUMENTS-AS-JSON`;
 * prints its figures as one line of JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { openEmbedded } from '../../../queries/store/embedded.ts'
import { pickArguments } from './arguments.ts'
import { askEverything } from './ask.ts'
import { bareLoadEmbedded, bareLoadNeo4j, type Server } from './bare-load.ts'
import { writeRows } from './rows.ts'

/** What the steps need: paths of files, and the server where there is one. */
export interface StepArguments {
  graph: string
  rows: string
  picks: string
  server?: Server
}

const [, , step = '', text = '{}'] = argv
const { graph, rows, picks, server }: StepArguments = JSON.parse(text)

const steps: Record<string, () => Promise<unknown>> = {
  async rows() {
    const store = await openEmbedded(graph, 'read')
    writeFileSync(picks, JSON.stringify(await pickArguments(store)))
    return writeRows(store, rows)
  },
  load: () => (server === undefined ? bareLoadEmbedded(rows, graph) : bareLoadNeo4j(rows, server)),
  async ask() {
    const known = JSON.parse(readFileSync(picks, 'utf8'))
    if (server === undefined) return askEverything({ kind: 'embedded', path: graph, mode: 'read' }, known)
    return askEverything({ kind: 'neo4j', url: server.url, user: 'neo4j', password: server.password }, known, server)
  },
}

const work = steps[step]
if (work === undefined) throw new Error(`child: no step ${step}`)
console.log(JSON.stringify((await work()) ?? {}))
