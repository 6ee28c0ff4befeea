import type { TestProject } from 'vitest/node'
import { NEO4J_LTS, neo4jAvailability, startNeo4j } from '../neo4j/server.ts'

export interface ProvidedNeo4j {
  url: string
  user: string
  password: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The contract tests' own server, or why there is none. */
    neo4j: ProvidedNeo4j | { missing: string }
  }
}

const PASSWORD = 'papergraph-tests'

/**
 * Starts one Neo4j for all contract tests, of the version in NEO4J_TEST_VERSION where that is set. Where it cannot run they
 * are skipped by name, except in CI, which must run them.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const version = process.env.NEO4J_TEST_VERSION ?? NEO4J_LTS
  const availability = await neo4jAvailability(version)
  if (!availability.available) {
    if (process.env.CI === 'true')
      throw new Error(`The contract tests must run on Neo4j in CI, but ${availability.reason}.`)
    project.provide('neo4j', { missing: availability.reason })
    return async () => undefined
  }
  const server = await startNeo4j({ version, password: PASSWORD })
  project.provide('neo4j', { url: server.url, user: 'neo4j', password: PASSWORD })
  return () => server.stop()
}
