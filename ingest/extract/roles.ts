import type { EntityType, Mention, Role } from '../extraction.ts'
import type { Document } from './extractor.ts'
import { foldKey } from './fold.ts'
import { judge } from './judge.ts'

/** What authors say before an address that is not their own. */
const FOREIGN = /\b(?:provided by|their (?:code|website|repository)|from the (?:official|original)|maintained by)\b/i

/** Whether the paper proposes, presents or releases what these mentions name. */
export function roleOf(document: Document, type: EntityType, mentions: Mention[]): Role {
  if (type === 'repo') return repoRole(document, mentions)
  const judgements = judge(document)
  let best = 0
  for (const key of new Set(mentions.map((mention) => foldKey(mention.surface)))) {
    best = Math.max(best, judgements.get(key)?.chances.introduces ?? 0)
  }
  return best >= 0.5 ? 'introduces' : 'uses'
}

function repoRole(document: Document, mentions: Mention[]): Role {
  const isForeign = mentions.every(({ field, start }) =>
    FOREIGN.test(document.paper[field].slice(Math.max(0, start - 100), start)),
  )
  return isForeign ? 'uses' : 'introduces'
}
