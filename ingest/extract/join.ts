import type { Entity, EntityType, Mention, TypedMention } from '../extraction.ts'
import { type Analysis, analyse, type Candidate } from './candidates.ts'
import type { Document } from './extractor.ts'
import { foldKey } from './fold.ts'
import { roleOf } from './roles.ts'
import { aliasNames } from './tables.ts'
import { tailForms } from './tail-forms.ts'
import { repoName } from './urls.ts'

/** Words that a name may carry or drop: "CIFAR-10 dataset" is CIFAR-10. */
const KIND_WORDS =
  /(?<=.{2})(?:algorithm|approach|architecture|benchmark|corpora|corpus|dataset|environment|family|framework|method|model|objective|suite|system|technique|task|toolkit|library|loss)$/

/** All mentions of one paper as entities: spellings, acronym and expansion, and known aliases are one thing. */
export function joinMentions(document: Document, mentions: TypedMention[]): Entity[] {
  const analysis = analyse(document)
  const groups = new Map<string, TypedMention[]>()
  const keyOf = rootKeys(analysis, mentions)
  for (const mention of mentions) {
    const key =
      mention.type === 'repo'
        ? `repo ${repoName(mention.surface)
            .toLowerCase()
            .replace(/\.git$/, '')}`
        : keyOf(mention)
    const group = groups.get(key)
    if (group) group.push(mention)
    else groups.set(key, [mention])
  }
  return [...groups.values()].map((group) => entityOf(document, group)).sort((a, b) => place(a) - place(b))
}

function place({ mentions: [first] }: Entity): number {
  return first ? (first.field === 'title' ? 0 : 1e9) + first.start : 0
}

/** Whether a paper's two candidates are joined into one thing without any judgement. */
export function isSameThing(one: Candidate, other: Candidate): boolean {
  if (one.short === other.key || one.long === other.key || one.key === other.key) return true
  const [a, b] = [one.key, other.key].map((key) => (aliasNames().get(key) ?? key).replace(KIND_WORDS, ''))
  return a === b
}

/** Maps a mention to the key of its thing, by union of keys that are known to mean one thing. */
function rootKeys(analysis: Analysis, mentions: TypedMention[]): (mention: TypedMention) => string {
  const parents = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up
    return at
  }
  const union = (a: string, b: string): void => {
    const [x, y] = [root(a), root(b)]
    if (x !== y) parents.set(y, x)
  }
  for (const candidate of analysis.candidates.values()) if (candidate.long) union(candidate.long, candidate.key)
  const keys = new Set(mentions.filter((mention) => mention.type !== 'repo').map((mention) => foldKey(mention.surface)))
  for (const key of keys) {
    const name = aliasNames().get(key)
    if (name !== undefined) union(name, key)
    const bare = key.replace(KIND_WORDS, '')
    if (bare !== key && keys.has(bare)) union(bare, key)
  }
  return (mention) => root(foldKey(mention.surface))
}

function entityOf(document: Document, group: TypedMention[]): Entity {
  const sums = new Map<EntityType, number>()
  for (const { type, confidence } of group) sums.set(type, Math.max(sums.get(type) ?? 0, confidence))
  const [[type] = ['method'], ...others] = [...sums].sort((a, b) => b[1] - a[1]) as [EntityType, number][]
  const mentions = inOrder(group)
  const spellings = surfaces(mentions)
  const name = type === 'repo' ? repoName(spellings[0] ?? '') : (spellings[0] ?? '')
  const confidence = Math.max(...group.filter((mention) => mention.type === type).map((mention) => mention.confidence))
  return {
    type: type as EntityType,
    name,
    aliases: type === 'repo' ? latexForms(spellings) : otherForms(document, type as EntityType, spellings, mentions),
    also: others.map(([other]) => other),
    role: type === 'topic' ? 'uses' : roleOf(document, type as EntityType, mentions),
    confidence,
    mentions,
  }
}

/** Every form of a thing but its name: what else the paper calls it, alone, with its acronym, with the word for its kind. */
function otherForms(document: Document, type: EntityType, spellings: string[], mentions: Mention[]): string[] {
  const forms = new Set([
    ...spellings,
    ...bracketForms(document, mentions),
    ...tailForms(document.paper, type, mentions),
  ])
  return [...forms].slice(1)
}

/** "Group Relative Policy Optimization (GRPO)": the two halves as they stand together are a form of the name, too. */
function bracketForms(document: Document, mentions: Mention[]): string[] {
  const forms = new Set<string>()
  for (const [at, { field, start, end }] of mentions.entries()) {
    const next = mentions[at + 1]
    if (next?.field !== field || next.start < end || next.start > end + 3) continue
    const text = document.paper[field]
    if (/^ ?\($/.test(text.slice(end, next.start)) && text[next.end] === ')') forms.add(text.slice(start, next.end + 1))
  }
  return [...forms]
}

/** An address in LaTeX has a backslash before "_" and "#": the spelling of the source is an alias. */
function latexForms(spellings: string[]): string[] {
  return spellings.filter((spelling) => spelling.includes('\\'))
}

/** Mentions without their types, title first, one for each place. */
function inOrder(group: TypedMention[]): Mention[] {
  const sorted = [...group].sort(
    (a, b) =>
      Number(a.field === 'abstract') - Number(b.field === 'abstract') ||
      a.start - b.start ||
      b.end - a.end ||
      b.confidence - a.confidence,
  )
  return sorted
    .filter((mention, at) => {
      const before = sorted[at - 1]
      return before?.field !== mention.field || before.start !== mention.start || before.end !== mention.end
    })
    .map(({ type: _, ...mention }) => mention)
}

/** The spellings of a thing, the one that stands most often in the abstract first. */
function surfaces(mentions: Mention[]): string[] {
  const counts = new Map<string, number>()
  for (const { surface, field } of mentions)
    counts.set(surface, (counts.get(surface) ?? 0) + (field === 'abstract' ? 2 : 1))
  return [...counts].sort((a, b) => b[1] - a[1]).map(([surface]) => surface)
}
