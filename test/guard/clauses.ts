import type { CanaryPlaces } from './canaries.ts'

/** What must never run: a clause, and how a statement goes on behind it to give one column `r`. */
export interface HostileClause {
  kind: 'write' | 'load' | 'schema' | 'administration' | 'call' | 'function'
  text: string
  tail: string
}

const ONE = 'RETURN 1 AS r'

const WRITES = [
  "CREATE (canary:Canary {id: 'canary'})",
  "CREATE (a:Paper {id: 'canary:1'})-[:USES {as: 'method'}]->(b:Concept {id: 'canary'})",
  "MERGE (canary:Canary {id: 'canary'})",
  "MERGE (p:Paper {id: 'canary:2'}) ON CREATE SET p.title = 'canary' ON MATCH SET p.title = 'canary'",
  "INSERT (canary:Canary {id: 'canary'})",
  "MATCH (victim:Paper) SET victim.title = 'canary'",
  "MATCH (victim:Paper) SET victim += {title: 'canary'}",
  "MATCH (victim:Paper) SET victim = {id: 'canary'}",
  'MATCH (victim:Paper) SET victim:Concept',
  'MATCH (victim:Paper) REMOVE victim.title',
  'MATCH (victim:Concept) REMOVE victim:Concept',
  'MATCH (victim) DETACH DELETE victim',
  'MATCH ()-[victim]->() DELETE victim',
  'MATCH (victim:Paper) NODETACH DELETE victim',
  "MATCH (victim:Paper) FOREACH (one IN [1] | SET victim.title = 'canary')",
  "FOREACH (one IN [1] | CREATE (:Canary {id: 'canary'}))",
]

const SCHEMA = [
  'CREATE INDEX canary_index FOR (n:Paper) ON (n.title)',
  'CREATE RANGE INDEX canary_index IF NOT EXISTS FOR (n:Paper) ON (n.venue)',
  'CREATE TEXT INDEX canary_index FOR (n:Paper) ON (n.title)',
  'CREATE POINT INDEX canary_index FOR (n:Paper) ON (n.place)',
  'CREATE LOOKUP INDEX canary_index FOR (n) ON EACH labels(n)',
  'CREATE FULLTEXT INDEX canary_index FOR (n:Paper) ON EACH [n.title]',
  'CREATE VECTOR INDEX canary_index FOR (n:Paper) ON (n.vector)',
  'CREATE CONSTRAINT canary_constraint FOR (n:Paper) REQUIRE n.title IS UNIQUE',
  'CREATE CONSTRAINT canary_constraint FOR (n:Repo) REQUIRE n.host IS NOT NULL',
  'DROP INDEX victim_index',
  'DROP INDEX victim_index IF EXISTS',
  'DROP CONSTRAINT victim_constraint',
  'DROP CONSTRAINT victim_constraint IF EXISTS',
]

const ADMINISTRATION = [
  "CREATE USER canaryuser SET PASSWORD 'canary-password' CHANGE NOT REQUIRED",
  "CREATE OR REPLACE USER victimuser SET PASSWORD 'canary-password'",
  "ALTER USER victimuser SET PASSWORD 'canary-password'",
  "ALTER CURRENT USER SET PASSWORD FROM 'wrong' TO 'canary-password'",
  'RENAME USER victimuser TO canaryuser',
  'DROP USER victimuser',
  'GRANT ROLE admin TO victimuser',
  'REVOKE ROLE admin FROM victimuser',
  'DENY TRAVERSE ON GRAPH * TO PUBLIC',
  'CREATE ROLE canaryrole',
  'CREATE DATABASE canarydatabase',
  'DROP DATABASE neo4j',
  'STOP DATABASE neo4j',
  'ALTER DATABASE neo4j SET ACCESS READ ONLY',
  'CREATE ALIAS canaryalias FOR DATABASE neo4j',
  'SHOW USERS',
  'SHOW USERS YIELD user AS r RETURN r',
  'SHOW CURRENT USER',
  'SHOW SETTINGS',
  'SHOW SETTINGS YIELD name, value RETURN value AS r',
  'SHOW TRANSACTIONS',
  'SHOW DATABASES',
  'SHOW HOME DATABASE',
  'SHOW INDEXES',
  'SHOW CONSTRAINTS',
  'SHOW PROCEDURES',
  'SHOW FUNCTIONS',
  'SHOW PRIVILEGES',
  'SHOW SERVERS',
  "TERMINATE TRANSACTIONS '{TRANSACTION}'",
  "TERMINATE TRANSACTION '{TRANSACTION}'",
  'ENABLE SERVER canaryserver',
  'DEALLOCATE DATABASES FROM SERVER canaryserver',
  'CHECKPOINT',
  'SESSION SET GRAPH canarygraph',
  'SESSION RESET',
  'CREATE GRAPH canarygraph',
  'DROP GRAPH canarygraph',
  'CREATE NODE TYPE Canary (id STRING)',
  'START TRANSACTION READ WRITE',
  'COMMIT',
  "COPY Paper TO '{FOLDER}/canary.csv'",
  "EXPORT DATABASE '{FOLDER}/canary'",
]

const LOADS = [
  "LOAD CSV FROM '{FILE_URL}' AS line",
  "LOAD CSV WITH HEADERS FROM '{FILE_URL}' AS line",
  "LOAD CSV FROM '{FILE}' AS line",
  "LOAD CSV WITH HEADERS FROM '{FILE}' AS line",
  "LOAD CSV FROM '{FILE}' AS line FIELDTERMINATOR ';'",
  "LOAD CSV FROM '{URL}' AS line",
  "LOAD CSV WITH HEADERS FROM '{URL}' AS line",
  "WITH '{FILE_URL}' AS place LOAD CSV FROM place AS line",
  "LOAD JSONL FROM '{FILE}' AS line",
  "LOAD PARQUET FROM '{FILE}' AS line",
  "LOAD DATA FROM '{FILE}' FORMAT CSV AS line",
  "LOAD DATA FROM '{FILE}' FORMAT JSONL AS line",
  "LOAD CSV FROM 'ftp://{HOST}/x' AS line",
]

const CALLS: readonly [text: string, tail: string][] = [
  ['CALL dbms.listConfig() YIELD name, value', 'RETURN value AS r'],
  ['CALL dbms.components() YIELD name', 'RETURN name AS r'],
  ['CALL dbms.listActiveLocks("x") YIELD mode', 'RETURN mode AS r'],
  ['CALL dbms.queryJmx("java.lang:type=Runtime") YIELD attributes', 'RETURN attributes AS r'],
  ['CALL dbms.setConfigValue("x", "y")', ONE],
  ['CALL dbms.quarantineDatabase("neo4j", true)', ONE],
  ['CALL dbms.security.listUsers() YIELD username', 'RETURN username AS r'],
  ['CALL db.info() YIELD id', 'RETURN id AS r'],
  ['CALL db.createLabel("Canary")', ONE],
  ['CALL db.createProperty("canary")', ONE],
  ['CALL db.createRelationshipType("CANARY")', ONE],
  ['CALL db.clearQueryCaches() YIELD value', 'RETURN value AS r'],
  ['CALL db.ping() YIELD success', 'RETURN success AS r'],
  ['CALL db.stats.retrieve("GRAPH COUNTS") YIELD data', 'RETURN data AS r'],
  ['CALL db.index.fulltext.queryNodes("x", "y") YIELD node', 'RETURN node AS r'],
  ['CALL db.index.vector.queryNodes("x", 1, [1.0]) YIELD node', 'RETURN node AS r'],
  ['MATCH (n:Paper) CALL db.create.setNodeVectorProperty(n, "title", [1.0])', ONE],
  ['CALL tx.setMetaData({canary: 1})', ONE],
  ['CALL genai.vector.encodeBatch(["x"], "OpenAI", {token: "y"}) YIELD vector', 'RETURN vector AS r'],
  ['CALL apoc.load.json("{FILE_URL}") YIELD value', 'RETURN value AS r'],
  ['CALL apoc.cypher.doIt("CREATE (:Canary)", {}) YIELD value', 'RETURN value AS r'],
  ['CALL gds.graph.list() YIELD graphName', 'RETURN graphName AS r'],
  ['CALL grafeo.pagerank() YIELD node_id', 'RETURN node_id AS r'],
  ['CALL grafeo.procedures() YIELD name', 'RETURN name AS r'],
]

const FUNCTIONS = [
  "RETURN apoc.load.json('{FILE_URL}') AS r",
  "RETURN genai.vector.encode('x', 'OpenAI', {token: 'y'}) AS r",
  "RETURN ai.text.embed('x', 'OpenAI', {token: 'y'}) AS r",
  'RETURN graph.names() AS r',
  "RETURN db.nameFromElementId('x') AS r",
]

/** Every hostile clause, with the canaries' places filled in. */
export function hostileClauses(places: CanaryPlaces): HostileClause[] {
  const filled = (text: string): string =>
    text.replace(/\{([A-Z_]+)\}/g, (whole, name: string) => places[name as keyof CanaryPlaces] ?? whole)
  const plain = (kind: HostileClause['kind'], texts: readonly string[], tail: string): HostileClause[] =>
    texts.map((text) => ({ kind, text: filled(text), tail }))
  return [
    ...plain('write', WRITES, ONE),
    ...plain('schema', SCHEMA, ''),
    ...plain('administration', ADMINISTRATION, ''),
    ...plain('load', LOADS, 'RETURN line AS r'),
    ...CALLS.map(([text, tail]): HostileClause => ({ kind: 'call', text: filled(text), tail })),
    ...plain('function', FUNCTIONS, ''),
  ]
}
