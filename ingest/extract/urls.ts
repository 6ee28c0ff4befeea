import type { Field, TypedMention } from '../extraction.ts'
import type { Document, MentionProducer } from './extractor.ts'

/** Hosts that are written without a scheme, because everybody knows them. */
const BARE_HOSTS =
  '(?:www\\.)?(?:github\\.com|gitlab\\.com|bitbucket\\.org|huggingface\\.co|codeberg\\.org|zenodo\\.org|osf\\.io|kaggle\\.com|sites\\.google\\.com|[a-z0-9-]+\\.github\\.io|gitee\\.com|figshare\\.com|dropbox\\.com|drive\\.google\\.com|doi\\.org|aka\\.ms|bit\\.ly|anonymous\\.4open\\.science|modelscope\\.cn|[a-z0-9-]+\\.readthedocs\\.io|colab\\.research\\.google\\.com)'
const URL_CHARACTERS = '(?:[^\\s<>"“”‘’`|\\\\^{}\\[\\]，。；、）（]|\\\\(?=[_%#&~]))'
const ADDRESS = new RegExp(
  `(?:https?: ?// ?${URL_CHARACTERS}+|www\\.[a-z0-9-]+\\.[a-z]${URL_CHARACTERS}+|(?<![\\w./@-])${BARE_HOSTS}/${URL_CHARACTERS}+|(?<![\\w./@-])[a-z0-9-]+\\.github\\.io(?!\\w|\\.\\w))`,
  'giu',
)
/** Closing marks and stops that belong to the sentence. */
const TAIL = /(?:[.,;:!?'*]|&gt;|\$)+$/

/** Web addresses of code, data, weights and project pages. */
export const urlProducer: MentionProducer = { name: 'urls', mentions: urlMentions }

function urlMentions({ paper }: Document): TypedMention[] {
  return (['title', 'abstract'] as const).flatMap((field) => addresses(field, paper[field]))
}

function addresses(field: Field, text: string): TypedMention[] {
  const mentions: TypedMention[] = []
  for (const { index, 0: raw } of text.matchAll(ADDRESS)) {
    const start = index
    const end = addressEnd(text, start, start + raw.length)
    const surface = text.slice(start, end)
    if (repoName(surface).includes('.'))
      mentions.push({ type: 'repo', field, start, end, surface, rule: 'url', confidence: 1 })
  }
  return mentions
}

function addressEnd(text: string, start: number, found: number): number {
  let end = start + trimmed(text.slice(start, found)).length
  // A line break in the source leaves a space after a slash: "https://github.com/ owner/name".
  const rest = /^ ([\w.-]+(?:\/[\w.-]+)*)/.exec(text.slice(end, end + 200))
  const address = text.slice(start, end)
  if (
    rest?.[1] &&
    address.endsWith('/') &&
    isUnfinished(address) &&
    !/^[A-Z]?[a-z]+$/.test(rest[1].split('/')[0] ?? '')
  )
    end += 1 + trimmed(rest[1]).length
  return end
}

/** An address of a code host that ends before its owner or its repository. */
function isUnfinished(address: string): boolean {
  const [host = '', owner = ''] = repoName(address).split('/')
  return /^(?:github\.com|gitlab\.com|huggingface\.co)$/i.test(host) && owner === ''
}

function trimmed(raw: string): string {
  let address = raw
  for (;;) {
    const before = address
    address = address.replace(TAIL, '')
    // A bracket that was opened outside closes outside.
    if (address.endsWith(')') && count(address, ')') > count(address, '(')) address = address.slice(0, -1)
    if (address === before) return address
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

/** A URL as a name: without scheme, "www." and trailing slash or full stop; a space from a line break is closed up. */
export function repoName(surface: string): string {
  return surface
    .replace(/\s+|\\(?=[_%#&~])/g, '')
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/.]+$/, '')
}
