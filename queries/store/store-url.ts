import { PapergraphError } from '../../errors.ts'

export type StoreAddress =
  | { kind: 'embedded' }
  /** `url` without user and database, as the driver takes it. */
  | { kind: 'neo4j'; url: string; user: string; database?: string }

const SCHEMES: ReadonlySet<string> = new Set(['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:'])
const EXAMPLE = 'bolt://user@host:7687'

/**
 * Reads the value of `--store`: `embedded`, or a Neo4j address `scheme://[user@]host[:port][/database]` (user `neo4j`,
 * port 7687 and the server's default database unless told). Throws usage, without ever repeating a password.
 */
export function parseStoreUrl(text: string): StoreAddress {
  if (text === 'embedded') return { kind: 'embedded' }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !SCHEMES.has(url.protocol) || url.hostname === '') {
    // What stands before an @ may hold a password.
    const shown = text.replace(/\/\/.*@/, '//…@')
    throw new PapergraphError(
      'usage',
      `The store "${shown}" is neither "embedded" nor an address like ${EXAMPLE}, neo4j://… or neo4j+s://….`,
    )
  }
  if (url.password !== '') {
    throw new PapergraphError(
      'usage',
      `The store's address must not hold a password: write ${url.protocol}//${url.username || 'user'}@${url.host} and give the password in NEO4J_PASSWORD or at the prompt.`,
    )
  }
  const database = decodeURIComponent(url.pathname.replace(/^\//, ''))
  if (database.includes('/') || url.search !== '' || url.hash !== '') {
    throw new PapergraphError(
      'usage',
      `The store's address ends with more than a database name; write it like ${EXAMPLE}/database.`,
    )
  }
  return {
    kind: 'neo4j',
    url: `${url.protocol}//${url.hostname}:${url.port === '' ? '7687' : url.port}`,
    user: url.username === '' ? 'neo4j' : decodeURIComponent(url.username),
    ...(database === '' ? {} : { database }),
  }
}
