import type { TestProject } from 'vitest/node'
import { NEO4J_CALENDAR } from '../neo4j/server.ts'
import { provideServer } from './provide-server.ts'

/**
 * The newest calendar release, which needs Java 21 or later. `.ci/run` says NEO4J_CALENDAR=unavailable on a system that has no
 * such Java to install; anywhere else CI must run these tests.
 */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  const isRequired = process.env.NEO4J_CALENDAR !== 'unavailable'
  return provideServer(project, { version: NEO4J_CALENDAR, stores: 'neo4j', isRequired })
}
