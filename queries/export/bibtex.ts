import { createHash } from 'node:crypto'
import type { ExportGraph } from './graph.ts'
import { latexText } from './latex-text.ts'
import { publicationOf, type Reference, referencePages } from './papers.ts'

// BibTeX: Patashnik 1988, "BibTeXing" (https://ctan.org/pkg/bibtex), with the fields eprint and archivePrefix as arXiv gives them
// (https://info.arxiv.org/help/hypertex/bibstyles/).

/** The papers of a graph as BibTeX entries, in the order of their ids. */
export async function* bibtex(graph: ExportGraph): AsyncGenerator<string> {
  for await (const papers of referencePages(graph)) yield papers.map(entry).join('')
}

function entry(paper: Reference): string {
  const kind = publicationOf(paper)
  const { title, authors, year, venue, url, doi, arxiv, abstract } = paper
  const fields: [string, string | undefined][] = [
    ['author', authors.length === 0 ? undefined : authors.map(authorText).join(' and ')],
    // Braces keep the capitals of names; styles lower all others.
    ['title', `{${latexText(title)}}`],
    [kind === 'article' ? 'journal' : kind === 'paper' ? 'booktitle' : 'howpublished', venue && latexText(venue)],
    ['year', year === undefined ? undefined : String(year)],
    ['doi', doi && verbatim(doi)],
    ['eprint', arxiv && verbatim(arxiv)],
    ['archivePrefix', arxiv && 'arXiv'],
    ['url', url && verbatim(url)],
    ['abstract', abstract && latexText(abstract)],
  ]
  const type = { article: 'article', paper: 'inproceedings', preprint: 'misc' }[kind]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : `  ${name} = {${value}},\n`,
  )
  return `@${type}{${citationKey(paper.id)},\n${lines.join('')}}\n\n`
}

/** The paper's id, as far as a key may hold it; with a piece of its hash where it may not, so that no two are one. */
export function citationKey(id: string): string {
  const key = id.replace(/[^A-Za-z0-9:./+-]/g, '-')
  return key === id ? key : `${key}-${createHash('sha256').update(id).digest('hex').slice(0, 8)}`
}

// A name that BibTeX would take apart at "and" or at a comma is one piece in braces.
function authorText(name: string): string {
  const text = latexText(name)
  return /\band\b|,/i.test(name) ? `{${text}}` : text
}

// These fields are printed as they stand: nothing is escaped, and what would end the field or the line is written in percents.
const verbatim = (text: string): string => text.replace(/[{}\\"\s<>^`|\p{Cc}]/gu, (sign) => encodeURIComponent(sign))
