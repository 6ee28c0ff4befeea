import { PapergraphError } from '../../errors.ts'
import { KEY_LABELS, NODE_LABELS, RELATIONSHIP_TYPES, type RelationshipType } from '../model.ts'
import { statementsOf } from '../write/batches.ts'
import { clearText, WRITE_META_TEXT } from '../write/statements.ts'
import type { Engine } from './engine.ts'
import { scanGraph } from './scan.ts'
import type { Counts, GraphChanges, GraphStore, StoreMeta, Value } from './store.ts'

/** Nodes removed in one transaction of clear(). */
const CLEAR_NODES = 1_000

/** A whole GraphStore on one engine. */
export function graphStore(engine: Engine): GraphStore {
  return {
    kind: engine.kind,
    engine: engine.name,
    writesAtOnce: engine.writesAtOnce,
    ...(engine.database === undefined ? {} : { database: engine.database }),
    query: (text, parameters, options) => engine.query(text, parameters, options),
    write: (changes) => write(engine, changes),
    scan: () => scanGraph(engine),
    counts: () => counts(engine),
    async assertWritable() {
      await engine.assertWritable?.()
    },
    async ensureSchema() {
      for (const text of engine.schema) await engine.runSchema(text)
    },
    readMeta: () => readMeta(engine),
    writeMeta: (meta) => writeMeta(engine, meta),
    clear: () => clear(engine),
    close: () => engine.close(),
  }
}

async function write(engine: Engine, changes: GraphChanges): Promise<void> {
  const statements = statementsOf(changes)
  if (statements.length > 0) await engine.write(statements)
}

async function counts(engine: Engine): Promise<Counts> {
  const nodes: Record<string, number> = {}
  for (const label of NODE_LABELS) nodes[label] = await count(engine, `MATCH (n:${label}) RETURN count(n) AS total`)
  const relationships: Record<RelationshipType, number> = {
    INTRODUCES: 0,
    USES: 0,
    SCORES: 0,
    ABOUT: 0,
    LINKS_TO: 0,
    VARIANT_OF: 0,
  }
  for (const type of RELATIONSHIP_TYPES) {
    relationships[type] = await count(engine, `MATCH ()-[r:${type}]->() RETURN count(r) AS total`)
  }
  return { nodes, relationships }
}

async function count(engine: Engine, text: string): Promise<number> {
  const answer = await engine.query(text)
  return Number(answer.rows[0]?.[0] ?? 0)
}

async function readMeta(engine: Engine): Promise<StoreMeta | undefined> {
  const answer = await engine.query('MATCH (m:PapergraphMeta) RETURN properties(m) AS properties ORDER BY m.id LIMIT 1')
  const found = answer.rows[0]?.[0]
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined
  const values = new Map<string, Value>(Object.entries(found))
  return {
    folder: String(values.get('folder') ?? ''),
    schema: Number(values.get('schema') ?? 0),
    extractor: String(values.get('extractor') ?? ''),
    version: String(values.get('version') ?? ''),
    logBytes: Number(values.get('logBytes') ?? 0),
    updating: values.get('updating') === true,
  }
}

async function writeMeta(engine: Engine, meta: StoreMeta): Promise<void> {
  const { folder, schema, extractor, version, logBytes, updating } = meta
  const properties = { id: 'papergraph', folder, schema, extractor, version, logBytes, updating }
  const statement = { text: WRITE_META_TEXT, parameters: { properties }, what: 'the meta node' }
  const [written] = await engine.write([statement])
  if (written === 1) return
  throw new PapergraphError(
    'store-foreign',
    'Another data folder has just begun to write its graph into this database; use an empty database, or that folder.',
  )
}

/** The meta node goes last: until then an interrupted clear() still says whose nodes these are. */
async function clear(engine: Engine): Promise<void> {
  for (const label of [...KEY_LABELS, 'PapergraphMeta'] as const) {
    const statement = { text: clearText(label), parameters: { limit: CLEAR_NODES }, what: `${label} nodes` }
    while (((await engine.write([statement]))[0] ?? 0) > 0);
  }
}
