import { PapergraphError } from '../errors.ts'
import { parseStoreUrl, type StoreAddress } from '../queries/store/open.ts'
import { readEnvironment } from './environment.ts'
import { promptHidden } from './prompt.ts'

export interface StoreChoice {
  store: StoreAddress
  credentials?: { password: string }
}

/** What was answered, so that a command that reads and then writes asks once. */
const answers = new Map<string, string>()

/** What `--store` and `--database` mean, with the password from NEO4J_PASSWORD or, on a terminal, from a prompt. */
export async function chooseStore(text: string | undefined, database?: string): Promise<StoreChoice> {
  const { neo4jPassword: password, neo4jDatabase } = readEnvironment()
  const store = storeAddress(text, database, neo4jDatabase)
  if (store.kind === 'embedded') return { store }
  if (password !== undefined) return { store, credentials: { password } }
  if (!process.stdin.isTTY)
    throw new PapergraphError(
      'store-auth',
      `There is no password for ${store.user} at ${store.url}: set NEO4J_PASSWORD (empty for a server without authentication).`,
    )
  const who = `${store.user} at ${store.url}`
  const answer = answers.get(who) ?? (await promptHidden(`Password of ${who}: `))
  answers.set(who, answer)
  return { store, credentials: { password: answer } }
}

/**
 * The store that was named. Of Neo4j's databases: the one of `--database`, else of the address, else of NEO4J_DATABASE
 * (`fallback`), else the server's default. Throws usage where two are named, or one of the embedded store.
 */
export function storeAddress(text = 'embedded', database?: string, fallback?: string): StoreAddress {
  const address = parseStoreUrl(text)
  if (database === '') throw new PapergraphError('usage', '--database needs the name of a Neo4j database.')
  if (address.kind === 'embedded') {
    if (database === undefined) return address
    throw new PapergraphError(
      'usage',
      `--database ${database} needs a Neo4j address in --store: the embedded store has no databases (another graph is another folder: --data).`,
    )
  }
  if (database !== undefined && address.database !== undefined && database !== address.database)
    throw new PapergraphError(
      'usage',
      `Two databases are named, "${address.database}" in --store and "${database}" in --database: leave one of them out.`,
    )
  const chosen = database ?? address.database ?? fallback
  return chosen === undefined ? address : { ...address, database: chosen }
}
