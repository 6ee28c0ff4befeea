import type { TestProject } from 'vitest/node'
import { NEO4J_LTS } from '../neo4j/server.ts'
import { provideServer } from './provide-server.ts'

/** The contract tests' server: the long-term release, or the one in NEO4J_TEST_VERSION. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideServer(project, {
    version: process.env.NEO4J_TEST_VERSION ?? NEO4J_LTS,
    stores: 'both',
    isRequired: true,
  })
}
