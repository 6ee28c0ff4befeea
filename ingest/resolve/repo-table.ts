import type { GraphNode } from '../../queries/model.ts'
import type { Extraction } from '../extraction.ts'
import { compareText } from './order.ts'
import { type Repo, readRepo } from './repo.ts'

/** Counts the repositories that papers link to. */
export class RepoTable {
  private readonly repos = new Map<string, { papers: number; spellings: Map<string, { repo: Repo; count: number }> }>()

  add(extraction: Extraction): void {
    const seen = new Set<string>()
    for (const entity of extraction.entities) {
      const repo = entity.type === 'repo' ? readRepo(entity.name) : undefined
      if (repo === undefined) continue
      const entry = this.repos.get(repo.id) ?? { papers: 0, spellings: new Map() }
      this.repos.set(repo.id, entry)
      if (!seen.has(repo.id)) entry.papers += 1
      seen.add(repo.id)
      const spelling = entry.spellings.get(repo.url) ?? { repo, count: 0 }
      spelling.count += 1
      entry.spellings.set(repo.url, spelling)
    }
  }

  /** Repo nodes; the URL is in the case that most papers give it. */
  nodes(degree: (id: string) => number): GraphNode[] {
    return [...this.repos].map(([id, { papers, spellings }]) => {
      const [top] = [...spellings.values()].sort((a, b) => b.count - a.count || compareText(a.repo.url, b.repo.url))
      const { url, host, owner, name, kind } = top?.repo ?? { url: '', host: '', owner: '', name: '', kind: 'page' }
      const properties = { url, host, name, kind, papers, degree: degree(id), ...(owner === '' ? {} : { owner }) }
      return { id, labels: ['Repo'], properties }
    })
  }
}
