import { PapergraphError } from '../../errors.ts'

/** The oldest release that everything here was run on. */
const OLDEST = { major: 5, minor: 26 }

/**
 * Name and version for people ("Neo4j 5.26.30") from what a server calls itself ("Neo4j/5.26.30"). Throws
 * store-unreachable for one that is older than 5.26, and for other databases that speak the same protocol.
 */
export function neo4jName(agent: string | undefined, url: string): string {
  const match = /^Neo4j\/((\d+)\.(\d+)\S*)$/.exec(agent ?? '')
  if (match === null) {
    throw new PapergraphError(
      'store-unreachable',
      `What answers at ${url} is not Neo4j (it calls itself "${agent ?? ''}"): papergraph needs Neo4j 5.26 or later.`,
    )
  }
  const [, version, major, minor] = match
  const isOld = Number(major) < OLDEST.major || (Number(major) === OLDEST.major && Number(minor) < OLDEST.minor)
  if (isOld) {
    throw new PapergraphError(
      'store-unreachable',
      `Neo4j at ${url} is version ${version}, which is too old: papergraph needs ${OLDEST.major}.${OLDEST.minor} or later.`,
    )
  }
  return `Neo4j ${version}`
}
