import type { ExportGraph } from './graph.ts'
import { publicationOf, type Reference, referencePages } from './papers.ts'

// CSL-JSON 1.0.2: https://github.com/citation-style-language/schema, schemas/input/csl-data.json. Zotero and pandoc read it.

/** The papers of a graph as a CSL-JSON array, in the order of their ids. */
export async function* cslJson(graph: ExportGraph): AsyncGenerator<string> {
  yield '['
  let before = '\n'
  for await (const papers of referencePages(graph)) {
    yield before + papers.map((paper) => JSON.stringify(cslItem(paper))).join(',\n')
    before = ',\n'
  }
  yield '\n]\n'
}

const TYPES = { article: 'article-journal', paper: 'paper-conference', preprint: 'article' } as const

function cslItem(paper: Reference): object {
  const { id, title, abstract, authors, venue, url, doi, arxiv } = paper
  const issued = issuedOf(paper)
  return {
    id,
    type: TYPES[publicationOf(paper)],
    title,
    ...(authors.length === 0 ? {} : { author: authors.map(cslName) }),
    ...(issued === undefined ? {} : { issued }),
    ...(venue === undefined ? {} : { 'container-title': venue }),
    ...(abstract === undefined ? {} : { abstract }),
    ...(doi === undefined ? {} : { DOI: doi }),
    ...(arxiv === undefined ? {} : { number: `arXiv:${arxiv}`, publisher: 'arXiv' }),
    ...(url === undefined ? {} : { URL: url }),
  }
}

function issuedOf({ published, year }: Reference): { 'date-parts': number[][] } | undefined {
  const day = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(published ?? '')
  if (day !== null)
    return {
      'date-parts': [
        day
          .slice(1)
          .filter((part) => part !== undefined)
          .map(Number),
      ],
    }
  return year === undefined ? undefined : { 'date-parts': [[year]] }
}

const PARTICLES = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|zu|zur|al|el|bin|ibn)$/
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i

/** "Ludwig van Beethoven Jr." in its parts: given "Ludwig", family "van Beethoven", suffix "Jr."; one word is a name of its own. */
export function cslName(name: string): { family: string; given: string; suffix?: string } | { literal: string } {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  const suffix = words.length > 2 && SUFFIX.test(last) ? words.pop() : undefined
  let start = words.length - 1
  while (start > 1 && PARTICLES.test(words[start - 1] ?? '')) start -= 1
  if (start < 1) return { literal: name }
  const parts = { family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') }
  return suffix === undefined ? parts : { ...parts, suffix }
}
