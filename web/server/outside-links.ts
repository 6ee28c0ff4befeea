import type { Value } from '../../queries/store/store.ts'
import type { NodeAnswer } from '../api.ts'

// Where the identifiers of papers lead.
const REGISTERS = [
  { prefix: 'arxiv:', label: 'arXiv', address: 'https://arxiv.org/abs/' },
  { prefix: 'doi:', label: 'DOI', address: 'https://doi.org/' },
  { prefix: 'acl:', label: 'ACL Anthology', address: 'https://aclanthology.org/' },
]

/** Pages elsewhere that are about a node. Only http and https addresses: what a source wrote is clicked by people. */
export function outsideLinks(id: string, properties: Readonly<Record<string, Value>>): NodeAnswer['links'] {
  const links = new Map<string, { label: string; url: string }>()
  const add = (label: string | undefined, address: string): void => {
    if (!URL.canParse(address)) return
    const url = new URL(address)
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return
    // One page, whether it was given with or without "http", "www" and a last slash.
    const same = `${url.hostname.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`.toLowerCase()
    if (!links.has(same)) links.set(same, { label: label ?? url.hostname.replace(/^www\./, ''), url: url.href })
  }
  const sources = Array.isArray(properties.sources) ? properties.sources : []
  for (const known of [id, ...sources])
    for (const { prefix, label, address } of REGISTERS)
      if (typeof known === 'string' && known.startsWith(prefix))
        add(label, address + encodeURI(known.slice(prefix.length)).replace(/[?#]/g, encodeURIComponent))
  if (typeof properties.url === 'string') add(undefined, properties.url)
  return [...links.values()]
}
