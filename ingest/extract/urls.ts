import type { Field, TypedMention } from '../extraction.ts'
import type { Document, MentionProducer } from './extractor.ts'
import { addressEnd } from './url-ends.ts'

/** Hosts that are known in any case, and that a preposition may be glued to ("atgithub.com/owner/name"). */
const CODE_HOSTS =
  'github\\.com|gitlab\\.com|bitbucket\\.org|huggingface\\.co|codeberg\\.org|aka\\.ms|youtu\\.be|anonymous\\.4open\\.science'
/** Ends of host names that are no English words and no file endings: with a path behind them they are addresses anywhere. */
const SURE_ENDS =
  'com|org|net|edu|gov|io|ai|co|dev|app|info|eu|uk|de|fr|ch|nl|es|se|fi|dk|pl|cz|pt|ie|cn|jp|kr|tw|hk|sg|au|ca|br|ru|ac\\.[a-z]{2}|edu\\.[a-z]{2}|gl|ly|science|xyz'
/** Ends that may be a word after a missing space ("the text.In this paper"): only where the words before say that an address comes. */
const UNSURE_ENDS = 'me|in|it|at|is|be|to|us|no|cc|tv|site|tech|page|online'
/** Words that a missing space glues to a host. */
const GLUED_WORD = 'at|on|in|from|via|here|is'
const LABELS = '(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+'
/** ASCII but for marks that close or quote, an escaped sign of LaTeX, and letters of European languages. */
const URL_CHARACTER = "(?:[!#-&(-;=?-Z_a-z~']|\\\\(?=[_%#&~])|[À-ɏ∼˜])"
/** Not inside of a word, a mail address or a path; after the two slashes of a broken scheme ("htps://") a host may begin. */
const START = '(?<![\\w.@-]|(?<!/)/)'
const ANY_HOST = `${START}(?!(?:${GLUED_WORD})(?:${CODE_HOSTS}))${LABELS}(?:${SURE_ENDS}|${UNSURE_ENDS})`

const ADDRESS = new RegExp(
  [
    `https? ?:? ?/ ?/ ?${URL_CHARACTER}+`,
    `www\\.[a-z0-9-]+\\.[a-z]${URL_CHARACTER}+`,
    `(?:${START}|(?<=\\b(?:${GLUED_WORD})))(?:${CODE_HOSTS})/${URL_CHARACTER}+`,
    `${ANY_HOST}/${URL_CHARACTER}+`,
    `${START}[a-z0-9-]+\\.github\\.io(?!\\w|\\.\\w)`,
    `${ANY_HOST}(?![\\w@-]|\\.\\w)`,
  ].join('|'),
  'giu',
)
/** What authors write before an address that they give without its scheme. */
const CUE =
  /\b(?:(?:available|accessible|accessed|found|hosted|released|posted|online)\b.{0,12}\b(?:at|here|under|via|from)|(?:website|web ?page|project page|homepage|demo)\b.{0,24}(?:\bat|\bis|:)):? ?$/i
/** Sites of many, which are no address of anything until a path follows. */
const SITES =
  /^(?:github|gitlab|bitbucket|huggingface|zenodo|kaggle|arxiv|youtube|figshare|osf|reddit|twitter|x|amazon|google|clinicaltrials)\.(?:com|org|co|io|gov)$/i

/** Web addresses of code, data, weights and project pages. */
export const urlProducer: MentionProducer = { name: 'urls', mentions: urlMentions }

function urlMentions({ paper }: Document): TypedMention[] {
  return (['title', 'abstract'] as const).flatMap((field) => addresses(field, paper[field]))
}

function addresses(field: Field, text: string): TypedMention[] {
  const mentions: TypedMention[] = []
  // Every address has two slashes or a host's name: most texts have neither, and need no closer look.
  if (!/\/ ?\/|[a-z0-9]\.[a-z]{2}/i.test(text)) return mentions
  for (const { index: start, 0: raw } of text.matchAll(ADDRESS)) {
    const end = addressEnd(text, start, start + raw.length)
    const surface = text.slice(start, end)
    if (isAddress(text.slice(Math.max(0, start - 60), start), surface))
      mentions.push({ type: 'repo', field, start, end, surface, rule: 'url', confidence: 1 })
  }
  return mentions
}

const STATED = /^(?:https?\b|www\.)/i
const KNOWN_HOST = new RegExp(`^(?:${CODE_HOSTS})/.|^[a-z0-9-]+\\.github\\.io\\b`, 'i')
const SURE_HOST = new RegExp(`^${LABELS}(?:${SURE_ENDS})$`)
const UNSURE_HOST = new RegExp(`^${LABELS}(?:${UNSURE_ENDS})$`)

function isAddress(before: string, surface: string): boolean {
  const name = repoName(surface)
  if (STATED.test(surface)) return /[^./]\.[^./]/.test(name)
  if (KNOWN_HOST.test(surface)) return true
  const [host = '', ...path] = name.split('/')
  // "Amazon.com/Yelp.com" and "NOTAI.AI" name things; addresses are written small.
  if (path.length > 0 && SURE_HOST.test(host)) return true
  return (SURE_HOST.test(host) || UNSURE_HOST.test(host)) && CUE.test(before) && (path.length > 0 || !SITES.test(host))
}

/** A URL as a name: without scheme, "www." and trailing slash or full stop; a space from a line break is closed up. */
export function repoName(surface: string): string {
  return surface
    .replace(/\s+|\\(?=[_%#&~])/g, '')
    .replace(/^https?:?\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/.]{1,9}$/, '')
}
