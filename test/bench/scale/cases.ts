import type { CatalogueEntry, CatalogueParameter } from '../../../queries/catalogue.ts'
import { loadCatalogue } from '../../../queries/catalogue.ts'
import type { RawParameters } from '../../../queries/reader.ts'
import { ARGUMENT_KINDS, type ArgumentKind, type Arguments } from './arguments.ts'

/** One question of the catalogue with the arguments of one kind that it is asked with, one after the other. */
export interface Case {
  query: string
  kind: ArgumentKind | 'none'
  asked: RawParameters[]
}

/** Ids in a list, as many as an open view holds. */
const IDS_IN_A_LIST = 50

/** Every question of the catalogue with every kind of argument; without parameters that name a node, once. */
export function catalogueCases(known: Arguments): Case[] {
  return loadCatalogue()
    .list()
    .flatMap((entry): Case[] => {
      if (entry.name === 'edge') return [{ query: 'edge', kind: 'hub', asked: known.edges }]
      if (!entry.parameters.some(namesNodes)) return [{ query: entry.name, kind: 'none', asked: [{}] }]
      return ARGUMENT_KINDS.map((kind) => ({ query: entry.name, kind, asked: askedOf(entry, known, kind) }))
    })
}

function askedOf(entry: CatalogueEntry, known: Arguments, kind: ArgumentKind): RawParameters[] {
  const first = entry.parameters.find(namesNodes)
  if (first === undefined) return [{}]
  const count = kind === 'hub' ? 1 : idsFor(first, known, kind).length
  return Array.from({ length: count }, (_, turn) => {
    const given: RawParameters = {}
    let place = turn
    for (const parameter of entry.parameters) {
      const ids = idsFor(parameter, known, kind)
      if (!namesNodes(parameter)) continue
      // A second node is the next one.
      given[parameter.name] =
        parameter.type === 'strings'
          ? manyIds(parameter, known, kind).slice(0, IDS_IN_A_LIST)
          : ids[place++ % ids.length]
    }
    return given
  })
}

function namesNodes({ name, idOf, type, default: fallback }: CatalogueParameter): boolean {
  return (
    idOf !== undefined || (type === 'strings' && fallback === undefined && /^(ids|papers|concepts|nodes)$/.test(name))
  )
}

function idsFor({ name, idOf }: CatalogueParameter, known: Arguments, kind: ArgumentKind): string[] {
  if (idOf === 'paper') return known.paper[kind]
  if (name === 'benchmark' || name === 'topic' || name === 'method' || name === 'model') return known[name][kind]
  return known.concept[kind]
}

function manyIds({ idOf }: CatalogueParameter, known: Arguments, kind: ArgumentKind): string[] {
  if (idOf === 'paper') return known.paper[kind]
  if (idOf === 'concept') return known.concept[kind]
  const { paper, concept, benchmark, method, model, topic } = known
  return [paper, concept, benchmark, method, model, topic].flatMap((picks) =>
    ARGUMENT_KINDS.flatMap((one) => picks[one]),
  )
}

/** What is typed into the search field, letter by letter and as a whole, with slips and in other scripts. */
export const SEARCHES: Readonly<Record<string, readonly string[]>> = {
  'as you type': [
    't',
    'tr',
    'tra',
    'trans',
    'transf',
    'transformer',
    'b',
    'be',
    'ber',
    'bert',
    'im',
    'image',
    'imagen',
  ],
  names: ['imagenet', 'GPT-4', 'graph neural network', 'retrieval augmented generation', 'squad 2.0', 'resnet-50'],
  fuzzy: ['transfromer', 'imagnet', 'resnett', 'reinforcment learning', 'difusion', 'cifr-10', 'converlutional'],
  words: ['low resource speech', 'protein structure prediction', 'sparse attention long context', 'yoshua bengio'],
  abstracts: ['dysarthric', 'catastrophic forgetting mitigation', 'hyperspectral unmixing', 'monocular depth'],
  Chinese: ['中文', '图神经网络', '机器翻译', '学'],
  nothing: ['zzqxv', 'qqqqqqqqqqqq', '%%%', 'wxyzzy plugh'],
}
