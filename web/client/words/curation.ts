import type { NodeType } from '../../api.ts'
import type { Decision } from '../openapi.ts'

const quoted = (text: string): string => `“${text}”`
const count = (value: number): string => value.toLocaleString('en')

/** What the things of a decision are called: as somebody saw them, else by the words that name them. */
const namesOf = ({ names, things }: Decision): string[] =>
  things.map(({ words, paper }, at) => names[at] ?? words ?? paper)

/** "“BERT” and “B.E.R.T.” are one" */
function says(decision: Decision): string {
  const [first = '', second = ''] = namesOf(decision).map(quoted)
  const [one, other] = decision.things
  switch (decision.kind) {
    case 'same':
      return `${first} and ${second} are one`
    case 'different':
      // The same name twice says nothing: where it stands does.
      return first === second
        ? one?.words === other?.words
          ? `${first} in ${one?.paper} is not the one in ${other?.paper}`
          : `${quoted(one?.words ?? '')} is not ${quoted(other?.words ?? '')}`
        : `${first} and ${second} are not one`
    case 'type':
      return `${first} is a ${decision.type}`
    default:
      return `${first} is hidden`
  }
}

const STAGES: Record<string, string> = {
  extracting: 'reading what the papers name',
  resolving: 'joining names',
  'writing concepts': 'writing what is named',
  'writing papers': 'writing papers',
}

export const curationWords = {
  title: 'Decisions',
  open: 'Curate',
  same: 'Same as…',
  sameHint: 'type the other one’s name and choose it',
  sameLabel: (name: string) => `${name} is the same as`,
  notSame: 'Not the same as it',
  notSameAlias: (alias: string) => `${alias} is not the same`,
  notHere: 'Something else here',
  notHereHint: (name: string) => `What this paper means is not ${quoted(name)}.`,
  notHereTitle: (paper: string) => `What ${paper} means is something else`,
  wrongType: 'Wrong type? It is a',
  wrongTypeOf: (name: string) => `Wrong relationship, since ${quoted(name)} is a`,
  types: { method: 'Method', model: 'Model', benchmark: 'Benchmark', topic: 'Topic' } as Record<string, string>,
  hide: (type: NodeType) => (type === 'paper' ? 'Hide this paper' : 'Hide it'),
  hideHint: 'It leaves the graph; what the papers say is kept.',
  hideNamed: (name: string) => `Hide ${quoted(name)}`,
  areOne: 'These are one',
  areOneHint: 'No variants: two names of one thing.',
  areNotOne: 'These are not one',
  all: (value: number) => (value === 0 ? 'Decisions' : `Decisions (${count(value)})`),
  none: 'No decisions yet. Choose “Curate” beside a node or a relationship to say what is one thing, what it is, or what to hide.',
  says,
  state: {
    queued: 'Pending: next in line',
    applying: 'Pending: the graph is being made anew with it',
    applied: 'The graph has it',
    undoing: 'Being taken back',
    waiting: 'In the file, not yet in the graph',
    refused: 'In the file, but it cannot be applied',
    failed: 'Not applied',
  } as Record<Decision['state'], string>,
  decided: (date: string | undefined) => (date === undefined || date === '' ? '' : `decided on ${date}`),
  undo: 'Undo',
  undoLabel: (said: string) => `Undo: ${said}`,
  keep: 'Keep it',
  again: 'Try again',
  drop: 'Drop it',
  apply: 'Apply them',
  waitingLines: (value: number) =>
    `${count(value)} ${value === 1 ? 'decision was' : 'decisions were'} written by hand and ${value === 1 ? 'is' : 'are'} not in the graph yet.`,
  badLine: (line: number, reason: string) => `Line ${line} of curation.jsonl ${reason}.`,
  pending: (value: number) => `${count(value)} ${value === 1 ? 'decision is' : 'decisions are'} pending`,
  working: (stage: string | undefined) =>
    stage === undefined ? 'The graph is being made anew…' : `The graph is being made anew: ${STAGES[stage] ?? stage}…`,
  applied: (said: string) => `${said} now.`,
  takenBack: (said: string) => `Taken back: ${said}.`,
  about: 'Decided about it',
  asked: 'One moment…',
  show: 'All decisions',
  dismiss: 'Dismiss',
}
