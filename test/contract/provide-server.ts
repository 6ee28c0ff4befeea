import type { TestProject } from 'vitest/node'
import { neo4jAvailability, startNeo4j } from '../neo4j/server.ts'

export interface ProvidedNeo4j {
  url: string
  user: string
  password: string
  version: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The project's own server, or why there is none. */
    neo4j: ProvidedNeo4j | { missing: string; version: string }
    /** A second server is there for Neo4j's sake alone: the embedded engine has had its turn. */
    stores: 'both' | 'neo4j'
  }
}

const PASSWORD = 'papergraph-tests'

/**
 * Starts one Neo4j for all tests of a project. Where it cannot run they are skipped by name, except in CI, which must run them
 * where `isRequired`.
 */
export async function provideServer(
  project: TestProject,
  { version, stores, isRequired }: { version: string; stores: 'both' | 'neo4j'; isRequired: boolean },
): Promise<() => Promise<void>> {
  project.provide('stores', stores)
  const availability = await neo4jAvailability(version)
  if (!availability.available) {
    if (process.env.CI === 'true' && isRequired)
      throw new Error(`The contract tests must run on Neo4j ${version} in CI, but ${availability.reason}.`)
    project.provide('neo4j', { missing: availability.reason, version })
    return async () => undefined
  }
  const server = await startNeo4j({ version, password: PASSWORD })
  project.provide('neo4j', { url: server.url, user: 'neo4j', password: PASSWORD, version })
  return () => server.stop()
}
