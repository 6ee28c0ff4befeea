import type { Extraction } from '../extraction.ts'
import type { GoldRecord, ScoredError } from './scorer.ts'

const ORDER = ['spurious', 'duplicate', 'missed', 'role'] as const
const MEANING = {
  spurious: 'found, but nobody annotated it',
  duplicate: 'a second form of something found already',
  missed: 'annotated as required, not found',
  role: 'introduces and uses confused',
}

/** The errors of one set as a page: by kind and type, the most certain first, each with the abstract in which it was made. */
export function errorPage(
  name: string,
  errors: readonly ScoredError[],
  found: readonly Extraction[],
  gold: readonly GoldRecord[],
): string {
  const papers = new Map(found.map((paper) => [paper.title, paper]))
  const annotated = new Map(gold.map((paper) => [paper.title, paper]))
  const sections = ORDER.flatMap((kind) =>
    ['method', 'model', 'benchmark', 'topic', 'repo'].flatMap((type) => {
      const own = errors.filter((error) => error.kind === kind && error.type === type)
      if (own.length === 0) return []
      const sure = (error: ScoredError): number =>
        papers.get(error.title)?.entities.find((one) => one.name === error.name)?.confidence ?? 0
      const items = own
        .sort((a, b) => sure(b) - sure(a))
        .map((error) => itemOf(error, sure(error), papers.get(error.title), annotated.get(error.title)))
      return [`<h2>${kind} ${type}: ${own.length}</h2><p>${MEANING[kind]}</p><ol>${items.join('\n')}</ol>`]
    }),
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(name)}: errors</title>
<style>body{font:15px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}mark{background:#fd6}details{margin:.3rem 0}small{color:#666}</style>
<h1>${escaped(name)}: ${errors.length} errors</h1>${sections.join('\n')}</html>\n`
}

function itemOf(
  { name, title, type }: ScoredError,
  confidence: number,
  paper: Extraction | undefined,
  gold: GoldRecord | undefined,
): string {
  const sure = confidence > 0 ? ` <small>${confidence.toFixed(2)}</small>` : ''
  const wanted = (gold?.entities ?? [])
    .filter((one) => one.type === type)
    .map((one) => one.name + (one.required ? '' : '?'))
  return `<li><details><summary><b>${escaped(name)}</b>${sure} in ${escaped(title)}</summary>
<p>${marked(paper?.abstract ?? '', name)}</p><p><small>annotated: ${escaped(wanted.join(' · '))}</small></p></details></li>`
}

/** The text with every place of a name marked. */
function marked(text: string, name: string): string {
  const parts = name === '' ? [text] : text.split(name)
  return parts.map(escaped).join(`<mark>${escaped(name)}</mark>`)
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
