import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { loadCatalogue } from '../../queries/catalogue.ts'
import { fakeApp } from '../server/fake-app.ts'
import { openApiTypes } from './openapi-types.ts'

const FILE = join(PACKAGE_ROOT, 'web', 'client', 'openapi.ts')

/** As the formatter would leave it. */
function formatted(text: string): string {
  const biome = join(PACKAGE_ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const command = [biome, 'format', '--stdin-file-path', 'web/client/openapi.ts']
  return execFileSync(process.execPath, command, { cwd: PACKAGE_ROOT, input: text, encoding: 'utf8' })
}

it('the view’s types of the API are those of the OpenAPI document: "npm run client" writes them anew', async () => {
  const { get } = fakeApp({ questions: loadCatalogue() })
  const now = formatted(openApiTypes(await (await get('/api/openapi.json')).json()))
  if (process.env.UPDATE_DOCS === '1') writeFileSync(FILE, now)
  expect(readFileSync(FILE, 'utf8')).toBe(now)
})
