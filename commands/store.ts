import { PapergraphError } from '../errors.ts'
import { parseStoreUrl, type StoreAddress } from '../queries/store/open.ts'
import { readEnvironment } from './environment.ts'
import { promptHidden } from './prompt.ts'

export interface StoreChoice {
  store: StoreAddress
  credentials?: { password: string }
}

/** What `--store` and `--database` mean, with the password from NEO4J_PASSWORD or, on a terminal, from a prompt. */
export async function chooseStore(text: string | undefined, database?: string): Promise<StoreChoice> {
  const address = parseStoreUrl(text ?? 'embedded')
  if (address.kind === 'embedded') return { store: address }
  const store = database === undefined ? address : { ...address, database }
  const password = readEnvironment().neo4jPassword
  if (password !== undefined) return { store, credentials: { password } }
  if (!process.stdin.isTTY)
    throw new PapergraphError(
      'store-auth',
      `There is no password for ${address.user} at ${address.url}: set NEO4J_PASSWORD (empty for a server without authentication).`,
    )
  return { store, credentials: { password: await promptHidden(`Password of ${address.user} at ${address.url}: `) } }
}
