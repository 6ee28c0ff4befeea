import { PapergraphError } from '../errors.ts'
import {
  applyCuration,
  type CurateReport,
  decide,
  type ListedDecision,
  listDecisions,
  type NewDecision,
  undo,
} from '../ingest/load/curate.ts'
import { hasGraph } from '../ingest/load/folder.ts'
import { type Decision, describeDecision, describeThing } from '../ingest/resolve/decisions.ts'
import { type AnchoredThing, anchorOf } from '../queries/anchor.ts'
import { dataFolder } from './data-folder.ts'
import { openGraph } from './graph.ts'
import { sayCuration, type WriteOptions, writeBase, writtenWords } from './ingest.ts'
import { cell, plural, print, say } from './output.ts'

export interface CurateCommandOptions extends WriteOptions {
  note?: string
  dryRun?: boolean
}

/** Makes a decision about one thing or two, as a person names them. */
export async function runDecide(
  kind: Decision['kind'],
  words: string[],
  options: CurateCommandOptions,
  type?: NewDecision['type'],
): Promise<void> {
  const data = dataFolder(options.data)
  const found = hasGraph(data) ? await anchors(words, options) : []
  const paper = found.find(({ surface }) => surface === undefined)
  if (paper !== undefined && kind !== 'hide')
    throw new PapergraphError('usage', `${paper.paper} is a paper; name a thing in it as "${paper.paper}#WORDS".`)
  if (!options.json) for (const thing of found) say(describeAnchor(thing))
  const made: NewDecision = {
    kind,
    things: found.map(({ paper: id, surface }) => ({ paper: id, ...(surface === undefined ? {} : { surface }) })),
    ...(type === undefined ? {} : { type }),
    ...(options.note ? { note: options.note } : {}),
  }
  const base = await writeBase(options)
  const report = await decide(made, { ...base, today: today(), isTrial: options.dryRun === true })
  sayCuration(report)
  if (options.json) print(JSON.stringify(report))
  else print(decidedWords(report, found, options.dryRun === true))
}

export async function runUndo(id: string, options: CurateCommandOptions): Promise<void> {
  const base = await writeBase(options)
  const report = await undo(id, { ...base, today: today() })
  sayCuration(report)
  if (options.json) print(JSON.stringify(report))
  else print(cell(`Taken back: ${describeDecision(report.decision)}${writtenWords(report)}.`))
}

export async function runApply(options: WriteOptions): Promise<void> {
  const report = await applyCuration(await writeBase(options))
  sayCuration(report)
  const applied = report.decisions.filter(({ reason }) => reason === undefined).length
  if (options.json) print(JSON.stringify(report))
  else print(`${applied} of ${report.decisions.length} decisions applied${writtenWords(report)}.`)
}

export function runList(options: WriteOptions): void {
  const listed = listDecisions(dataFolder(options.data))
  if (options.json) {
    print(JSON.stringify(listed))
    return
  }
  for (const { line, reason } of listed.problems) say(cell(`papergraph: ${listed.path}, line ${line} ${reason}.`))
  if (listed.decisions.length === 0) say('No decisions yet. "papergraph curate --help" says which there are.')
  for (const decision of listed.decisions) print(cell(listedWords(decision)))
}

async function anchors(words: string[], options: CurateCommandOptions): Promise<AnchoredThing[]> {
  const { reader } = await openGraph({ ...options, search: 'when-asked' })
  try {
    const found: AnchoredThing[] = []
    for (const word of words) found.push(await anchorOf(word, reader))
    return found
  } finally {
    await reader.close()
  }
}

function describeAnchor({ node, ...thing }: AnchoredThing): string {
  if (node === undefined) return cell(`${describeThing(thing)}: on no node by just these words`)
  const papers = node.papers === null ? '' : `, ${plural(node.papers, 'paper')}`
  const named = thing.surface === undefined ? '' : `, named by ${describeThing(thing)}`
  return cell(`${node.label} (${node.id}): ${node.type}${papers}, ${plural(node.degree, 'relationship')}${named}`)
}

function decidedWords(report: CurateReport, found: AnchoredThing[], isTrial: boolean): string {
  const { decision, outcome } = report
  const happened = cell(`${isTrial ? 'Would be decided' : 'Decided'}: ${describeDecision(decision)}.`)
  if (isTrial) return [happened, cell(effect(decision, outcome.nodes, found, true))].join('\n')
  return [
    happened,
    cell(`${effect(decision, outcome.nodes, found, false)}${writtenWords(report)}.`),
    `Take it back with: papergraph curate undo ${decision.id}`,
  ].join('\n')
}

function effect(decision: Decision, nodes: string[], found: AnchoredThing[], isTrial: boolean): string {
  const [a = '', b = ''] = nodes
  const wasOne = found[0]?.node !== undefined && found[0].node.id === found[1]?.node?.id
  const be = isTrial ? 'would be' : 'is'
  switch (decision.kind) {
    case 'same':
      return wasOne
        ? `They are one already (${a}), and no later ingest parts them`
        : `Both ${isTrial ? 'would be' : 'are'} ${a} now`
    case 'different':
      return wasOne
        ? `${a} and ${b} ${isTrial ? 'would be' : 'are'} two now`
        : `${a} and ${b} are two already, and no later ingest joins them`
    case 'type':
      return `${a} ${be} a ${decision.type} now`
    default:
      return `${a} ${be} hidden now, its evidence is kept`
  }
}

function listedWords(decision: ListedDecision): string {
  const { id, date, state, reason, note, nodes } = decision
  const what =
    state === 'waiting' ? 'waiting for the next ingest' : reason === undefined ? state : `${state}: ${reason}`
  const on = state === 'applied' && decision.kind !== 'hide' ? ` (${[...new Set(nodes)].join(', ')})` : ''
  return `${id}  ${date || 'no date   '}  ${describeDecision(decision)}${note ? ` — ${note}` : ''}  [${what}${on}]`
}

const today = (): string => new Date().toISOString().slice(0, 10)
