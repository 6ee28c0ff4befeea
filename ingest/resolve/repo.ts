/** What a repository's URL says: the Repo node's id and properties. */
export interface Repo {
  /** host/owner/name in lower case; other hosts keep their path. Always holds "/" and never ":". */
  id: string
  url: string
  host: string
  owner: string
  name: string
  kind: 'code' | 'model' | 'dataset' | 'page'
}

const CODE_HOSTS: ReadonlySet<string> = new Set([
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
  'gitee.com',
])
const DATA_HOSTS: ReadonlySet<string> = new Set(['zenodo.org', 'figshare.com', 'kaggle.com', 'dataverse.harvard.edu'])
// First steps of a path that are no owner.
const HUB_PAGES: ReadonlySet<string> = new Set(['blog', 'collections', 'docs', 'learn', 'papers', 'posts', 'tasks'])
const CODE_PAGES: ReadonlySet<string> = new Set(['orgs', 'sponsors', 'topics', 'marketplace', 'features'])

/**
 * Reads a URL with or without scheme and "www.": what is below owner and name is cut on hosts that have owners. In: the
 * entity's name. Out: undefined where there is no host in it.
 */
export function readRepo(address: string): Repo | undefined {
  const bare = address
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/#.*$/, '')
    .replace(/[/.,;:!?'"”’)\]}>]+$/u, '')
  const slash = bare.search(/[/?]/)
  const host = (slash < 0 ? bare : bare.slice(0, slash)).toLowerCase()
  if (!/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?$/u.test(host)) return undefined
  const path = slash < 0 ? '' : bare.slice(slash)
  const steps = path.split(/[/?]/).filter((step) => step !== '')
  const first = (steps[0] ?? '').toLowerCase()

  if (host === 'huggingface.co' || host === 'hf.co') {
    if (first === 'datasets') return owned('huggingface.co', steps.slice(0, 3), 1, 'dataset')
    if (first === 'spaces') return owned('huggingface.co', steps.slice(0, 3), 1, 'page')
    if (steps.length > 1 && !HUB_PAGES.has(first)) return owned('huggingface.co', steps.slice(0, 2), 0, 'model')
    return page('huggingface.co', path)
  }
  if (CODE_HOSTS.has(host)) {
    if (steps.length > 1 && !CODE_PAGES.has(first)) return owned(host, steps.slice(0, 2), 0, 'code')
    return page(host, path)
  }
  return { ...page(host, path), kind: DATA_HOSTS.has(host) ? 'dataset' : 'page' }
}

function owned(host: string, steps: string[], ownerAt: number, kind: Repo['kind']): Repo {
  const [owner = '', last = ''] = steps.slice(ownerAt)
  const name = last.replace(/\.git$/i, '').replace(/[.,;:]+$/, '')
  const path = [...steps.slice(0, ownerAt), owner, ...(name === '' ? [] : [name])].join('/')
  return { id: idOf(host, path), url: `https://${host}/${path}`, host, owner, name: name === '' ? owner : name, kind }
}

function page(host: string, path: string): Repo {
  const trimmed = path.replace(/^\/+/, '').replace(/\.git$/i, '')
  const name = trimmed === '' ? host : `${host}/${trimmed}`
  return { id: idOf(host, trimmed), url: `https://${name}`, host, owner: '', name, kind: 'page' }
}

// A host alone keeps one "/", which tells a repo's id from a concept's; ":" would make it look like a paper's.
function idOf(host: string, path: string): string {
  return `${host}/${path.replace(/\/{2,}/g, '/')}`.toLowerCase().replaceAll(':', '%3a')
}
