import { createHash } from 'node:crypto'

/** What a record says about itself, as far as it tells papers apart. */
export interface Identifiers {
  title: string
  id?: string | undefined
  doi?: string | undefined
  eprint?: string | undefined
  url?: string | undefined
}

const NEW_ARXIV = String.raw`\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}`
const OLD_ARXIV = String.raw`[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?/\d{7}`
const ARXIV_ID = new RegExp(`^(?:arxiv:\\s*)?(${NEW_ARXIV}|${OLD_ARXIV})(?:v\\d+)?$`, 'i')
const ARXIV_URL = new RegExp(
  `^(?:https?:)?//(?:[\\w-]+\\.)*(?:arxiv\\.org/(?:abs|pdf|html|format|ps)|(?:huggingface|hf)\\.co/papers|alphaxiv\\.org/abs)/(${NEW_ARXIV}|${OLD_ARXIV})(?:v\\d+)?(?:\\.pdf)?/?(?:[?#].*)?$`,
  'i',
)
const ARXIV_DOI = new RegExp(`^10\\.48550/arxiv\\.(${NEW_ARXIV}|${OLD_ARXIV})(?:v\\d+)?$`, 'i')
const DOI = /^(?:doi:\s*|(?:https?:)?\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i
const ACL_ID = /^acl:(\S+)$/i
const ACL_URL = /^(?:https?:)?\/\/(?:www\.)?aclanthology\.org\/([\w.-]+?)(?:\.pdf|\.bib)?\/?(?:[?#].*)?$/i
const OWN_ID = /^[A-Za-z0-9][\w.-]*:(?!\/\/)\S+$/

/**
 * The paper's identity: `arxiv:2506.01939` (without version), `doi:…`, `acl:…`, else the record's own id where it has the
 * form `prefix:rest`, else `title:` and 16 hex digits of the SHA-256 of the folded title.
 */
export function paperId(record: Identifiers): string {
  const places = [record.id, record.eprint, record.url, record.doi].map((place) => place?.trim() ?? '')
  const own = record.id?.trim() ?? ''
  return (
    first(places, arxivId) ??
    first(places, doiId) ??
    first(places, aclId) ??
    (OWN_ID.test(own) ? own : `title:${titleHash(record.title)}`)
  )
}

/** `arxiv:…` of an arXiv id, link or DOI; undefined where the text is none. */
export function arxivId(text: string): string | undefined {
  const found = (ARXIV_ID.exec(text) ?? ARXIV_URL.exec(text) ?? ARXIV_DOI.exec(doiOf(text) ?? ''))?.[1]
  if (found === undefined) return undefined
  // Old ids name the archive; the subject class after it (math.GT/0309136) is decoration.
  return `arxiv:${found.toLowerCase().replace(/\.[a-z]{2}\//, '/')}`
}

/**
 * A title with everything folded away that differs between catalogues: compatibility forms, accents, case, punctuation.
 * Vowel signs of Indic and other scripts stay, because there they are letters in all but name.
 */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/(?=\p{Script=Inherited})\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/(?=\p{Script=Inherited})\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

function titleHash(title: string): string {
  // A title of symbols alone folds to nothing; hashing it as written keeps two such papers apart.
  const folded = foldTitle(title) || title
  return createHash('sha256').update(folded).digest('hex').slice(0, 16)
}

function doiId(text: string): string | undefined {
  const doi = doiOf(text)
  return doi === undefined ? undefined : `doi:${doi}`
}

function doiOf(text: string): string | undefined {
  return DOI.exec(text)?.[1]?.toLowerCase()
}

function aclId(text: string): string | undefined {
  const found = (ACL_ID.exec(text) ?? ACL_URL.exec(text))?.[1]
  return found === undefined ? undefined : `acl:${found}`
}

function first<T>(items: string[], read: (item: string) => T | undefined): T | undefined {
  for (const item of items) {
    const found = read(item)
    if (found !== undefined) return found
  }
  return undefined
}
