import { type GraphNode, keyLabel } from '../model.ts'
import type { ExportGraph } from './graph.ts'

/** A paper as a reference manager wants it. Absent is absent, never empty. */
export interface Reference {
  id: string
  title: string
  abstract?: string
  authors: string[]
  year?: number
  /** The day of publication, as far as it is known: 2017, 2017-06 or 2017-06-12. */
  published?: string
  venue?: string
  url?: string
  doi?: string
  /** The number of an arXiv paper, without its version. */
  arxiv?: string
  /** The collection's own name of an ACL paper. */
  acl?: string
}

/** The papers among the nodes of a graph, a page at a time. */
export async function* referencePages({ pages }: ExportGraph): AsyncGenerator<Reference[]> {
  for await (const page of pages) {
    // All nodes come first.
    if (page.kind !== 'nodes') return
    const papers = page.nodes.filter((node) => keyLabel(node) === 'Paper').map(referenceOf)
    if (papers.length > 0) yield papers
  }
}

export function referenceOf({ id, properties }: GraphNode): Reference {
  const text = (name: string): string | undefined => {
    const value = properties[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const { authors, year } = properties
  const found = {
    abstract: text('abstract'),
    year: typeof year === 'number' ? year : undefined,
    published: text('published'),
    venue: text('venue'),
    url: text('url'),
    doi: after(id, 'doi:'),
    arxiv: after(id, 'arxiv:'),
    acl: after(id, 'acl:'),
  }
  return {
    id,
    title: text('title') ?? id,
    authors: Array.isArray(authors) ? authors.map(String) : [],
    ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
  }
}

const after = (id: string, prefix: string): string | undefined =>
  id.startsWith(prefix) ? id.slice(prefix.length) : undefined

const JOURNAL =
  /\b(?:journal|transactions|letters|magazine|review|reviews|annals|proceedings of the national|nature|science|cell|plos|neural computation|pattern recognition|artificial intelligence|tacl|jmlr|tmlr|tpami|pnas)\b/i
const PREPRINT = /^(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|openreview|preprint)\b/i

/** What kind of publication it is, by the name of its venue. */
export function publicationOf({ venue }: Reference): 'article' | 'paper' | 'preprint' {
  if (venue === undefined || PREPRINT.test(venue)) return 'preprint'
  return JOURNAL.test(venue) ? 'article' : 'paper'
}
