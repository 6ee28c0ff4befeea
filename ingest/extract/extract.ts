import { createHash } from 'node:crypto'
import type { TypedMention } from '../extraction.ts'
import { prepareDocument } from './document.ts'
import type { Extractor, MentionProducer } from './extractor.ts'
import { joinMentions } from './join.ts'
import { nameProducer } from './names.ts'
import { findScores } from './scores.ts'
import { readTable, TABLE_FILES } from './tables.ts'
import { topicProducer } from './topics.ts'
import { urlProducer } from './urls.ts'

/** Raised with every change of the rules; the checksum of the tables stands behind it. */
const RULES = 'rules-3'

/** What runs unless told otherwise. */
export const DEFAULT_PRODUCERS: readonly MentionProducer[] = [urlProducer, nameProducer, topicProducer]

/**
 * An extractor: PaperRecord in, Extraction out. Pure, and equal records have equal results. The tables are read on first use.
 *
 * @example createExtractor().extract(paper).entities.map((entity) => entity.name)
 */
export function createExtractor(producers: readonly MentionProducer[] = DEFAULT_PRODUCERS): Extractor {
  let version: string | undefined
  const versionOnce = (): string => {
    version ??= versionOf(producers)
    return version
  }
  const hash: Extractor['hash'] = ({ title, abstract }) =>
    createHash('sha256').update(`${title}\n${abstract}`).digest('hex').slice(0, 32)
  return {
    get version() {
      return versionOnce()
    },
    hash,
    extract(paper) {
      const document = prepareDocument(paper)
      const mentions: TypedMention[] = producers.flatMap((producer) => producer.mentions(document))
      const entities = joinMentions(document, mentions)
      return { ...paper, hash: hash(paper), extractor: versionOnce(), entities, scores: findScores(document, entities) }
    },
  }
}

function versionOf(producers: readonly MentionProducer[]): string {
  const sum = createHash('sha256')
  for (const name of TABLE_FILES) sum.update(readTable(name))
  const own = producers === DEFAULT_PRODUCERS ? '' : `-${producers.map((producer) => producer.name).join('+')}`
  return `${RULES}${own}-${sum.digest('hex').slice(0, 8)}`
}
